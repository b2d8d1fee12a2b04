"""How near a text comes to the map's own phrases, once both are vectors of meaning."""

import math
from collections.abc import Callable, Sequence
from operator import mul

from throughline.domain.routes.spots import Spot

NEAREST = 2
# How it was says nothing of whose work it is, but pulls every praise and every anger to the same few phrases.
MOODS = ("good", "bad", "very good", "very bad", "happy", "unhappy", "thank you", "fine")
LEAST_NEW, LEAST_LEFT = 0.1, 0.6
Vector = Sequence[float]


class MapMeaning:
    """The phrases of a map as vectors, made once; what they say of moods is taken out of them, and out of texts."""

    def __init__(self, spots: Sequence[Spot], vectors: Callable[[Sequence[str]], Sequence[Vector]]) -> None:
        told = [phrases_of(spot) for spot in spots]
        each = list(dict.fromkeys(phrase for phrases in told for phrase in phrases))
        self._moods = _directions(vectors(list(MOODS))) if each else []
        known = (
            {phrase: self._without_mood(one) for phrase, one in zip(each, vectors(each), strict=True)} if each else {}
        )
        self._near = [[known[phrase] for phrase in phrases] for phrases in told]

    def lean(self, vector: Vector) -> list[float]:
        """For each spot the mean likeness of its nearest phrases."""
        bare = self._without_mood(vector)
        return [_mean(sorted(sum(map(mul, bare, other)) for other in near)[-NEAREST:]) for near in self._near]

    def _without_mood(self, vector: Vector) -> list[float]:
        """What is left of it, of length one; shorter where hardly anything is left."""
        left = _beside(vector, self._moods)
        length = max(_length(left), LEAST_LEFT)
        return [one / length for one in left]


def phrases_of(spot: Spot) -> list[str]:
    """What a spot is known by, phrase for phrase: all in one breath would mean nothing."""
    first = spot.parts[0]
    rows = [[*(cue.words for cue in part.routes_when), part.how_they_affect_it] for part in spot.parts]
    said = (first.touchpoint, *(phrase for row in rows for phrase in row))
    return [phrase for phrase in dict.fromkeys(said) if phrase.strip()]


def _directions(vectors: Sequence[Vector]) -> list[list[float]]:
    """Directions of length one, square to each other, that hold all of these."""
    found: list[list[float]] = []
    for vector in vectors:
        left = _beside(vector, found)
        length = _length(left)
        if length > LEAST_NEW:
            found.append([one / length for one in left])
    return found


def _beside(vector: Vector, directions: Sequence[Vector]) -> list[float]:
    """A vector without its part along these directions."""
    left = list(vector)
    for direction in directions:
        along = sum(map(mul, left, direction))
        left = [one - along * other for one, other in zip(left, direction, strict=True)]
    return left


def _length(vector: Vector) -> float:
    return math.sqrt(sum(map(mul, vector, vector)))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / (len(values) or 1)
