"""How far scores may be believed, from what they said of examples that they had not seen."""

import math

import numpy as np
import numpy.typing as npt

from throughline.adapters.training.surprise import shares, surprise
from throughline.domain.routes.bounds import CLOSEST, NEVER, bounds_for
from throughline.domain.routes.scorer import UNTAUGHT
from throughline.domain.routes.weights import Head

Floats = npt.NDArray[np.float64]
TEMPERATURES = (0.02, 0.03, 0.05, 0.07, 0.1, 0.14, 0.2, 0.28, 0.4, 0.6)
# A few examples can't tell how flat shares should be, and flat ones favour whoever has most touchpoints: so many
# have to speak against what the map alone goes by.
STEADINESS = 4.0
MOST_LOST = 0.035
FEWEST_OF_NOBODY = 5
LEAST_OF_NOBODY = 0.02
STEPS, FIRMNESS = 60, 2.0


def head_of(
    unseen: Floats, wanted: Floats, groups: Floats, nobodys: int, *, prior: float, carried: float = 1.0
) -> Head:
    """Temperature, calibration, bounds and nobody's bound, all from scores of rows without themselves.

    `groups` says which spot belongs to which department, nobody last in both; `nobodys` is how many examples of
    nobody were learned from.
    """
    if len(wanted) == 0:
        return Head(prior=prior, temperature=0.1, slope=1.0, offset=0.0, bounds=bounds_for([]), nobody=NEVER)
    somebodys = wanted[:, -1] < 0.5  # noqa: PLR2004 - most people said so
    meant = wanted @ groups
    temperature = _temperature(unseen, groups, meant, prior * UNTAUGHT.temperature)
    each = shares(unseen, temperature)
    real = (each[:, :-1] / np.maximum(each[:, :-1].sum(axis=1, keepdims=True), CLOSEST)) @ groups[:-1, :-1]
    best = real.argmax(axis=1)
    right = meant[np.arange(len(best)), best] > 0
    logits = np.log(np.clip(real.max(axis=1), CLOSEST, 1 - CLOSEST))
    logits -= np.log1p(-np.clip(real.max(axis=1), CLOSEST, 1 - CLOSEST))
    slope, offset = _line(logits[somebodys], right[somebodys])
    confidence = 1 / (1 + np.exp(-(slope * logits + offset)))
    record = list(zip(confidence.tolist(), right.tolist(), strict=True))
    return Head(
        prior=prior,
        temperature=temperature,
        slope=slope,
        offset=offset,
        bounds=bounds_for(record),
        nobody=_nobody(each[:, -1], somebodys) if nobodys >= FEWEST_OF_NOBODY else NEVER,
        carried=carried,
    )


def _temperature(unseen: Floats, groups: Floats, meant: Floats, expected: float) -> float:
    """How much the best score takes, so that few are surprised; held near what the map alone goes by."""

    def cost(one: float) -> float:
        return surprise(unseen, groups, meant, one) + STEADINESS * math.log(one / expected) ** 2

    return min(TEMPERATURES, key=cost)


def _line(logits: Floats, right: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """The straight line on the logistic scale that makes confidence honest; held near "as it is" by few examples."""
    slope, offset = 1.0, 0.0
    if len(logits) == 0:
        return slope, offset
    table = np.column_stack([logits, np.ones(len(logits))])
    for _ in range(STEPS):
        guess = 1 / (1 + np.exp(-(table @ np.array([slope, offset]))))
        pull = table.T @ (guess - right) + FIRMNESS * np.array([slope - 1, offset])
        curve = (table * (guess * (1 - guess))[:, None]).T @ table + FIRMNESS * np.eye(2)
        step = np.linalg.solve(curve, pull)
        slope, offset = max(float(slope - step[0]), 0.05), float(offset - step[1])
    return slope, offset


def _nobody(given: Floats, somebodys: npt.NDArray[np.bool_]) -> float:
    """The share from which a text is nobody's: so many real ones may be lost to it, no more."""
    if not somebodys.any():
        return NEVER
    return max(LEAST_OF_NOBODY, float(np.quantile(given[somebodys], 1 - MOST_LOST)))
