"""What an incoming mail answers, and whether its sender may: by token, else by our own ids, never by subject."""

import re

from throughline.domain.case import Case
from throughline.domain.house import same_address, same_house
from throughline.domain.journey import JourneyMap
from throughline.domain.letter import TO_DEPARTMENTS, LetterKind
from throughline.domain.line import Line
from throughline.domain.mail.incoming import ReadMail
from throughline.domain.mail.saying.forwards import is_reply
from throughline.domain.person import person_id
from throughline.domain.reply_token import Party, Reply, reply_among
from throughline.usecases.letters import address_of
from throughline.usecases.mail_desk import MailDesk
from throughline.usecases.show_case import case_of

MOST_IDS = 5
_OURS = re.compile(r"([\w-]{1,100})@[\w-]{1,60}\.amazonses\.com", re.IGNORECASE)
_ABOUT = re.compile(r"\s*(?:ref|rif|betr)\b", re.IGNORECASE)  # people write it themselves before what it is about
_TO_SUBMITTERS = frozenset({LetterKind.HEARD, LetterKind.ANSWERED, LetterKind.CHANGED, LetterKind.QUESTION})


def reply_in(mail: ReadMail, desk: MailDesk) -> Reply | None:
    """What the mail answers; None when it answers nothing of ours."""
    token = reply_among(desk.root, mail.threading.recipients)
    if token:
        return token
    ids = [found[1] for answered in mail.threading.answers if (found := _OURS.fullmatch(answered.strip("<> ")))]
    letters = (desk.letters.answered_by(one) for one in ids[:MOST_IDS])
    return next((reply for letter in letters if letter and (reply := reply_to_letter(*letter))), None)


def answers_ours(mail: ReadMail) -> bool:
    """Whether a mail answers one that the mail service sent, by its id, or says by its subject that it answers one."""
    by_id = any(_OURS.fullmatch(one.strip("<> ")) for one in mail.threading.answers)
    return by_id or (is_reply(mail.subject) and not _ABOUT.match(mail.subject))


def reply_to_letter(line: str, name: str) -> Reply | None:
    """What answering a letter means, by its name; None for one that nobody answers."""
    _, _, rest = name.partition("#")
    kind, _, numbers = rest.partition("#")
    number = numbers.partition("#")[0]
    at = int(number) if number.isdecimal() else 0
    if kind in TO_DEPARTMENTS:
        return Reply(Party.DEPARTMENT, line, at)
    return Reply(Party.SUBMITTER, line, at) if kind in _TO_SUBMITTERS else None


def may_speak(reply: Reply, address: str, line: Line, desk: MailDesk) -> bool:
    """Whether an address may answer for the party that the mail went to; a stranger who has the token may not."""
    if reply.party is Party.SUBMITTER:
        return bool(line.feedback) and same_address(address, line.feedback.report.reporter.email)  # type: ignore[union-attr]
    case, journey_map = case_of(line, reply.number), desk.maps.current()
    return bool(case and journey_map) and _speaks_for(address, case, journey_map, desk)  # type: ignore[arg-type]


def _speaks_for(address: str, case: Case, journey_map: JourneyMap, desk: MailDesk) -> bool:
    mailbox = address_of(case, journey_map)
    known = (mailbox, journey_map.beside(case.department), journey_map.cx_manager)
    if any(same_address(address, one) for one in known) or same_house(address, mailbox):
        return True
    person = desk.directory.person(person_id(email=address, name="", department="")) if address else None
    return bool(person and person.active and person.department.casefold() == case.department.casefold())
