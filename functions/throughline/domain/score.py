"""Scores from counts, with their noise, rounded once.

NPS = 100 x (promoters - detractors) / answers. Its 95 % interval is the adjusted Wald of Rocks
(The American Statistician, 2016): three answers added, three quarters of one to each end.
CSAT = share of the two best answers, CES = share that found it easy; Wilson intervals.
"""

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

Z95 = 1.959963984540054
FEWEST = 10


class Turn(StrEnum):
    """Which way a score went; within its noise it went nowhere."""

    UP = "up"
    DOWN = "down"
    CHANCE = "chance"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counted answers of one metric on one scale: how many felt which way.

    `thousandths` is the sum of the scores of `summed` answers, in thousandths: whole, so that it is the same in
    any order. Counts kept without their scores have none.
    """

    promoters: int = 0
    passives: int = 0
    detractors: int = 0
    thousandths: int = 0
    summed: int = 0

    @property
    def answered(self) -> int:
        """How many gave a score."""
        return self.promoters + self.passives + self.detractors

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.promoters + other.promoters,
            self.passives + other.passives,
            self.detractors + other.detractors,
            self.thousandths + other.thousandths,
            self.summed + other.summed,
        )

    def __sub__(self, other: "Tally") -> "Tally":
        return Tally(
            self.promoters - other.promoters,
            self.passives - other.passives,
            self.detractors - other.detractors,
            self.thousandths - other.thousandths,
            self.summed - other.summed,
        )


@dataclass(frozen=True, slots=True)
class Scored:
    """A score with its 95 % interval, all in whole points; `enough` is whether it may be shown as a score."""

    value: int
    low: int
    high: int
    answered: int

    @property
    def enough(self) -> bool:
        """Whether there are answers enough to speak of a score."""
        return self.answered >= FEWEST


def rounded(value: float) -> int:
    """Rounded half away from zero."""
    whole = int(Decimal(repr(abs(value))).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return whole if value >= 0 else -whole


def nps(tally: Tally) -> Scored:
    """The Net Promoter Score of a tally; ValueError when nobody answered."""
    count = _some(tally)
    value = 100 * (tally.promoters - tally.detractors) / count
    middle, half = _adjusted_wald(tally)
    return Scored(rounded(value), max(-100, rounded(middle - half)), min(100, rounded(middle + half)), count)


def share(hits: int, count: int) -> Scored:
    """A share in per cent with its Wilson interval; ValueError when nobody answered."""
    if count <= 0:
        raise ValueError("there are no answers to take a share of")
    low, high = wilson(hits, count)
    return Scored(rounded(100 * hits / count), rounded(100 * low), rounded(100 * high), count)


def wilson(hits: int, count: int) -> tuple[float, float]:
    """The ends of a share's 95 % interval, unrounded."""
    part, spread = hits / count, Z95**2 / count
    middle = (part + spread / 2) / (1 + spread)
    half = Z95 * math.sqrt(part * (1 - part) / count + spread / (4 * count)) / (1 + spread)
    return max(0.0, min(part, middle - half)), min(1.0, max(part, middle + half))


def differs(now: Tally, before: Tally) -> bool:
    """Whether the NPS of two weeks differs by more than chance: the interval of the difference excludes 0."""
    if not now.answered or not before.answered:
        return False
    (middle, half), (earlier, earlier_half) = _adjusted_wald(now), _adjusted_wald(before)
    return abs(middle - earlier) > math.hypot(half, earlier_half)


def nps_turn(now: Tally, before: Tally) -> Turn:
    """Whether the score rose or fell by more than chance; of a handful of answers nobody can say."""
    if min(now.answered, before.answered) < FEWEST or not differs(now, before):
        return Turn.CHANCE
    return Turn.UP if _adjusted_wald(now)[0] > _adjusted_wald(before)[0] else Turn.DOWN


def mean(tally: Tally) -> Decimal | None:
    """The mean score to one decimal, halves away from zero; None unless the score of each answer is known."""
    if not tally.answered or tally.summed != tally.answered:
        return None
    tenths, rest = divmod(abs(tally.thousandths), 100 * tally.summed)
    whole = tenths + (2 * rest >= 100 * tally.summed)
    return Decimal(whole if tally.thousandths >= 0 else -whole).scaleb(-1)


def _adjusted_wald(tally: Tally) -> tuple[float, float]:
    count = tally.answered + 3
    up, down = (tally.promoters + 0.75) / count, (tally.detractors + 0.75) / count
    variance = (up + down - (up - down) ** 2) / count
    return 100 * (up - down), 100 * Z95 * math.sqrt(variance)


def _some(tally: Tally) -> int:
    if tally.answered <= 0:
        raise ValueError("there are no answers to score")
    return tally.answered
