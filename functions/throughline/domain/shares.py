"""What a question's answers are counted as, scale by scale, and whether their share rose or fell.

CSAT counts the two best answers of a scale (of two or three answers only the best, of a fine scale like 0 to 100
its top quarter). CES counts everyone above the middle: 5 to 7 of 7, and 1 and 2 of 5 where lower is better.
"""

import hashlib
import math
from dataclasses import dataclass
from typing import Self

from throughline.domain.journey import folded
from throughline.domain.score import FEWEST, Tally, Turn, wilson
from throughline.domain.survey import SCALES, Answer, Band, Metric

KEY_LENGTH = 16
MOST_STEPS = 10
FEWEST_STEPS = 3
THOUSAND = 1000
FARTHEST_END = 1e9  # so that a sum of scores is a number that is kept to its last digit


@dataclass(frozen=True, slots=True, order=True)
class Asked:
    """A metric on one scale in one direction: what may be counted together, and nothing else."""

    metric: Metric
    low: float
    high: float
    direction: str = "higher"

    @classmethod
    def of(cls, answer: Answer) -> Self | None:
        """What this answer was asked for; None for what is no score: no metric, NPS on a scale that is not its own."""
        if answer.metric is None or answer.metric not in SCALES:
            return None
        usual = cls.usual(answer.metric)
        low = usual.low if answer.scale_min is None else float(answer.scale_min)
        high = usual.high if answer.scale_max is None else float(answer.scale_max)
        asked = cls(answer.metric, low, high, "lower" if answer.direction == "lower" else "higher")
        own = answer.metric is not Metric.NPS or asked == usual
        return asked if own and -FARTHEST_END <= low < high <= FARTHEST_END else None

    @classmethod
    def usual(cls, metric: Metric) -> Self:
        """The metric on the scale that is meant when none is named."""
        low, high = SCALES[metric]
        return cls(metric, float(low), float(high))

    @classmethod
    def parse(cls, key: str) -> Self:
        """Read a `key`; ValueError for anything else."""
        name, _, rest = key.partition(" ")
        if not rest:
            return cls.usual(Metric(name))
        ends, _, direction = rest.partition(" ")
        low, _, high = ends.partition("..")
        return cls(Metric(name), float(low), float(high), direction or "higher")

    @property
    def key(self) -> str:
        """The name that its counts are kept under: "csat" on its usual scale, else "csat 1..7", "ces 1..5 lower"."""
        if self == Asked.usual(self.metric):
            return self.metric.value
        lower = " lower" if self.direction == "lower" else ""
        return f"{self.metric.value} {_plain(self.low)}..{_plain(self.high)}{lower}"

    def upwards(self, score: float) -> float:
        """The score as it would be if more were better."""
        return self.low + self.high - score if self.direction == "lower" else score


def counted(answer: Answer) -> Tally | None:
    """One answer as a tally to add; None where there is nothing to count: skipped, unmapped, off its scale."""
    asked = Asked.of(answer)
    if asked is None or answer.score is None or not asked.low <= answer.score <= asked.high:
        return None
    band = _band(asked, asked.upwards(answer.score))
    felt = {Band.PROMOTER: Tally(1), Band.PASSIVE: Tally(0, 1), Band.DETRACTOR: Tally(0, 0, 1)}[band]
    return felt + Tally(thousandths=round(answer.score * THOUSAND), summed=1)


def moment_key(touchpoint: str) -> str:
    """A touchpoint's short name: what comes from outside may be long, and outlives an erasure where it is counted."""
    name = folded(touchpoint)
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:KEY_LENGTH] if name else ""


def pleased(metric: Metric, tally: Tally) -> int:
    """How many felt well: promoters; for effort everyone who found it easy at all (5 to 7 of 7)."""
    return tally.promoters + (tally.passives if metric is Metric.CES else 0)


def share_turn(hits: int, count: int, hits_before: int, count_before: int) -> Turn:
    """Whether a share rose or fell by more than chance: Newcombe's interval of the difference excludes 0."""
    if min(count, count_before) < FEWEST:
        return Turn.CHANCE
    part, before = hits / count, hits_before / count_before
    (low, high), (low_before, high_before) = wilson(hits, count), wilson(hits_before, count_before)
    difference = part - before
    if difference > math.hypot(part - low, high_before - before):
        return Turn.UP
    return Turn.DOWN if -difference > math.hypot(high - part, before - low_before) else Turn.CHANCE


def _plain(end: float) -> str:
    return str(int(end)) if end == int(end) else repr(end)


def _band(asked: Asked, score: float) -> Band:
    if asked.metric is Metric.NPS:
        return Band.PROMOTER if score >= 9 else Band.PASSIVE if score >= 7 else Band.DETRACTOR  # noqa: PLR2004 - NPS's own bounds
    if score >= _best_from(asked):
        return Band.PROMOTER
    return Band.PASSIVE if score > (asked.low + asked.high) / 2 else Band.DETRACTOR


def _best_from(asked: Asked) -> float:
    """The score from which an answer is among the best: the two best; of two or three answers the best one."""
    steps = asked.high - asked.low
    if asked.metric is Metric.CES or steps > MOST_STEPS or steps % 1:
        return asked.low + 0.75 * steps
    return asked.high - (1 if steps >= FEWEST_STEPS else 0)
