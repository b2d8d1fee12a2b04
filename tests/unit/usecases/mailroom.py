"""The line in memory with its mail door open, and the short sentences that tests say about it."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from typing import Any

from fakes import MemoryAtlas, MemoryMails
from fakes.outside import ROOT
from fakes.values import HEAD, SCRATCHED, SITE, known_reporter, person, small_map
from throughline.domain.case import Case
from throughline.domain.journey import JourneyMap
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.mail.incoming import MailKind, Own, ReadMail, Split, Threading, Verdicts
from throughline.domain.person import person_id
from throughline.domain.reply_token import Party, Reply, reply_address
from throughline.domain.seal import line_of, receipt_of
from throughline.usecases.letters import Letterhead
from throughline.usecases.mail_desk import Got, MailDesk
from throughline.usecases.take_mail import take_mail
from unit.usecases import desk as plain

INBOUND, SENDER = "in.example", "line@shop.example"
ROS, PACKING = known_reporter().email, "packing@shop.example"
PASSED = Verdicts("PASS", "PASS", "PASS")
PAT = person_id(email="pat@home.example", name="", department="")
NUMBERS = count(1)


@dataclass
class MailRoom(plain.Desk):
    """A desk whose mails can be answered."""

    atlas: MemoryAtlas = field(default_factory=MemoryAtlas)
    mails: MemoryMails = field(default_factory=MemoryMails)
    head: Letterhead = field(default_factory=lambda: replace(HEAD, inbound=INBOUND))

    def __post_init__(self) -> None:
        super().__post_init__()
        self.atlas.maps.replace(self.map or small_map())
        self.atlas.directory.replace(
            [person("ada"), replace(person("pat"), id=PAT, email="pat@home.example", department="Packing")]
        )

    def takes(self, mail: ReadMail, *, stored: str = "", released: bool = False) -> str:
        key = stored or f"inbound/{mail.identity}"
        self.mails.held.setdefault(key, b"as it came")
        return take_mail(got=Got(mail, key, self.clock.now(), released), desk=self.mail_desk())

    def mail_desk(self) -> MailDesk:
        room, told = self.ledger, self.atlas
        stores = (room.facts, room.cases, room.letters, room.standings, told.maps, told.directory, self.mails)
        return MailDesk(*stores, root=ROOT, site=SITE, own=Own(SENDER, INBOUND))

    def opened(self, **told: Any) -> Case:
        """A case that somebody with an address raised."""
        return self.case(self.routed(SCRATCHED, reporter=known_reporter(), **told))

    def answers_of(self, kind: LetterKind) -> list[Letter]:
        return [one for one in self.letters() if one.kind is kind]

    def feedbacks(self) -> list[str]:
        return [line.feedback.report.text for line in self.ledger.lines.values() if line.feedback]


def mail(text: str = "", *, to: str = f"feedback@{INBOUND}", **told: Any) -> ReadMail:
    """A mail of somebody's own making, as it was read."""
    known = ReadMail(
        MailKind.HUMAN,
        f"<{next(NUMBERS)}@shop.example>",
        "Dee",
        "dee@shop.example",
        "Till 3",
        Split(new=text),
        verdicts=PASSED,
        threading=Threading(recipients=(to,)),
    )
    return replace(known, **told)


def token(case: Case, party: Party = Party.DEPARTMENT, *, number: int | None = None, days: int = 30) -> str:
    """The address that a mail of ours about the case can be answered to."""
    at = case.number if number is None else number
    return reply_address(ROOT, Reply(party, case.line, at, case.opened_on + timedelta(days=days)), INBOUND)


def from_packing(case: Case, text: str, **told: Any) -> ReadMail:
    return mail(text, to=token(case), **{"address": PACKING, "subject": "Re: a lamp", **told})


def from_ros(case: Case, text: str, *, number: int | None = None, **told: Any) -> ReadMail:
    to = token(case, Party.SUBMITTER, number=number)
    return mail(text, to=to, **{"address": ROS, "subject": "Re: heard", **told})


def line_for(mail_: ReadMail) -> str:
    return line_of(ROOT, receipt_of(ROOT, f"mail|{INBOUND}|{mail_.identity}"))


def said(room: MailRoom, case: Case) -> list[str]:
    return [one.text for one in room.line(case.line).sayings.get(case.number, ())]


def mailboxes(address: str, **told: Any) -> JourneyMap:
    plain = small_map()
    changed = [
        replace(one, notify_email=address, **told) if one.name == "Packing" else one for one in plain.departments
    ]
    return small_map(departments=tuple(changed))
