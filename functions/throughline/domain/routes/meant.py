"""How near a text comes to the map's own phrases, once both are vectors of meaning."""

import math
from collections.abc import Callable, Sequence
from operator import mul

from throughline.domain.routes.spots import Spot

# Each next phrase of a spot counts so much of the one before it: the nearest says most, and the others whether it was
# chance.
FADING = 0.7
# How it was says nothing of whose work it is, but pulls every praise and every anger to the same few phrases.
MOODS = ("good", "bad", "very good", "very bad", "happy", "unhappy", "thank you", "fine")
LEAST_NEW, LEAST_LEFT = 0.1, 0.6
Vector = Sequence[float]


class MapMeaning:
    """The phrases of a map as vectors, made once; what they say of moods is taken out of them, and out of texts."""

    def __init__(self, spots: Sequence[Spot], vectors: Callable[[Sequence[str]], Sequence[Vector]]) -> None:
        self._told = [phrases_of(spot) for spot in spots]
        each = list(dict.fromkeys(phrase for phrases in self._told for phrase in phrases))
        self._moods = _directions(vectors(list(MOODS))) if each else []
        self._known = (
            {phrase: self._without_mood(one) for phrase, one in zip(each, vectors(each), strict=True)} if each else {}
        )
        self._size = {phrase: sum(map(mul, one, one)) for phrase, one in self._known.items()}

    def lean(self, vector: Vector) -> list[float]:
        """For each spot the likeness of its phrases, the nearest first and foremost."""
        like = self._like(vector)
        return [_faded(sorted((like[phrase] for phrase in phrases), reverse=True)) for phrases in self._told]

    def nearest(self, vector: Vector, spot: int) -> str:
        """The phrase of one spot that is nearest."""
        like = self._like(vector)
        return max(self._told[spot], key=like.__getitem__, default="")

    def _like(self, vector: Vector) -> dict[str, float]:
        """The product with each phrase, by way of the distance: that is one call, and quicker than to multiply."""
        bare = self._without_mood(vector)
        own = sum(map(mul, bare, bare))
        return {
            phrase: (own + self._size[phrase] - math.dist(bare, other) ** 2) / 2
            for phrase, other in self._known.items()
        }

    def _without_mood(self, vector: Vector) -> tuple[float, ...]:
        """What is left of it, of length one; shorter where hardly anything is left."""
        left = _beside(vector, self._moods)
        length = max(_length(left), LEAST_LEFT)
        return tuple(one / length for one in left)


def phrases_of(spot: Spot) -> list[str]:
    """What a spot is known by, phrase for phrase: all in one breath would mean nothing."""
    first = spot.parts[0]
    rows = [[*(cue.words for cue in part.routes_when), part.how_they_affect_it] for part in spot.parts]
    said = (first.touchpoint, *(phrase for row in rows for phrase in row))
    return [phrase for phrase in dict.fromkeys(said) if phrase.strip()]


def _faded(nearest_first: Sequence[float]) -> float:
    """Their mean, each next one counting less."""
    total, weight, weights = 0.0, 1.0, 0.0
    for one in nearest_first:
        total, weights = total + weight * one, weights + weight
        weight *= FADING
    return total / (weights or 1.0)


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
