"""How much scores are surprised by what people said: what every choice in training is measured by."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from throughline.domain.routes.bounds import CLOSEST

Floats = npt.NDArray[np.float64]


def shares(scores: Floats, temperature: float) -> Floats:
    """Each row's scores as shares of one."""
    raised = np.exp((scores - scores.max(axis=1, keepdims=True)) / temperature)
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def surprise(scores: Floats, groups: Floats, meant: Floats, temperature: float) -> float:
    """The sum over rows of how unlikely they had made what was right; `meant` is above 0 for each group that was."""
    right = ((shares(scores, temperature) @ groups) * (meant > 0)).sum(axis=1)
    return float(-np.log(np.maximum(right, CLOSEST)).sum())


def least_surprise(scores: Floats, groups: Floats, meant: Floats, temperatures: Sequence[float]) -> float:
    """The same at the temperature that suits them best."""
    return min(surprise(scores, groups, meant, one) for one in temperatures)
