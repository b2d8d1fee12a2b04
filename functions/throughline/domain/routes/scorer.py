"""One text beside all spots of the map: prior, what was learned, and meaning where somebody reads for sense."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from throughline.domain.decision import Why
from throughline.domain.journey import JourneyMap
from throughline.domain.routes.bounds import NEVER, bound, logistic, logit, shares
from throughline.domain.routes.map_prior import MapPrior
from throughline.domain.routes.meant import MapMeaning
from throughline.domain.routes.reading import reading_of
from throughline.domain.routes.spots import Spot, by_department, spots_of
from throughline.domain.routes.weights import Head, Model
from throughline.domain.routes.why import Reasons

Vectors = Callable[[Sequence[str]], Sequence[Sequence[float]]]
# With the map alone there is nothing to measure confidence by: these keep it low.
UNTAUGHT = Head(prior=1.0, temperature=0.05, slope=0.5, offset=0.0, bounds=(NEVER,), nobody=NEVER)
UNTAUGHT_MEANING = replace(UNTAUGHT, temperature=0.13)
MEANING_PRIOR = 2.5


@dataclass(frozen=True, slots=True)
class Scored:
    """Departments by confidence, each with its likeliest spot; the best first.

    `nobody` is the share that is nobody's, `head` says from which confidence it may be believed. `heard` is false
    where not one word said anything.
    """

    ranked: tuple[tuple[float, Spot], ...]
    nobody: float
    head: Head
    heard: bool

    @property
    def nobodys(self) -> bool:
        """Whether it is nobody's."""
        return self.nobody >= self.head.nobody

    def trusted(self, target: float) -> bool:
        """Whether the best department reaches the owner's target."""
        return bool(self.ranked) and self.ranked[0][0] >= bound(self.head.bounds, target)


class Scorer:
    """Scores texts by one version of the map, and one model if there is one."""

    def __init__(self, journey_map: JourneyMap, model: Model | None = None, vectors: Vectors | None = None) -> None:
        self.spots = spots_of(journey_map)
        self._places = {spot.key: at for at, spot in enumerate(self.spots)}
        self._version = journey_map.version
        self.model = model
        self._prior = MapPrior(self.spots)
        self._vectors = vectors
        self._meaning = MapMeaning(self.spots, vectors) if vectors else None
        known = {key: at for at, key in enumerate(model.told.spots)} if model else {}
        self._columns = [known.get(spot.key) for spot in self.spots]
        self._reasons = Reasons(self._prior, model)

    def score(self, text: str) -> Scored:
        """The text beside every spot."""
        lean = self._prior.lean(text)
        centred = _centred(lean)
        vector = self._vectors([text])[0] if self._vectors and text.strip() else None
        near = _centred(self._meaning.lean(vector)) if self._meaning and vector else None
        if self.model is None:
            return self._untaught(lean, centred, near)
        return self._taught(self.model, text, centred, vector, near)

    def why(self, text: str, scored: Scored) -> Why:
        """What spoke for the best department of these."""
        ranked = [self._places[spot.key] for _, spot in scored.ranked[:2]]
        second = ranked[1] if len(ranked) > 1 else None
        words = self._reasons.words(text, ranked[0], second, self._columns) if ranked else ()
        return Why(words, (), self._reasons.nearest(text), self.model.name if self.model else "", self._version)

    def nearest_phrase(self, text: str, scored: Scored) -> str:
        """The words of the map that mean nearly the same, among those of the best of these; empty without vectors."""
        if self._vectors is None or self._meaning is None or not scored.ranked:
            return ""
        return self._meaning.nearest(self._vectors([text])[0], self._places[scored.ranked[0][1].key])

    def _untaught(self, lean: list[float], centred: list[float], near: list[float] | None) -> Scored:
        if near is None:
            return self._scored([*centred], None, UNTAUGHT, heard=any(lean))
        both = [one + MEANING_PRIOR * other for one, other in zip(centred, near, strict=True)]
        return self._scored(both, None, UNTAUGHT_MEANING, heard=True)

    def _taught(
        self, model: Model, text: str, centred: list[float], vector: Sequence[float] | None, near: list[float] | None
    ) -> Scored:
        head = model.told.words
        learned = model.learned(reading_of(text).weighed(model.rarity))
        scores = [head.prior * one + self._of(learned, at) for at, one in enumerate(centred)]
        nobody = learned[-1]
        sense = model.told.meaning
        if sense and vector is not None and near is not None and len(vector) == model.told.width:
            sensed = model.sensed(vector)
            scores = [
                sense.carried * one + sense.prior * other + self._of(sensed, at)
                for at, (one, other) in enumerate(zip(scores, near, strict=True))
            ]
            nobody, head = sense.carried * nobody + sensed[-1], sense
        return self._scored(scores, nobody, head, heard=True)

    def _of(self, learned: Sequence[float], at: int) -> float:
        column = self._columns[at]
        return 0.0 if column is None else learned[column]

    def _scored(self, scores: list[float], nobody: float | None, head: Head, *, heard: bool) -> Scored:
        if not scores:
            return Scored((), 0.0, head, heard=False)
        found = shares([*scores, nobody] if nobody is not None else scores, head.temperature)
        of_nobody = found.pop() if nobody is not None else 0.0
        total = sum(found) or 1.0
        ranked = by_department(self.spots, [one / total for one in found])
        sure = tuple((logistic(head.slope * logit(share) + head.offset), self.spots[at]) for share, at in ranked)
        return Scored(sure, of_nobody, head, heard)


def _centred(scores: Sequence[float]) -> list[float]:
    mean = sum(scores) / (len(scores) or 1)
    return [score - mean for score in scores]
