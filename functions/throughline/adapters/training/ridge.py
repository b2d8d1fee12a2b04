"""Ridge regression of what the prior leaves unexplained, tried on each example without that example."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from throughline.adapters.training.surprise import least_surprise

Floats = npt.NDArray[np.float64]
PENALTIES = (0.03, 0.1, 0.2, 0.4, 0.8, 1.5, 3.0, 6.0, 12.0)
PRIORS = (0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.5)
TEMPERATURES = (0.03, 0.06, 0.12, 0.25, 0.5)


# What a few examples say is half believed at so many; the prior's weight moves as far as more than this speaks for it.
HALF_BELIEVED = 50
FIRMNESS = 5.0
NEARLY_NONE = 0.1


@dataclass(frozen=True, slots=True)
class Aim:
    """What people said of each row, what the prior leans to, and what is known `beside`: a column for each spot.

    `groups` says which spot is of which department. Where there are `many` rows, squared errors choose: they are the
    steadier measure then, and the poorer one where most spots have no row yet.
    """

    wanted: Floats
    lean: Floats
    groups: Floats
    beside: Floats
    many: bool = False


@dataclass(frozen=True, slots=True)
class Fitted:
    """What fits best: `amounts` is each row's part in the weights, `unseen` each row's scores without that row."""

    penalty: float
    prior: float
    amounts: Floats
    unseen: Floats
    loss: float


def fitted(alike: Floats, aim: Aim, *, expected: float = 1.0, priors: Sequence[float] = PRIORS) -> Fitted:
    """The penalty and the weight of the prior by exact leave-one-out over all of them, held near the expected weight.

    `alike` is the rows' kernel. Those win that departments which people named surprise least. The fewer
    rows, the less of what they taught is kept: the first ones are seldom a fair sample.
    """
    left = aim.wanted - aim.beside
    values, vectors = np.linalg.eigh(alike)
    of_wanted, of_lean = vectors.T @ left, vectors.T @ aim.lean
    believed = len(left) / (len(left) + HALF_BELIEVED)
    best: Fitted | None = None
    for penalty in PENALTIES:
        shrunk = 1 / (np.maximum(values, 0.0) + penalty)
        own = (vectors**2 @ shrunk)[:, None]
        plain, leaning = vectors @ (of_wanted * shrunk[:, None]), vectors @ (of_lean * shrunk[:, None])
        for prior in priors:
            amounts = plain - prior * leaning
            missed = amounts / own
            unseen = believed * (left - missed) + (1 - believed) * prior * aim.lean
            cost = (missed**2).sum() if aim.many else _surprise(aim, unseen)
            loss = float(cost) + pull(prior, expected)
            if best is None or loss < best.loss:
                best = Fitted(penalty, prior, believed * amounts, unseen, loss)
    if best is None:
        raise ValueError("there is nothing to choose from")
    return best


def _surprise(aim: Aim, unseen: Floats) -> float:
    return least_surprise(aim.beside + unseen, aim.groups, aim.wanted @ aim.groups, TEMPERATURES)


def pull(weight: float, expected: float) -> float:
    """What it costs, in surprise or squared errors, to take another weight than expected."""
    return FIRMNESS * math.log((weight + NEARLY_NONE) / (expected + NEARLY_NONE)) ** 2
