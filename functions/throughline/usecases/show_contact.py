"""Show a customer's contact to whoever has to call back, once they ask for it, and write down that they did."""

from dataclasses import dataclass
from datetime import datetime

from throughline.domain.case import Case
from throughline.domain.contact import Contact, Contacting, Look, opened_contact
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Line
from throughline.errors import Refused
from throughline.ports import Contacts
from throughline.usecases.act_on_case import seen_version, somebody_else
from throughline.usecases.call_back import WITHHELD, contact_at

HAND_ON = "Hand it on to a team of the house."


@dataclass(frozen=True, slots=True)
class Seen:
    """A case as the reader of its page saw it."""

    case: Case
    line: Line
    nonce: str


def show_contact(
    *, seen: Seen, contacts: Contacts, journey_map: JourneyMap, root: bytes, now: datetime
) -> Contact | None:
    """The contact; None where there is none any more.

    Refused with 403 for a nonce that is not ours and for departments outside of the house, 409 when somebody
    acted since the page was opened.
    """
    case = seen.case
    if seen_version(seen.nonce, case, root) != case.version:
        raise somebody_else()
    known = contact_at(case, seen.line, journey_map)
    if known == WITHHELD:
        do = f"Ask the CX manager ({journey_map.cx_manager}), or hand it on." if journey_map.cx_manager else HAND_ON
        raise Refused("A customer's contact is shown to colleagues only.", field="action", do=do, status=403)
    sealed = contacts.find(case.line) if known == Contacting.KEPT else ""
    contact = opened_contact(root, case.line, sealed) if sealed else None
    if contact:
        contacts.note(case.line, Look(case.number, case.department, now.date()))
    return contact
