"""A mail that says that one of ours came back, or was not wanted: the address's standing changes, no case does."""

from throughline.domain.house import same_address
from throughline.domain.letter import first_letter
from throughline.domain.line import Line
from throughline.domain.mail.incoming import MailKind
from throughline.domain.person import person_id
from throughline.domain.reply_token import Party, Reply
from throughline.domain.subject import subject_of
from throughline.usecases.find_thread import may_speak, reply_in
from throughline.usecases.judge_mail import is_staff
from throughline.usecases.letters import address_of
from throughline.usecases.mail_desk import Got, MailDesk, aside_id, put_aside
from throughline.usecases.show_case import case_of

MOST = 5
CAME_BACK, UNWANTED = "a mail that came back", "a complaint about a mail of ours"


def take_return(*, got: Got, desk: MailDesk) -> str:
    """Note it for each address that it names, and set it aside.

    Anybody can write such a mail: that an address is lost for good is believed only to one that answers a mail
    of ours to that address. A complaint is believed, as it costs its reader no more than a digest. Each counts once:
    what its reader chooses, or an operator mends, afterwards stands when the same mail comes again.
    """
    unwanted = got.mail.kind is MailKind.COMPLAINT
    if got.released or desk.facts.set_aside_before(aside_id(got, desk)) is None:
        (_unwanted if unwanted else _came_back)(got, desk)
    return put_aside(got=got, desk=desk, reason=UNWANTED if unwanted else CAME_BACK)


def _unwanted(got: Got, desk: MailDesk) -> None:
    for address in got.mail.bounced.addresses[:MOST]:
        complained(address, desk)


def _came_back(got: Got, desk: MailDesk) -> None:
    addresses = got.mail.bounced.addresses[:MOST]
    reply = reply_in(got.mail, desk)
    line = desk.facts.line(reply.line) if reply and addresses else Line()
    for address in addresses:
        if reply and may_speak(reply, address, line, desk):
            _bounced(address, reply, line, got, desk)
        elif is_staff(address, desk):
            desk.standings.bounced(subject_of(desk.root, address), got.digest(desk), lasting=False, staff=True)


def complained(address: str, desk: MailDesk) -> None:
    """Send no digest there any more."""
    if desk.directory.choose(person_id(email=address, name="", department=""), "off"):
        desk.standings.complained(subject_of(desk.root, address))


def _bounced(address: str, reply: Reply, line: Line, got: Got, desk: MailDesk) -> None:
    lasting, staff = got.mail.bounced.lasting, reply.party is Party.DEPARTMENT
    desk.standings.bounced(subject_of(desk.root, address), got.digest(desk), lasting=lasting, staff=staff)
    case, journey_map = case_of(line, reply.number), desk.maps.current()
    if lasting and staff and case and journey_map and same_address(address, address_of(case, journey_map)):
        desk.letters.came_back(line=case.line, name=first_letter(case.number), message_id=got.digest(desk))
