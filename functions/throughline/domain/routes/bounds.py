"""How far a record of right and wrong can be trusted."""

import math
from collections.abc import Sequence

# One in ten records of this kind promises too much.
Z = 1.2816
LOWEST_TARGET, HIGHEST_TARGET = 50, 99
NEVER = 2.0
CLOSEST = 1e-6


def lower_bound(right: float, tried: float, z: float = Z) -> float:
    """The least precision that this record makes believable (Wilson's lower bound)."""
    if tried <= 0:
        return 0.0
    share = right / tried
    spread = z * math.sqrt(share * (1 - share) / tried + z * z / (4 * tried * tried))
    return (share + z * z / (2 * tried) - spread) / (1 + z * z / tried)


def bounds_for(record: Sequence[tuple[float, bool]]) -> tuple[float, ...]:
    """For each target from 0.50 to 0.99 the lowest confidence whose precision can be trusted to reach it.

    Where the whole record reaches it, nothing tells where that ends, and the confidence itself has to reach the
    target: examples much alike are all about as sure, and the next one like them a little less.
    """
    found = [NEVER] * (HIGHEST_TARGET - LOWEST_TARGET + 1)
    right = 0
    ordered = sorted(record, key=lambda one: -one[0])
    for tried, (confidence, was_right) in enumerate(ordered, start=1):
        right += was_right
        last_of_equals = tried == len(ordered) or ordered[tried][0] < confidence
        reached = lower_bound(right, tried)
        for at in range(len(found)):
            if last_of_equals and 100 * reached >= LOWEST_TARGET + at:
                found[at] = confidence if tried < len(ordered) else min(confidence, (LOWEST_TARGET + at) / 100)
    return tuple(found)


def bound(bounds: Sequence[float], target: float) -> float:
    """The confidence from which a target can be trusted; above 1 where it never can."""
    at = math.ceil(100 * target - CLOSEST) - LOWEST_TARGET
    if at < 0:
        return bounds[0]
    return bounds[at] if at < len(bounds) else NEVER


def logit(share: float) -> float:
    """A share on the scale from minus to plus infinity, kept finite."""
    inside = min(max(share, CLOSEST), 1 - CLOSEST)
    return math.log(inside / (1 - inside))


def logistic(value: float) -> float:
    """The way back."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, value))))


def shares(scores: Sequence[float], temperature: float) -> list[float]:
    """Scores as shares of one: the lower the temperature, the more the best one takes."""
    best = max(scores, default=0.0)
    weights = [math.exp((score - best) / temperature) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]
