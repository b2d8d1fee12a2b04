"""A text as numbers: words, pairs of words, pieces of words and what they mean, each in a bucket of its own kind."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from zlib import crc32

from throughline.domain.routes.concepts import concepts_of, names
from throughline.domain.routes.letters import simple
from throughline.domain.words import STOP, stem, words_in

WORDS = 3 << 14
PIECES = 3 << 14
CONCEPTS = 1 << 9
BUCKETS = WORDS + PIECES + CONCEPTS
LONGEST_READ = 6_000
LONGEST_WORD = 24
SHORTEST, LONGEST = 3, 5
# How much of a text's weight words, pieces and concepts have; each kind is of length one by itself.
WORD_SHARE, PIECE_SHARE, CONCEPT_SHARE = 0.4, 0.4, 0.2


@dataclass(frozen=True, slots=True)
class _Word:
    stem: str
    bucket: int
    pieces: tuple[int, ...]
    concepts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in a text: how often each bucket of words, of pieces, of concepts."""

    words: Mapping[int, int]
    pieces: Mapping[int, int]
    concepts: Mapping[int, int]

    def weighed(self, rarity: Sequence[float] | Mapping[int, float]) -> dict[int, float]:
        """Buckets with their weights; a bucket that few texts share (`rarity`) weighs more."""
        found: dict[int, float] = {}
        for counts, share in (
            (self.words, WORD_SHARE),
            (self.pieces, PIECE_SHARE),
            (self.concepts, CONCEPT_SHARE),
        ):
            weights = {at: _often(count) * rarity[at] for at, count in counts.items()}
            length = math.sqrt(sum(weight * weight for weight in weights.values()))
            if length:
                scale = math.sqrt(share) / length
                found.update((at, weight * scale) for at, weight in weights.items())
        return found


def reading_of(text: str) -> Reading:
    """The text as it is learned from and scored: the same on both sides."""
    return _read([word_of(word) for word in words_in(text[:LONGEST_READ])])


def _read(words: Sequence[_Word]) -> Reading:
    pairs = (_bucket(f"{one.stem} {other.stem}", WORDS) for one, other in pairwise(words))
    return Reading(
        Counter([*(word.bucket for word in words), *pairs]),
        Counter([at for word in words for at in word.pieces]),
        Counter([at for word in words for at in word.concepts]),
    )


@lru_cache(maxsize=1 << 14)
def word_of(word: str) -> _Word:
    """One word, read once."""
    short = word[:LONGEST_WORD]
    letters = simple(short)
    reduced = stem(letters)
    meant = () if short.lower() in STOP else tuple(sorted(_concept(name) for name in concepts_of(short)))
    pieces = tuple(WORDS + _bucket(piece, PIECES) for piece in pieces_of(letters))
    return _Word(reduced, _bucket(reduced, WORDS), pieces, meant)


def pieces_of(word: str) -> Iterable[str]:
    """The pieces of three to five letters of a word, its ends marked by a space."""
    marked = f" {word} "
    for length in range(SHORTEST, LONGEST + 1):
        if len(marked) <= length:
            yield marked
            return
        for at in range(len(marked) - length + 1):
            yield marked[at : at + length]


@cache
def _places() -> dict[str, int]:
    return {name: WORDS + PIECES + at for at, name in enumerate(names())}


def _concept(name: str) -> int:
    return _places()[name]


@cache
def _often_table() -> tuple[float, ...]:
    return tuple(1 + math.log(count) for count in range(1, 64))


def _often(count: int) -> float:
    return _often_table()[min(count, 63) - 1]


def _bucket(told: str, buckets: int) -> int:
    return crc32(told.encode("utf-8", "surrogatepass")) % buckets
