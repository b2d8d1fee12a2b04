"""The week's scores as a digest tells them: so many of ten, and whether a change may be chance."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from throughline.domain.score import FEWEST, Tally, Turn, rounded
from throughline.domain.shares import Asked, pleased, share_turn
from throughline.domain.survey import Metric

ORDER = (Metric.NPS, Metric.CSAT, Metric.CES)
Moments = Mapping[str, Mapping[Asked, Tally]]


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


def own_scores(moments: Collection[str], now: Moments, before: Moments, smallest_group: int) -> tuple[ScoreTold, ...]:
    """The scores of these moments alone, where enough answered for one, and enough elsewhere on the very same scale.

    Else what is told of all and of some would tell of the few others. What other departments are told overlaps, so
    that a moment of few counts in none of them: no two figures differ by the answers of a few.
    """
    own, earlier = _tellable(now, moments, smallest_group), _tellable(before, moments, smallest_group)
    chosen = (_most_answered(metric, own, earlier) for metric in ORDER)
    told = (_told(asked.metric, own[asked], earlier.get(asked, Tally())) for asked in chosen if asked)
    return tuple(one for one in told if one.tenths is not None)


def tenths_of(hits: int, count: int) -> int:
    """So many of ten; 0 and 10 only where it is none and all."""
    if hits in (0, count):
        return 10 * hits // count
    return min(9, max(1, rounded(10 * hits / count)))


def _most_answered(metric: Metric, now: Mapping[Asked, Tally], before: Mapping[Asked, Tally]) -> Asked | None:
    asked = sorted(one for one in now if one.metric is metric)
    return max(asked, key=lambda one: (now[one] + before.get(one, Tally())).answered, default=None)


def _tellable(week: Moments, moments: Collection[str], smallest_group: int) -> Mapping[Asked, Tally]:
    """What these moments add up to on each scale, where that and the rest of the week are no few."""
    found: dict[Asked, Tally] = {}
    for asked in {asked for figures in week.values() for asked in figures}:
        counts = {moment: figures[asked] for moment, figures in week.items() if asked in figures}
        hidden = _hidden({moment: one.answered for moment, one in counts.items()}, smallest_group)
        own = _sum(one for moment, one in counts.items() if moment in moments and moment not in hidden)
        if own.answered and _sum(counts.values()).answered - own.answered >= smallest_group:
            found[asked] = own
    return found


def _hidden(answered: Mapping[str, int], smallest_group: int) -> Collection[str]:
    """The moments of few answers; the next larger ones with them, until together they are no few."""
    ordered = sorted((moment for moment, count in answered.items() if count), key=lambda one: (answered[one], one))
    hidden = [one for one in ordered if answered[one] < smallest_group]
    larger = ordered[len(hidden) :]
    while hidden and larger and sum(answered[one] for one in hidden) < smallest_group:
        hidden.append(larger.pop(0))
    return frozenset(hidden)


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


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
