"""The week's scores as a digest tells them: so many of ten, and whether a change may be chance."""

from collections.abc import Mapping
from dataclasses import dataclass

from throughline.domain.score import FEWEST, Tally, Turn, rounded
from throughline.domain.shares import pleased, share_turn
from throughline.domain.survey import Metric

ORDER = (Metric.NPS, Metric.CSAT, Metric.CES)


@dataclass(frozen=True, slots=True)
class ScoreTold:
    """How many of ten felt well, this week and the week before; None where too few answered to say so.

    `share` is this week's in per cent; `chance` is whether the change is within the noise.
    """

    metric: Metric
    answered: int
    tenths: int | None = None
    before: int | None = None
    share: int | None = None
    chance: bool = True


def scores_of(now: Mapping[Metric, Tally], before: Mapping[Metric, Tally]) -> tuple[ScoreTold, ...]:
    """Every metric that was asked this week, in a fixed order."""
    return tuple(_told(metric, now[metric], before.get(metric, Tally())) for metric in ORDER if metric in now)


def tenths_of(hits: int, count: int) -> int:
    """So many of ten; 0 and 10 only where it is none and all."""
    if hits in (0, count):
        return 10 * hits // count
    return min(9, max(1, rounded(10 * hits / count)))


def _told(metric: Metric, now: Tally, before: Tally) -> ScoreTold:
    if now.answered < FEWEST:
        return ScoreTold(metric, now.answered)
    hits, earlier = pleased(metric, now), pleased(metric, before)
    return ScoreTold(
        metric,
        now.answered,
        tenths=tenths_of(hits, now.answered),
        before=tenths_of(earlier, before.answered) if before.answered >= FEWEST else None,
        share=rounded(100 * hits / now.answered),
        chance=share_turn(hits, now.answered, earlier, before.answered) is Turn.CHANCE,
    )
