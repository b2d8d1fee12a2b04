"""A model of what was learned, and the pointer that puts it in place."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from throughline.domain.precedent import Example

HELD_BACK = 5  # every fifth example measures, and does not teach
CODE = 8


@dataclass(frozen=True, slots=True)
class Placed:
    """What routes now: `model` learned from all examples, its `twin` without those held back, to be measured by.

    `roll` names the list of what was learned from, without words, and `count` is how many that were; `right` of
    `measured` held back ones the twin got right. `tried` is the digest of the newest examples that were looked
    at, taken or not, and `why` says what came of it. `revision` grows with every change of the pointer; none
    before `since` may come back, since it knew words that were erased. `target` is how sure it has to be where
    people let too little stand; 0 where the map's own will do.
    """

    revision: int
    model: str
    twin: str
    roll: str
    map_version: str
    count: int
    right: int
    measured: int
    on: date
    tried: str
    why: str
    since: int = 1
    target: float = 0.0

    @property
    def files(self) -> frozenset[str]:
        """Everything that is kept for it."""
        return frozenset((self.model, self.twin, self.roll))


@dataclass(frozen=True, slots=True)
class Roll:
    """Who was in class, without their words: a code of each text, with a code of where it belongs."""

    texts: frozenset[bytes]
    rows: frozenset[bytes]

    @classmethod
    def of(cls, examples: Iterable[Example]) -> "Roll":
        """The roll of these examples."""
        rows = frozenset(_code(one.text) + _code(f"{one.touchpoint}\n{one.department}") for one in examples)
        return cls(frozenset(row[:CODE] for row in rows), rows)

    @classmethod
    def parse(cls, data: bytes) -> "Roll":
        """The roll that `data` tells."""
        rows = frozenset(data[at : at + 2 * CODE] for at in range(0, len(data), 2 * CODE))
        return cls(frozenset(row[:CODE] for row in rows), rows)

    @property
    def data(self) -> bytes:
        """As bytes, the same in any order."""
        return b"".join(sorted(self.rows))

    def digest(self, map_version: str) -> str:
        """The same examples for the same map have the same digest."""
        return hashlib.sha256(map_version.encode() + self.data).hexdigest()


def parted(examples: Iterable[Example]) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """What teaches and what is held back; the same text is always on the same side."""
    teaching: list[Example] = []
    held: list[Example] = []
    for one in sorted(examples):
        (teaching if _code(one.text)[0] % HELD_BACK else held).append(one)
    return tuple(teaching), tuple(held)


def _code(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:CODE]
