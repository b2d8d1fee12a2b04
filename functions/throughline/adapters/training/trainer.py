"""Makes a model from what people decided; needs numpy, which the scorer does not."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from throughline.adapters.training.blocks import Settling
from throughline.adapters.training.lessons import Lesson, lessons_from, of_departments, targets
from throughline.adapters.training.matrix import Rows
from throughline.adapters.training.ridge import Aim, Fitted, fitted, pull
from throughline.adapters.training.trust import head_of
from throughline.adapters.training.writing import Written, written
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.precedent import Example
from throughline.domain.routes.map_prior import MapPrior
from throughline.domain.routes.meant import MapMeaning
from throughline.domain.routes.reading import BUCKETS, reading_of
from throughline.domain.routes.scorer import MEANING_PRIOR, Scorer, Vectors
from throughline.domain.routes.spots import Spot, spots_of
from throughline.domain.routes.weights import Head, Model

Floats = npt.NDArray[np.float64]
EXACT, TRIED = 2_200, 1_500
BIAS = 0.05
PASSES, LAST_PASSES = 8, 4
HELD_BACK = 10
CARRIED = (0.3, 0.5, 0.7, 0.85, 1.0)
NEAR_PRIORS = (0.0, 0.2, 0.4, 0.8, 1.25, 2.0, 3.0)
SENSE_BIAS = 0.05
# Those held back are read for sense one by one, 20 ms each; a quarter of an hour is all there is.
MOST_FOR_SENSE = 20_000
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class _Class:
    """Everything that is learned from.

    `lean` is the prior of each lesson, `wanted` what people said of it, `groups` which spot is of which department.
    """

    spots: tuple[Spot, ...]
    lessons: list[Lesson]
    lean: Floats
    wanted: Floats
    groups: Floats

    def aim(self, count: int) -> Aim:
        """The first so many of them, nothing being known beside."""
        told = self.wanted[:count]
        return Aim(told, self.lean[:count], self.groups, np.zeros(told.shape), len(self.lessons) > EXACT)


@dataclass(frozen=True, slots=True)
class _Words:
    """What words taught: weights by column and the level, and the scores of rows that were not seen."""

    weights: npt.NDArray[np.float32]
    level: Floats
    prior: float
    tested: npt.NDArray[np.int64]
    unseen: Floats


class RidgeTrainer:
    """Learns what the map's own words leave unexplained; `vectors` adds what sentences mean."""

    def __init__(self, vectors: Vectors | None = None) -> None:
        self._vectors = vectors

    def learn(self, examples: Sequence[Example], journey_map: JourneyMap) -> bytes:
        """The model, as the bytes of its file; the same examples in any order, repeated or not, give the same."""
        spots = spots_of(journey_map)
        taught = _class_of(lessons_from(examples), spots)
        rarity = _rarity(taught.lessons)
        rows = Rows(reading_of(one.text).weighed(rarity) for one in taught.lessons)
        words = _exact(rows, taught) if rows.count <= EXACT else _settled(rows, taught)
        wanted = taught.wanted[words.tested]
        nobodys = int((taught.wanted[:, -1] > MOSTLY).sum())
        head = head_of(words.unseen, wanted, taught.groups, nobodys, prior=words.prior)
        told = Written(journey_map.version, spots, taught.lessons, rarity, rows, words.weights, words.level)
        if self._vectors is None or not 0 < rows.count <= MOST_FOR_SENSE:
            return written(told, head)
        sense, meaning = self._sense(self._vectors, taught, words)
        return written(told, head, sense, meaning)

    def right(self, model: bytes, examples: Sequence[Example], journey_map: JourneyMap) -> int:
        """How many of these the model gives to the right department; nobody's counts where it says so."""
        learned = Model(model)
        scorer = Scorer(journey_map, learned, self._vectors if learned.told.meaning else None)
        return sum(_is_right(scorer, one) for one in examples)

    def _sense(self, vectors: Vectors, taught: _Class, words: _Words) -> tuple[Floats, Head]:
        """What meaning adds to what words, not having seen a text, said of it."""
        chosen = [taught.lessons[at] for at in words.tested]
        seen = np.array([vectors([one.text])[0] for one in chosen], dtype=np.float64)
        meant = MapMeaning(taught.spots, vectors)
        near = _centred(np.array([meant.lean(vector.tolist()) for vector in seen]))
        wanted = taught.wanted[words.tested]
        alike = seen @ seen.T + SENSE_BIAS

        def sensed(share: float) -> Fitted:
            expected = min(MEANING_PRIOR * share * words.prior, NEAR_PRIORS[-1])
            aim = Aim(wanted, near, taught.groups, share * words.unseen, len(taught.lessons) > EXACT)
            return fitted(alike, aim, expected=expected, priors=NEAR_PRIORS)

        tried = [(share, sensed(share)) for share in CARRIED]
        share, best = min(tried, key=lambda one: one[1].loss + pull(one[0], 1.0))
        weights = np.vstack([seen.T @ best.amounts, SENSE_BIAS * best.amounts.sum(axis=0)])
        unseen = share * words.unseen + best.unseen
        nobodys = int((taught.wanted[:, -1] > MOSTLY).sum())
        return weights, head_of(unseen, wanted, taught.groups, nobodys, prior=best.prior, carried=share)


