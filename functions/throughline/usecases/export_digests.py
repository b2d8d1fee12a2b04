"""Give out what is kept of digests about one reader, and of nobody else who is written down beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from throughline.domain.digest_chunk import Chunk
from throughline.domain.edition import Edition, Hand
from throughline.domain.retention import Class, weeks_kept
from throughline.domain.subject import Kept
from throughline.domain.week import Week

DIGEST, REPORT, EDITION = "digest", "report", "edition"


class KeptChunks(Protocol):
    """Digests that were sent many at a time."""

    def of(self, week: Week) -> Iterable[Chunk]:
        """All chunks of a week, as they stand."""

    def bad_news_of(self, week: Week, person: str) -> Iterable[str]:
        """What was counted of somebody's digest: that it came back for good, that they complained."""


class KeptEditions(Protocol):
    """What each week's digest was settled to tell."""

    def of(self, week: Week) -> tuple[Edition | None, Hand]:
        """The edition that was settled, if one was, and the manager's wishes."""


@dataclass(frozen=True, slots=True)
class DigestBooks:
    """What is written down of digests as a whole, with many people's ids beside each other."""

    chunks: KeptChunks
    editions: KeptEditions
    today: date

    def about(self, person: str) -> Iterator[Kept]:
        """One row for each week's digest that went to somebody with others, came back, or named them."""
        for week in reversed(weeks_kept(Class.LETTERS, self.today)):
            for chunk in self.chunks.of(week):
                if person in chunk.people:
                    yield _row(DIGEST, week, chunk.outcome_of(person), chunk.id)
            yield from (_row(REPORT, week, news) for news in self.chunks.bad_news_of(week, person))
        for week in reversed(weeks_kept(Class.EDITIONS, self.today)):
            edition, _ = self.editions.of(week)
            yield from (_row(EDITION, week, role) for role in _roles(edition, person))


def _row(kind: str, week: Week, outcome: str, chunk: str = "") -> Kept:
    return Kept(kind, f"{week} {chunk}".strip(), {"week": str(week), "outcome": outcome})


def _roles(edition: Edition | None, person: str) -> Iterator[str]:
    """How an edition speaks of somebody: it named them, or they wait to be named in another."""
    if edition and person in edition.people.named:
        yield "named"
    if edition and person in edition.people.waiting:
        yield "waiting"
