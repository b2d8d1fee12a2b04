"""Which comments of a touchpoint speak of the same thing."""

import heapq
import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from throughline.domain.theme_senses import SENSES
from throughline.domain.theme_words import pairs_of, terms_of

FEWEST = 3
MOST_PAIRED = 1000
MOST_TERMS = 400
MOST_GROUPS = 40
MOST_MARKS = 8
RAREST = 0.002
STRONGEST = math.log(100)
WEAKEST = math.log(1.5)
NOISE = 4
SENSED, SENSED_EVERYWHERE = 1.0, 0.25
SHARED = 2 / 3
SAME = 0.6
_SENSED = frozenset(SENSES.values())


@dataclass(frozen=True, slots=True)
class Group:
    """Comments that speak of one thing, by their place in the sequence; its first mark is the strongest."""

    marks: tuple[str, ...]
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What is said of a touchpoint more than elsewhere, the weightiest first: where it stands, one bit a comment."""

    order: tuple[str, ...]
    weights: Mapping[str, float]
    places: Mapping[str, int]


def groups_of(texts: Sequence[str], own_name: str, elsewhere: Callable[[str], float]) -> Iterator[Group]:
    """The groups in order of weight; a comment is in at most one.

    `elsewhere` tells the share of all other comments that a word stands in. What the touchpoint is called
    says nothing by itself.
    """
    terms = _salient(texts, terms_of(own_name), elsewhere)
    left = (1 << len(texts)) - 1
    for _ in range(MOST_GROUPS):
        term = _weightiest(terms, left)
        if not term:
            return
        marks, taken = _grown(term, terms, left)
        left &= ~taken
        yield Group(marks, tuple(_bits(taken)))


def _weightiest(terms: Terms, left: int) -> str:
    """The term that gathers most of the comments that are left, by number and weight; "" when all gather too few."""
    best, weight = "", 0.0
    for term in terms.order:
        count = (terms.places[term] & left).bit_count()
        if count >= FEWEST and count * terms.weights[term] > weight:
            best, weight = term, count * terms.weights[term]
    return best


def _grown(term: str, terms: Terms, left: int) -> tuple[tuple[str, ...], int]:
    """The group around a term: terms that mostly stand beside it are its marks, near equals bring their comments."""
    marks, taken = [term], terms.places[term] & left
    for other in terms.order:
        beside = terms.places[other] & left
        both, size = (beside & taken).bit_count(), beside.bit_count()
        if other == term or both < FEWEST or both < SHARED * size:
            continue
        marks.append(other)
        if both >= SAME * (size + taken.bit_count() - both):
            taken |= beside
    return tuple(marks[:MOST_MARKS]), taken


def _salient(texts: Sequence[str], own: frozenset[str], elsewhere: Callable[[str], float]) -> Terms:
    counted = Counter(term for text in texts for term in terms_of(text))
    common = [term for term, count in counted.items() if count >= FEWEST]
    weights = {term: _weight(term, counted[term], len(texts) * max(elsewhere(term), RAREST)) for term in common}
    frequent = frozenset(heapq.nsmallest(MOST_PAIRED, common, lambda term: (-counted[term], term)))
    paired = Counter(one for text in texts for one in pairs_of(text, frequent))
    for one in [pair for pair, count in paired.items() if count >= FEWEST]:
        weights[one] = max(weights[term] for term in one.split())
    counted += paired
    telling = [term for term, weight in weights.items() if weight > 0 and term not in own]
    order = heapq.nsmallest(MOST_TERMS, telling, lambda term: (-weights[term] * counted[term], term))
    return Terms(tuple(order), weights, _places(texts, frequent, frozenset(order)))


def _weight(term: str, count: int, expected: float) -> float:
    """How much more often a word is said here, beyond chance; words the service has a sense for count everywhere."""
    lift = math.log(count / expected)
    if lift < WEAKEST or count - expected < NOISE * math.sqrt(expected):
        return SENSED_EVERYWHERE if term in _SENSED else 0.0
    return min(lift, STRONGEST) + (SENSED if term in _SENSED else 0.0)


def _places(texts: Sequence[str], frequent: frozenset[str], kept: frozenset[str]) -> dict[str, int]:
    rows = {term: bytearray(len(texts) // 8 + 1) for term in kept}
    for at, text in enumerate(texts):
        for term in (terms_of(text) | pairs_of(text, frequent)) & kept:
            rows[term][at >> 3] |= 1 << (at & 7)
    return {term: int.from_bytes(row, "little") for term, row in rows.items()}


def _bits(number: int) -> Iterator[int]:
    """The places of the ones."""
    return (at for at, sign in enumerate(reversed(f"{number:b}")) if sign == "1")
