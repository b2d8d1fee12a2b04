"""What the use cases need from the world outside, as they would ask for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from throughline.domain.case import Case
from throughline.domain.feedback import Feedback
from throughline.domain.journey import JourneyMap
from throughline.domain.letter import Letter, Mail
from throughline.domain.line import Advance, Aside, Line, Outcome, ParkedItem, PendingKey, Standing
from throughline.domain.person import Person
from throughline.domain.place import Place
from throughline.domain.reach import Reach
from throughline.domain.recognition import Change, Thanks
from throughline.domain.score import Tally
from throughline.domain.survey import Answer, Metric
from throughline.domain.week import Week


class Clock(Protocol):
    """Time, so that nobody reads a clock inside."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""


class Secrets(Protocol):
    """The one secret that all keys come from."""

    def root(self) -> bytes:
        """The root of all derived keys."""

    def source_keys(self, source: str) -> Sequence[bytes]:
        """The signing keys that a survey source may use now; empty when it is unknown."""


class Facts(Protocol):
    """What came in: written once under the identity of its content."""

    def record(self, feedback: Feedback, *, subject: str = "") -> Standing:
        """Write it unless it is there; what stands in the ledger now. `subject` is the code of whom it is about."""

    def record_answer(self, answer: Answer, *, subject: str = "") -> bool:
        """Write it unless this revision or a later one is there, or it was erased; whether it was written."""

    def record_sealed(self, feedback: Feedback, letter: Letter | None) -> Standing:
        """Write it, and its letter, so that nobody acts on them before `unseal`; what stands in the ledger now."""

    def unseal(self, line: str) -> bool:
        """Announce what was written sealed; False when that was done before, or it has been erased."""

    def keep_copy(self, line: str, stored: str) -> None:
        """Note another raw mail that belongs to the line, so that it goes when its line does."""

    def forget(self, line: str, fact: str) -> None:
        """Erase a fact that came to an erased line afterwards."""

    def feedback(self, line: str) -> Feedback | None:
        """The report of this line."""

    def answer(self, line: str, fact: str) -> Answer | None:
        """One survey answer of this line."""

    def line(self, line: str) -> Line:
        """All that has become of it."""

    def set_aside(self, aside: Aside, *, subject: str = "") -> bool:
        """Keep it with its reason; whether it is new. `subject` is the code of whom it is about."""

    def set_aside_before(self, aside: str) -> Aside | None:
        """What stands under this id; None when it has been erased since."""

    def let_go(self, aside: str) -> None:
        """It was taken in after all: nobody has to look at it any more."""

    def asides(self) -> Iterator[Aside]:
        """Everything set aside, the oldest first."""


class Cases(Protocol):
    """What was decided and what happens to it; a confirmation is left out when its conversation had one that day."""

    def settle(self, outcome: Outcome) -> bool:
        """Write all of a routing or, when the fact is settled already, nothing; whether it was written."""

    def decide(self, outcome: Outcome) -> bool:
        """Write what a person decided about a parked item; False when somebody else decided it first."""

    def advance(self, advance: Advance) -> bool:
        """Write a step on the version before it; False when somebody else was first."""

    def inbox(self, department: str, *, done: bool) -> Iterator[Case]:
        """A department's open cases, those due first coming first; the done ones from the latest."""

    def parked(self) -> Iterator[ParkedItem]:
        """All that waits for a person, the oldest first."""


class Letters(Protocol):
    """The outbox, one lease a mail."""

    def claim(self, line: str, name: str, now: datetime) -> Letter | None:
        """Take it for sending; None when it is sent, taken by another, or tried often enough."""

    def release(self, line: str, name: str) -> None:
        """Give it back unsent: the mail service did not take it."""

    def sent(self, line: str, name: str, message_id: str) -> None:
        """Note that it went out, as the mail service answered or reports; repeats change nothing."""

    def reported(self, line: str, name: str, message_id: str) -> None:
        """The same, as the mail service reports it; from now on an answer to it is found by its id."""

    def came_back(self, line: str, name: str, message_id: str) -> bool:
        """Send it once more, to whom it goes otherwise; False when it had come back before, as another mail."""

    def answered_by(self, message_id: str) -> tuple[str, str] | None:
        """Line and name of the letter that went out under this id."""

    def refused(self, line: str, name: str, reason: str) -> None:
        """Note that nobody tries any more, and why."""

    def in_doubt(self, line: str, name: str, now: datetime) -> bool:
        """Whether it was tried as often as may be and nobody can tell whether it went out."""


