"""The same ridge regression for more examples than fit beside each other: block after block until it settles."""

import numpy as np
import numpy.typing as npt

from throughline.adapters.training.matrix import Rows

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
BLOCK = 800


class Settling:
    """Weights that settle: each block's part is solved exactly while the others stand still."""

    def __init__(self, rows: Rows, wanted: Floats, penalty: float, bias: float) -> None:
        self._rows, self._wanted, self._bias, self._penalty = rows, wanted, bias, penalty
        self.weights: Singles = np.zeros((len(rows.buckets), wanted.shape[1]), dtype=np.float32)
        self.level: Floats = np.zeros(wanted.shape[1])
        self.amounts: Floats = np.zeros(wanted.shape)
        self._blocks = [(low, min(low + BLOCK, rows.count)) for low in range(0, rows.count, BLOCK)]
        self._solvers: dict[int, Floats] = {}

    def run(self, times: int, until: int) -> None:
        """Goes through the first `until` rows so many times."""
        for _ in range(times):
            for low, end in self._blocks:
                high = min(end, until)
                if low < high:
                    self._settle(low, high)

    def scores(self, low: int, high: int) -> Floats:
        """What the weights say of some rows."""
        return self._rows.times(self.weights, low, high).astype(np.float64) + self.level

    def _settle(self, low: int, high: int) -> None:
        before = self.amounts[low:high]
        left = self._wanted[low:high] - self.scores(low, high) - self._penalty * before
        change = self._solver(low, high) @ left
        self.amounts[low:high] = before + change
        self._rows.spread(change, self.weights, low, high)
        self.level += self._bias * change.sum(axis=0)

    def _solver(self, low: int, high: int) -> Floats:
        found = self._solvers.get(low)
        if found is None or len(found) != high - low:
            alike = self._rows.alike_within(low, high) + self._bias + self._penalty * np.eye(high - low)
            found = np.asarray(np.linalg.inv(alike), dtype=np.float64)
            self._solvers[low] = found
        return found
