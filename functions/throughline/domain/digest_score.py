"""The week's scores as a digest tells them: so many of ten, and whether a change may be chance."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from throughline.domain.score import FEWEST, Tally, Turn, rounded
from throughline.domain.shares import Asked, pleased, share_turn
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


def scores_of(now: Mapping[Asked, Tally], before: Mapping[Asked, Tally]) -> tuple[ScoreTold, ...]:
    """Every metric that was asked this week, in a fixed order; of several scales the one that most answered.

    Two figures of one name confuse at a glance, and one of both is wrong. The week before has a say in which,
    so that it seldom changes; it is compared on the same scale.
    """
    chosen = (_most_answered(metric, now, before) for metric in ORDER)
    return tuple(_told(asked.metric, now[asked], before.get(asked, Tally())) for asked in chosen if asked)


def own_scores(
    moments: Collection[str],
    now: Mapping[str, Mapping[Asked, Tally]],
    before: Mapping[str, Mapping[Asked, Tally]],
    smallest_group: int,
) -> tuple[ScoreTold, ...]:
    """The scores of these moments alone, where enough answered for one, and enough elsewhere.

    Else what is told of all and of some would tell of the few others.
    """
    own, others = _summed(now, moments), _summed(now, now.keys() - set(moments))
    told = scores_of(own, _summed(before, moments))
    elsewhere = {
        metric: sum(one.answered for asked, one in others.items() if asked.metric is metric) for metric in ORDER
    }
    return tuple(one for one in told if one.tenths is not None and elsewhere[one.metric] >= smallest_group)


def tenths_of(hits: int, count: int) -> int:
    """So many of ten; 0 and 10 only where it is none and all."""
    if hits in (0, count):
        return 10 * hits // count
    return min(9, max(1, rounded(10 * hits / count)))


def _most_answered(metric: Metric, now: Mapping[Asked, Tally], before: Mapping[Asked, Tally]) -> Asked | None:
    asked = sorted(one for one in now if one.metric is metric)
    return max(asked, key=lambda one: (now[one] + before.get(one, Tally())).answered, default=None)


def _summed(figures: Mapping[str, Mapping[Asked, Tally]], moments: Collection[str]) -> Mapping[Asked, Tally]:
    found: dict[Asked, Tally] = defaultdict(Tally)
    for moment in moments:
        for asked, tally in figures.get(moment, {}).items():
            found[asked] += tally
    return found


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
