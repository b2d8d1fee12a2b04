"""How well a text fits each department's part of the journey, by the map's own words."""

import math
from collections import Counter
from dataclasses import dataclass

from throughline.domain.journey import JourneyMap, Part
from throughline.domain.words import holds_phrase, stems

CUE, NAME, PEOPLE, EFFECT = 3.0, 2.0, 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a text fits one part: the score, the map's words that were hit, a deciding phrase if any."""

    part: Part
    score: float
    hits: tuple[str, ...]
    deciding: str = ""


@dataclass(frozen=True, slots=True)
class _Profile:
    part: Part
    cues: tuple[tuple[tuple[str, ...], str, bool], ...]
    weights: dict[str, float]


class MapWords:
    """The words of a map, weighed once: a word that few parts share says more."""

    def __init__(self, journey_map: JourneyMap) -> None:
        self._profiles = tuple(_profile(part) for part in journey_map.parts if part.active)
        seen = Counter(word for profile in self._profiles for word in profile.weights)
        count = len(self._profiles) or 1
        self._rarity = {word: math.log(1 + count / often) / math.log(1 + count) for word, often in seen.items()}

    def fits(self, text: str) -> list[Fit]:
        """Every part that the text touches, the best first; map order among equals."""
        words = stems(text)
        said = frozenset(words)
        touched = (profile for profile in self._profiles if not said.isdisjoint(profile.weights))
        found = [self._fit(profile, words, said) for profile in touched]
        return sorted((fit for fit in found if fit.score > 0), key=lambda fit: -fit.score)

    def _fit(self, profile: _Profile, words: tuple[str, ...], said: frozenset[str]) -> Fit:
        hits: dict[str, float] = {}
        deciding = ""
        for phrase, written, decides in profile.cues:
            if phrase[0] in said and holds_phrase(words, phrase):
                hits[written] = CUE * sum(self._rarity.get(word, 1.0) for word in phrase)
                deciding = deciding or (written if decides else "")
        spoken = {word for phrase, written, _ in profile.cues if written in hits for word in phrase}
        loose = {word: profile.weights[word] for word in dict.fromkeys(words) if word in profile.weights}
        rest = sum(weight * self._rarity[word] for word, weight in loose.items() if word not in spoken)
        return Fit(profile.part, sum(hits.values()) + rest, tuple(sorted(hits, key=lambda hit: -hits[hit])), deciding)


def _profile(part: Part) -> _Profile:
    weights: dict[str, float] = {}
    for text, weight in (
        (part.how_they_affect_it, EFFECT),
        (f"{part.department} {part.role}", PEOPLE),
        (part.touchpoint, NAME),
    ):
        weights.update(dict.fromkeys(stems(text), weight))
    cues = tuple((stems(cue.words), cue.words, cue.decides) for cue in part.routes_when)
    for phrase, _, _ in cues:
        for word in phrase:
            weights[word] = max(weights.get(word, 0.0), NAME)
    return _Profile(part, tuple(cue for cue in cues if cue[0]), weights)