def _class_of(lessons: list[Lesson], spots: tuple[Spot, ...]) -> _Class:
    prior = MapPrior(spots)
    lean = np.array([prior.lean(one.text) for one in lessons]).reshape(len(lessons), len(spots))
    wanted = targets(lessons, spots, lean) if lessons and spots else np.zeros((len(lessons), len(spots) + 1))
    known = wanted.sum(axis=1) > 0
    kept = [one for one, is_known in zip(lessons, known, strict=True) if is_known]
    return _Class(spots, kept, _centred(lean[known]), wanted[known], of_departments(spots))


def _centred(lean: Floats) -> Floats:
    """Each row without its mean, and a column for nobody."""
    if lean.size == 0:
        return np.zeros((len(lean), lean.shape[-1] + 1))
    return np.hstack([lean - lean.mean(axis=1, keepdims=True), np.zeros((len(lean), 1))])


def _rarity(lessons: Sequence[Lesson]) -> list[float]:
    """How much each bucket says, by how few texts it stands in."""
    seen = np.zeros(BUCKETS)
    for lesson in lessons:
        reading = reading_of(lesson.text)
        for counts in (reading.words, reading.pieces, reading.concepts):
            seen[list(counts)] += 1
    found = np.log((1 + len(lessons)) / (1 + seen)) + 1
    return [float(one) for one in found.astype(np.float32)]


def _exact(rows: Rows, taught: _Class) -> _Words:
    every = np.arange(rows.count)
    if rows.count == 0:
        empty = np.zeros((0, taught.wanted.shape[1]))
        return _Words(empty.astype(np.float32), np.zeros(taught.wanted.shape[1]), 1.0, every, empty)
    best = fitted(rows.alike() + BIAS, taught.aim(rows.count))
    weights = np.zeros((len(rows.buckets), taught.wanted.shape[1]), dtype=np.float32)
    rows.spread(best.amounts, weights, 0, rows.count)
    return _Words(weights, BIAS * best.amounts.sum(axis=0), best.prior, every, best.unseen)


def _settled(rows: Rows, taught: _Class) -> _Words:
    """Penalty and prior from as many as fit beside each other; then all of them, the last tenth first held back."""
    best = fitted(rows.alike_within(0, TRIED) + BIAS, taught.aim(TRIED))
    left = taught.wanted - best.prior * taught.lean
    settling = Settling(rows, left, best.penalty, BIAS)
    until = rows.count - rows.count // HELD_BACK
    settling.run(PASSES, until)
    tested = np.arange(until, rows.count)
    unseen = best.prior * taught.lean[tested] + settling.scores(until, rows.count)
    settling.run(LAST_PASSES, rows.count)
    return _Words(settling.weights, settling.level, best.prior, tested, unseen)


def _is_right(scorer: Scorer, example: Example) -> bool:
    scored = scorer.score(example.text)
    if not (example.department or example.touchpoint):
        return scored.nobody >= scored.head.nobody
    if not scored.ranked:
        return False
    best = scored.ranked[0][1]
    return (
        folded(example.department) == best.department
        if example.department
        else (folded(example.touchpoint) == best.key[0])
    )
