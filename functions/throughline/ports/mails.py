"""Mail that goes out, whom it reaches, and who has had it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Protocol

from throughline.domain.letter import Letter, Mail
from throughline.domain.reach import Reach
from throughline.domain.week import Week


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


class Postbox(Protocol):
    """Where mail goes out."""

    def post(self, mail: Mail) -> str:
        """Send it; the mail service's id for it. Refused when it never can go, Unavailable when not now."""


class Paper(Protocol):
    """Texts for mails."""

    def write(self, kind: str, fields: Mapping[str, Any], language: str) -> tuple[str, str, str]:
        """Subject, text part and HTML part."""
