"""Digests that are sent together: up to fifty readers of one week, leased as one."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from throughline.domain.letter import MAX_TRIES, Posted
from throughline.domain.person import Person

MOST = 50
ENDED = "ended"
ALONE = "alone"  # it could not go with the others and has a digest of its own
ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Chunk:
    """Readers who get a week's digest by one call, by their ids, and what became of each.

    `sent` are those whose mail went, as the mail service said; `ends` tells of those whose mail did not go, and why.
    A claim on it holds `until` then, in epoch seconds.
    """

    id: str
    people: tuple[str, ...]
    zone: str = ""
    state: str = Posted.WAITING.value
    until: int = 0
    tries: int = 0
    sent: frozenset[str] = frozenset()
    ends: Mapping[str, str] = field(default_factory=dict)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Those of whom it is not known what became of their mail."""
        return tuple(one for one in self.people if one not in self.sent and one not in self.ends)

    @property
    def fresh(self) -> bool:
        """Whether nobody has begun to send it."""
        return self.state == Posted.WAITING.value and not self.until

    @property
    def alone(self) -> frozenset[str]:
        """Those who have a digest of their own."""
        return frozenset(person for person, end in self.ends.items() if end == ALONE)

    def abandoned(self, now: datetime) -> bool:
        """Whether whoever claimed it is gone."""
        return self.state == Posted.CLAIMED.value and self.until < now.timestamp()

    def doubtful(self, now: datetime) -> bool:
        """Whether it was tried as often as may be, and nobody can tell what went out."""
        return self.abandoned(now) and self.tries >= MAX_TRIES

    def outcomes(self) -> Iterator[tuple[str, str]]:
        """Each reader's id and what became of their digest; those who have one of their own are left out."""
        told = ((person, self.outcome_of(person)) for person in self.people)
        return ((person, outcome) for person, outcome in told if outcome != ALONE)

    def outcome_of(self, person: str) -> str:
        """What became of one reader's digest; ALONE when they have one of their own."""
        if person in self.sent:
            return Posted.SENT.value
        return self.ends.get(person, Posted.SENT.value if self.state == ENDED else self.state)


def chunk_of(people: Sequence[str], zone: str = "") -> Chunk:
    """A chunk of these readers of one time zone; the same readers make the same chunk."""
    return Chunk(hashlib.sha256("\n".join(people).encode()).hexdigest()[:ID_LENGTH], tuple(people), zone)


def chunked(readers: Iterable[Person], zone: str) -> Iterator[Chunk]:
    """Readers of a zone in chunks, those who read the same beside each other; holds few of each kind at a time."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for one in readers:
        key = kind_of(one)
        some = alike.setdefault(key, [])
        some.append(one.id)
        if len(some) == MOST:
            yield chunk_of(alike.pop(key), zone)
    rest = [person for key in sorted(alike) for person in alike[key]]
    yield from (chunk_of(rest[at : at + MOST], zone) for at in range(0, len(rest), MOST))


def kind_of(reader: Person) -> tuple[str, ...]:
    """Readers of a kind read the same, but for what is each one's own: their place, and what opens their choice."""
    return (reader.department, reader.language, reader.timezone, rhythm_of(reader), reader.role)


def rhythm_of(reader: Person) -> str:
    """How often they get it, as the mail says it."""
    return "monthly" if reader.digest == "monthly" else "weekly"