class Standings(Protocol):
    """How mail to an address fares, by the code of the address."""

    def bounced(self, subject: str, report: str, *, lasting: bool, staff: bool) -> None:
        """Count a mail that came back, each report of it once; `lasting` when none will ever arrive."""

    def complained(self, subject: str) -> None:
        """Note that its owner did not want our mail."""

    def unreachable(self, subject: str, *, staff: bool) -> bool:
        """Whether no mail arrives there; for a department's mailbox it may be known half a minute late."""

    def mended(self, subject: str) -> bool:
        """Forget what was noted; whether there was anything."""

    def of(self, subject: str) -> Reach:
        """How mail to it fares."""

    def unreached(self) -> Iterator[Reach]:
        """Every address that no mail arrives at."""


class Figures(Protocol):
    """Counts by week, exact under repeats."""

    def count(self, answer: Answer, week: Week) -> bool:
        """Add an answer to its week, in place of an earlier revision; whether anything changed."""

    def week(self, week: Week) -> Mapping[Metric, Tally]:
        """The week's counts of each metric, all touchpoints together."""


class Weeks(Protocol):
    """What a week has to celebrate."""

    def thanks(self, week: Week) -> Sequence[Thanks]:
        """The week's thanks."""

    def changes(self, week: Week) -> Sequence[Change]:
        """What changed in the week because somebody said so."""


class Digests(Protocol):
    """Who has had the digest of a week: at most one a person."""

    def claim(self, week: Week, person: str, now: datetime) -> bool:
        """Take a person's digest for sending; False when it is sent or taken."""

    def release(self, week: Week, person: str) -> None:
        """Give it back unsent, so that another try is no double."""

    def in_doubt(self, week: Week, person: str, now: datetime) -> bool:
        """Whether it was tried as often as may be and nobody can tell whether it went out."""

    def done(self, week: Week, person: str, outcome: str, message_id: str = "") -> None:
        """Note how it ended: sent, or skipped with the reason."""

    def report(self, week: Week) -> Iterator[tuple[str, str]]:
        """Person and outcome of each digest of the week."""


class MapStore(Protocol):
    """The journey map, one version in force."""

    def current(self) -> JourneyMap | None:
        """The map in force; None before the first import."""

    def replace(self, journey_map: JourneyMap) -> None:
        """Put another version in force, all of it or nothing."""


class Directory(Protocol):
    """The people who work here."""

    def people(self) -> Iterator[Person]:
        """Everyone who is active."""

    def person(self, person: str) -> Person | None:
        """One person by id."""

    def replace(self, people: Iterable[Person]) -> tuple[int, int, int]:
        """Take over a whole list: how many were added, changed, and left."""

    def zones(self) -> Sequence[str]:
        """The time zones that people live in."""

    def in_zone(self, timezone: str) -> Iterator[Person]:
        """The active people of one zone."""

    def houses(self) -> frozenset[str]:
        """The mail domains that several people of the list share."""

    def choose(self, person: str, digest: str) -> bool:
        """Note how often a person wants the digest; False when there is no such person."""


class Places(Protocol):
    """The places with a QR poster."""

    def find(self, place: str) -> Place | None:
        """The active place behind a link."""

    def add(self, name: str, staff: int) -> Place:
        """Make a place and its link."""

    def all(self) -> Iterator[Place]:
        """Every place, revoked ones too."""

    def revoke(self, place: str) -> bool:
        """Close a place's link; False when there is no such place."""


class Pending(Protocol):
    """What has not been done yet."""

    def waiting(self) -> Iterator[PendingKey]:
        """Everything that waits, the oldest of each shard first."""


class Postbox(Protocol):
    """Where mail goes out."""

    def post(self, mail: Mail) -> str:
        """Send it; the mail service's id for it. Refused when it never can go, Unavailable when not now."""


class Paper(Protocol):
    """Texts for mails."""

    def write(self, kind: str, fields: Mapping[str, Any], language: str) -> tuple[str, str, str]:
        """Subject, text part and HTML part."""


class Queue(Protocol):
    """Messages for another function."""

    def put(self, messages: Sequence[Mapping[str, Any]]) -> None:
        """Hand over all of them, or raise Unavailable."""
