"""What words mean beside the map's own phrases, once both are vectors; whose phrases come nearest."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from throughline.domain.decision import Candidate
from throughline.domain.journey import JourneyMap, Part, folded

NEAREST = 2
SHARPNESS = 0.05
SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class Weighed:
    """The likeliest departments by meaning, the best first, and why in a few words.

    `knows_words` is true where what the words say is in there already.
    """

    candidates: tuple[Candidate, ...]
    reason: str
    knows_words: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A few words of the map and the part that they point at, which is the map's `number`th."""

    words: str
    part: Part
    number: int


def phrases_of(journey_map: JourneyMap) -> tuple[Phrase, ...]:
    """Every phrase of every active part, one by one: a list of words in one breath means nothing."""
    return tuple(
        Phrase(words, part, number)
        for number, part in enumerate(journey_map.parts)
        if part.active
        for words in dict.fromkeys([*(cue.words for cue in part.routes_when), part.touchpoint])
    )


def nearest(likeness: Sequence[float], phrases: Sequence[Phrase]) -> Weighed | None:
    """The departments whose phrases are likest; `likeness` has one cosine for each phrase. None without phrases.

    A part is as near as the mean of its nearest phrases, a department as near as its nearest part.
    """
    of_part: dict[int, list[tuple[float, Phrase]]] = {}
    for one, phrase in zip(likeness, phrases, strict=True):
        of_part.setdefault(phrase.number, []).append((one, phrase))
    best: dict[str, tuple[float, Phrase]] = {}
    for near, phrase in sorted(map(_near, of_part.values()), key=lambda one: -one[0]):
        best.setdefault(folded(phrase.part.department), (near, phrase))
    if not best:
        return None
    shares = _shares([near for near, _ in best.values()])
    found = [_candidate(phrase.part, share) for (_, phrase), share in zip(best.values(), shares, strict=True)]
    return Weighed(tuple(found), f"closest to “{next(iter(best.values()))[1].words}”")


def pooled(by_words: Iterable[Candidate], by_meaning: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The likeliest by both together: the mean of two opinions is seldom far off where one of them is."""
    summed: dict[str, float] = {}
    seen: dict[str, Candidate] = {}
    for one in (*by_meaning, *by_words):
        name = folded(one.department)
        summed[name] = summed.get(name, 0.0) + one.confidence / 2
        seen.setdefault(name, one)
    top = sorted(seen, key=lambda name: -summed[name])[:SUGGESTIONS]
    return tuple(
        Candidate(seen[name].department, seen[name].touchpoint, round(min(summed[name], 1.0), 3)) for name in top
    )


def likeness(one: Sequence[float], other: Sequence[float]) -> float:
    """The cosine of two vectors of length one."""
    return sum(map(float.__mul__, one, other))


def _near(found: list[tuple[float, Phrase]]) -> tuple[float, Phrase]:
    """How near a part is, and the phrase of it that is nearest."""
    nearest_first = sorted(found, key=lambda one: -one[0])[:NEAREST]
    return sum(near for near, _ in nearest_first) / len(nearest_first), nearest_first[0][1]


def _shares(near: Sequence[float]) -> list[float]:
    weights = [math.exp((one - near[0]) / SHARPNESS) for one in near]
    return [weight / sum(weights) for weight in weights]


def _candidate(part: Part, share: float) -> Candidate:
    return Candidate(part.department, part.touchpoint, round(share, 3))
