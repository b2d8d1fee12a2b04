"""Sparse rows without any other library: what ridge regression needs of them, in little memory."""

from array import array
from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Whole = npt.NDArray[np.int64]
COLUMNS = 4096
ENTRIES = 1 << 15


class Rows:
    """Texts as sparse rows: entry k stands in row `row[k]`, column `column[k]`."""

    def __init__(self, texts: Iterable[Mapping[int, float]]) -> None:
        starts, buckets, values = [0], array("i"), array("f")
        for text in texts:
            buckets.extend(text)
            values.extend(text.values())
            starts.append(len(buckets))
        self.count = len(starts) - 1
        self.starts: Whole = np.array(starts, dtype=np.int64)
        self.values: Singles = np.frombuffer(values, dtype=np.float32) if values else np.zeros(0, dtype=np.float32)
        stands = np.frombuffer(buckets, dtype=np.int32) if buckets else np.zeros(0, dtype=np.int32)
        self.buckets: Whole
        self.buckets, self.columns = np.unique(stands.astype(np.int64), return_inverse=True)
        self.rows: Whole = np.repeat(np.arange(self.count), np.diff(self.starts))
        self._by_column = np.argsort(self.columns, kind="stable")

    def alike(self) -> Floats:
        """Each row beside each other, as the sum of products."""
        found = np.zeros((self.count, self.count))
        order = self._by_column
        rows, columns, values = self.rows[order], self.columns[order], self.values[order]
        for start in range(0, len(self.buckets), COLUMNS):
            low, high = np.searchsorted(columns, (start, start + COLUMNS))
            part = np.zeros((self.count, COLUMNS), dtype=np.float32)
            part[rows[low:high], columns[low:high] - start] = values[low:high]
            found += part @ part.T
        return found

    def alike_within(self, low: int, high: int) -> Floats:
        """The same for some neighbouring rows."""
        entries = slice(int(self.starts[low]), int(self.starts[high]))
        columns, places = np.unique(self.columns[entries], return_inverse=True)
        rows, values = self.rows[entries] - low, self.values[entries]
        found = np.zeros((high - low, high - low))
        order = np.argsort(places, kind="stable")
        rows, places, values = rows[order], places[order], values[order]
        for start in range(0, len(columns), COLUMNS):
            first, last = np.searchsorted(places, (start, start + COLUMNS))
            part = np.zeros((high - low, COLUMNS), dtype=np.float32)
            part[rows[first:last], places[first:last] - start] = values[first:last]
            found += part @ part.T
        return found

    def times(self, weights: Singles, low: int, high: int) -> Singles:
        """Some neighbouring rows times a matrix with a row for each column."""
        found = np.zeros((high - low, weights.shape[1]), dtype=np.float32)
        for first in range(low, high, 64):
            last = min(first + 64, high)
            start, end = int(self.starts[first]), int(self.starts[last])
            if end > start:
                told = weights[self.columns[start:end]] * self.values[start:end, None]
                edges = self.starts[first:last] - start
                filled = np.diff(self.starts[first : last + 1]) > 0
                found[first - low : last - low][filled] = np.add.reduceat(told, edges[filled], axis=0)
        return found

    def spread(self, amounts: Floats, weights: Singles, low: int, high: int) -> None:
        """Adds the transposed product of some neighbouring rows with `amounts` to `weights`, in place."""
        entries = np.arange(int(self.starts[low]), int(self.starts[high]))
        order = entries[np.argsort(self.columns[entries], kind="stable")]
        given = amounts.astype(np.float32)
        for start in range(0, len(order), ENTRIES):
            part = order[start : start + ENTRIES]
            columns = self.columns[part]
            edges = np.flatnonzero(np.concatenate([[True], columns[1:] != columns[:-1]]))
            told = given[self.rows[part] - low] * self.values[part, None]
            weights[columns[edges]] += np.add.reduceat(told, edges, axis=0)
