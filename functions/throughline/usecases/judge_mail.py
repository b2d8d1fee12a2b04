"""Whether a mail is what it says it is, as far as the mail service can tell."""

from dataclasses import dataclass

from throughline.domain.house import domain_of, house_of, same_address
from throughline.domain.journey import JourneyMap
from throughline.domain.mail.incoming import ReadMail
from throughline.domain.person import person_id
from throughline.usecases.mail_desk import MailDesk

PASS, FAIL = "PASS", "FAIL"
VIRUS = "the mail service found a virus in it"
PERHAPS_VIRUS = "the mail service can't tell whether there is a virus in it"
SPAM = "the mail service takes it for spam"
FORGED = "it says that it comes from one of us, and the mail service says that it does not"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Why a mail goes no further by itself; `held` when a person may let it in."""

    reason: str
    held: bool


def suspicion_of(mail: ReadMail, desk: MailDesk) -> Suspicion | None:
    """What speaks against a mail; None for nothing."""
    verdicts = mail.verdicts
    if verdicts.virus == FAIL:
        return Suspicion(VIRUS, held=False)
    if verdicts.virus not in (PASS, ""):
        return Suspicion(PERHAPS_VIRUS, held=True)
    if verdicts.spam == FAIL:
        return Suspicion(SPAM, held=True)
    if verdicts.dmarc == FAIL and _one_of_us(mail.address, desk):
        return Suspicion(FORGED, held=True)
    return None


def addresses_on(journey_map: JourneyMap | None) -> tuple[str, ...]:
    """Every mailbox that the map names."""
    if journey_map is None:
        return ()
    named = [part.notify_email for part in journey_map.parts]
    named += [
        one for department in journey_map.departments for one in (department.notify_email, department.escalate_to)
    ]
    return tuple(dict.fromkeys(one for one in (*named, journey_map.cx_manager) if "@" in one))


def is_staff(address: str, desk: MailDesk) -> bool:
    """Whether the map or the staff list names this very address."""
    if any(same_address(address, one) for one in addresses_on(desk.maps.current())):
        return True
    return bool(address) and desk.directory.person(person_id(email=address, name="", department="")) is not None


def _one_of_us(address: str, desk: MailDesk) -> bool:
    domain = domain_of(address)
    houses = {house_of(one) for one in (*addresses_on(desk.maps.current()), desk.own.address)}
    houses = (houses | {desk.own.domain.casefold(), *desk.directory.houses()}) - {""}
    return any(domain == house or domain.endswith(f".{house}") for house in houses) or is_staff(address, desk)
