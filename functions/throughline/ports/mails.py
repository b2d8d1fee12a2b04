"""Mail that goes out, whom it reaches, and who has had it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from throughline.domain.bundle import Answers, Bundle
from throughline.domain.digest_chunk import Chunk
from throughline.domain.fetching import Later
from throughline.domain.letter import Letter, Mail
from throughline.domain.reach import Asked, Reach
from throughline.domain.sending import Sent, Turns
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

    def resting(self, names: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        """Of these (line, name), the quiet ones whose time has not come."""

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

    def lost_among(self, subjects: Collection[str]) -> frozenset[str]:
        """Those of these addresses that no mail arrives at, however many; it may be known half a minute late."""

    def unconfirmed(self, subject: str) -> Asked | None:
        """What a department's address was asked and has not answered; None for one that need not answer."""

    def mended(self, subject: str) -> bool:
        """Forget what was noted; whether there was anything. The last report is known still: it may come again."""

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

    def claimed(self, week: Week, person: str) -> bool:
        """Whether somebody has taken it and not said how it ended."""

    def done(self, week: Week, person: str, outcome: str, message_id: str = "") -> None:
        """Note how it ended: sent, or skipped with the reason."""

    def report(self, week: Week) -> Iterator[tuple[str, str]]:
        """Person and outcome of each digest of the week."""


class DigestReports(Protocol):
    """What the mail service reports of digests."""

    def reported(self, week: Week, chunk: str, people: Iterable[str]) -> None:
        """The mails of these readers went, as the mail service says; repeats change nothing."""

    def bad_news(self, week: Week, person: str, *, complaint: bool, known: bool = False) -> Sent:
        """Note a digest that came back for good, or a complaint, each once; how the week's digests fare.

        What was `known` to the mail service before never left it, and counts for nothing.
        """


class Chunks(DigestReports, Protocol):
    """Digests that are sent many at a time: a reader is in at most one chunk of a week."""

    def together(self, week: Week, *, many: bool) -> bool:
        """Whether the week's digests go many at a time: as it was decided first, else as it is `many` now."""

    def begin(self, week: Week, zone: str, now: datetime) -> bool:
        """Plan a zone alone; False when somebody does, or it is planned."""

    def planned(self, week: Week, zone: str) -> None:
        """All readers of the zone are in chunks: nobody plans it again."""

    def is_planned(self, week: Week, zone: str) -> bool:
        """Whether they are; False while somebody plans it."""

    def put(self, week: Week, chunks: Iterable[Chunk]) -> None:
        """Write new chunks."""

    def of(self, week: Week) -> Iterator[Chunk]:
        """All chunks of a week, as they stand."""

    def still(self, week: Week, taken: int) -> bool:
        """Whether no turn was taken since somebody last asked."""

    def claim(self, week: Week, chunk: str, now: datetime) -> Chunk | None:
        """Take a chunk for sending, and learn whose mail went already; None when it is sent or taken."""

    def release(self, week: Week, chunk: Chunk) -> None:
        """Give it back for those whose mail the mail service did not take."""

    def noted(self, week: Week, chunk: Chunk) -> None:
        """Keep what is known so far, and the claim: nobody can tell what became of the others."""

    def end(self, week: Week, chunk: Chunk) -> None:
        """Nobody sends it any more."""

    def find(self, week: Week, chunk: str) -> Chunk | None:
        """The chunk as it stands."""

    def bad_news_of(self, week: Week, person: str) -> Sequence[str]:
        """What was noted of somebody's digest: that it came back for good, that they complained."""

    def bad_news_in(self, week: Week) -> Iterator[tuple[str, str]]:
        """Whose digest of the week came back for good ("bounce"), and who complained of it ("complaint")."""

    def went(self, week: Week, mails: int) -> None:
        """The mail service took so many more."""

    def fared(self, week: Week) -> Sent:
        """How the week's digests fare since they were last let go."""

    def anew(self, week: Week) -> None:
        """Count from here on."""


class Sending(Protocol):
    """How much mail may go, shared by all workers that send digests."""

    def take(self, sizes: Sequence[int], now: datetime) -> Turns | Later:
        """Turns for groups of mails of these sizes, or when to come again."""

    def pause(self, why: str, now: datetime) -> Later:
        """Nobody sends for a while; then one tries again."""

    def stop(self, why: str) -> bool:
        """No digest goes until somebody says so; False when they had stopped before."""

    def go_on(self) -> bool:
        """Digests go again; False when they had not stopped."""

    def waits(self, now: datetime) -> str:
        """Why no digest goes just now; empty when they go."""

    def taken(self) -> int:
        """How many mails have ever been taken a turn for."""


class BulkPostbox(Protocol):
    """Where mails that say the same go out together."""

    def post_all(self, bundle: Bundle) -> Answers:
        """Send all copies by one call; what became of each. Unavailable when none was taken."""


class Postbox(Protocol):
    """Where mail goes out."""

    def post(self, mail: Mail) -> str:
        """Send it; the mail service's id for it. Refused when it never can go, Unavailable when not now."""


class Paper(Protocol):
    """Texts for mails."""

    def write(self, kind: str, fields: Mapping[str, Any], language: str) -> tuple[str, str, str]:
        """Subject, text part and HTML part."""
