"""What a week's digest tells, settled once: all its readers read the same, and the weeks after know who was named."""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from throughline.domain.recognition import Change, Thanks
from throughline.domain.week import Week

MARK_BYTES = 5
PINNED, DROPPED = "pinned", "dropped"
MOST_MARKED = 5000  # a mark takes a dozen bytes, and an edition stands in one item of at most 400 KB
Success = Thanks | Change
S = TypeVar("S", bound=Success)


@dataclass(frozen=True, slots=True)
class Hand:
    """What the CX manager wants of a week's digest.

    `pinned` and `dropped` are marks of successes; `free` lets the digest go however little it tells.
    """

    held: bool = False
    free: bool = False
    pinned: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Turns:
    """Who is named in a week, and who had a success in it and has to wait for another."""

    named: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """A week's digest as it was settled; it holds marks and ids, nobody's words.

    `told` are the marks of the successes that it tells. One that is `whole` tells all of its own week too, but those
    that are `untold`; where nobody noted these, it tells all there was. `people` are ids, `led` is the department that
    its headline belongs to. One that is `put_off` tells nothing; a later one tells it, which is then `merged` and goes
    `back` so many weeks.
    """

    week: str
    told: tuple[str, ...] = ()
    whole: bool = False
    untold: tuple[str, ...] | None = None
    people: Turns = field(default_factory=Turns)
    departments: Turns = field(default_factory=Turns)
    headline: str = ""
    led: str = ""
    lesson: str = ""
    recalls: tuple[str, ...] = ()
    put_off: bool = False
    merged: bool = False
    back: int = 1

    def tells(self, success: Success) -> bool:
        """Whether this success is told in it."""
        return bool(self.tells_of([success]))

    def tells_of(self, successes: Iterable[S]) -> tuple[S, ...]:
        """Those of them that are told in it."""
        told, untold = frozenset(self.told), frozenset(self.untold or ())
        known = ((mark_of(one), one) for one in successes)
        return tuple(one for mark, one in known if mark in told or (self._has(one) and mark not in untold))

    def weeks(self) -> tuple[Week, ...]:
        """The weeks whose successes it tells, its own first."""
        found = [Week.parse(self.week)]
        for _ in range(self.back if self.merged else 0):
            found.append(found[-1].previous())
        return tuple(found)

    def _has(self, success: Success) -> bool:
        if not self.whole:
            return False
        week = str(Week.of(success.on))
        return week == self.week or (self.untold is None and week < self.week)


def booked(week: str, told: Sequence[Success], others: Iterable[Success]) -> Edition:
    """An edition that keeps book of what it tells; `others` are those of its own week that it does not tell.

    Of very many it keeps book of these others; where they are very many too, it tells the first ones alone.
    """
    marks = tuple(map(mark_of, told))
    if len(marks) > MOST_MARKED:
        late = tuple(mark_of(one) for one in told if str(Week.of(one.on)) != week)
        untold = tuple(map(mark_of, others))
        if len(late) + len(untold) <= MOST_MARKED:
            return Edition(week, told=late, whole=True, untold=untold)
    return Edition(week, told=marks[:MOST_MARKED])


def without(edition: Edition, *people: str) -> Edition:
    """The same without the ids of these people."""
    kept = (tuple(one for one in ids if one not in people) for ids in (edition.people.named, edition.people.waiting))
    return replace(edition, people=Turns(*kept))


def mark_of(success: Success) -> str:
    """The short name of a success, the same wherever it is spoken of: 8 letters and digits."""
    kind = "thanks" if isinstance(success, Thanks) else "change"
    content = f"{kind}|{success.line}|{success.number}".encode("utf-8", "surrogatepass")
    return base64.b32encode(hashlib.sha256(content).digest()[:MARK_BYTES]).decode().lower()
