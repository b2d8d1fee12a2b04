"""Whether more people than chance explains speak of a thing all at once."""

import math
from collections.abc import Sequence

from throughline.domain.score import Turn

MOST_WEEKS = 8
FEWEST_NOW = 5
RISK = 0.001
TWO_SIDED = 0.025


def rises(now: int, earlier: Sequence[int]) -> bool:
    """Whether this week's count rose suddenly above that of up to eight earlier weeks, the latest ones last.

    At least five now, at least twice the mean, and so many of them this week that at a steady rate it happens
    less than once in 1,000 weeks: given the sum of all weeks, this week's part of it is binomial, whatever the
    rate (the exact conditional test of two Poisson counts). With ten themes at a touchpoint that is at most one
    false alarm in two years. The count of a week not yet over may be asked about every day: it only grows, so
    asking often adds no alarm. Without an earlier week there is nothing to rise above. That a rise is told only
    once is up to whoever asks.
    """
    weeks = [max(0, count) for count in earlier[-MOST_WEEKS:]]
    before = sum(weeks)
    if not weeks or now < FEWEST_NOW or now * len(weeks) < 2 * before:
        return False
    return _tail(now, now + before, 1 / (len(weeks) + 1)) < RISK


def turn(now: int, before: int) -> Turn:
    """Whether a count went up or down from one week to the next by more than chance, once in 20 weeks at most."""
    if now == before or _tail(max(now, before), now + before, 1 / 2) >= TWO_SIDED:
        return Turn.CHANCE
    return Turn.UP if now > before else Turn.DOWN


def _tail(hits: int, count: int, part: float) -> float:
    """How likely at least so many hits are; summed upwards from above the mean, where terms only shrink."""
    choices = math.lgamma(count + 1) - math.lgamma(hits + 1) - math.lgamma(count - hits + 1)
    term = math.exp(choices + hits * math.log(part) + (count - hits) * math.log1p(-part))
    total, odds = 0.0, part / (1 - part)
    while term > total * 1e-12 and hits <= count:
        total += term
        term *= (count - hits) / (hits + 1) * odds
        hits += 1
    return total
