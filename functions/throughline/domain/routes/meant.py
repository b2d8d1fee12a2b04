"""How near a text comes to the map's own phrases, once both are vectors of meaning."""

from collections.abc import Callable, Sequence
from operator import mul

from throughline.domain.routes.spots import Spot

NEAREST = 2


class MapMeaning:
    """The phrases of a map as vectors, made once."""

    def __init__(self, spots: Sequence[Spot], vectors: Callable[[Sequence[str]], Sequence[Sequence[float]]]) -> None:
        told = [phrases_of(spot) for spot in spots]
        each = list(dict.fromkeys(phrase for phrases in told for phrase in phrases))
        known = dict(zip(each, vectors(each), strict=True)) if each else {}
        self._near = [[known[phrase] for phrase in phrases] for phrases in told]

    def lean(self, vector: Sequence[float]) -> list[float]:
        """For each spot the mean likeness of its nearest phrases."""
        return [_mean(sorted(sum(map(mul, vector, other)) for other in near)[-NEAREST:]) for near in self._near]


def phrases_of(spot: Spot) -> list[str]:
    """What a spot is known by, phrase for phrase: all in one breath would mean nothing."""
    first = spot.parts[0]
    rows = [[*(cue.words for cue in part.routes_when), part.how_they_affect_it] for part in spot.parts]
    said = (first.touchpoint, *(phrase for row in rows for phrase in row))
    return [phrase for phrase in dict.fromkeys(said) if phrase.strip()]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / (len(values) or 1)
