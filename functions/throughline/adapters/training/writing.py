"""A model as its file: weights in steps of a 127th of each row's greatest, everything in one order."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from throughline.adapters.training.lessons import Lesson
from throughline.adapters.training.matrix import Rows
from throughline.domain.routes.reading import BUCKETS
from throughline.domain.routes.spots import Spot
from throughline.domain.routes.weights import CODE, SIGNATURE, Head, Parts, Told, packed

Floats = npt.NDArray[np.float64]
STEPS = 127
SMALLEST = 1e-12


@dataclass(frozen=True, slots=True)
class Written:
    """What a model holds: `weights` has a row for each bucket of `rows`, which are the lessons' texts."""

    map_version: str
    spots: Sequence[Spot]
    lessons: Sequence[Lesson]
    rarity: Sequence[float]
    rows: Rows
    weights: npt.NDArray[np.float32]
    level: Floats


def written(model: Written, words: Head, sense: Floats | None = None, meaning: Head | None = None) -> bytes:
    """The bytes of the file."""
    greatest = np.abs(model.weights).max(axis=1, initial=0.0)
    kept = greatest > SMALLEST
    scales = (greatest[kept] / STEPS).astype("<f4")
    rows = np.rint(model.weights[kept] / scales[:, None]).astype(np.int8)
    places = np.zeros(BUCKETS, dtype="<u4")
    places[model.rows.buckets[kept]] = np.arange(1, int(kept.sum()) + 1)
    told = Told(
        map_version=model.map_version,
        spots=tuple(spot.key for spot in model.spots),
        count=len(model.lessons),
        words=words,
        meaning=meaning,
        width=len(sense) - 1 if sense is not None else 0,
    )
    parts = Parts(
        rarity=np.array(model.rarity, dtype="<f4").tobytes(),
        places=places.tobytes(),
        scales=scales.tobytes(),
        rows=rows.tobytes(),
        bias=model.level.astype("<f4").tobytes(),
        sense=sense.astype("<f4").tobytes() if sense is not None else b"",
        codes=b"".join(lesson.case.encode("ascii").ljust(CODE) for lesson in model.lessons),
        marks=np.array([_marks(model.rows, at) for at in range(model.rows.count)], dtype="<u4").tobytes(),
    )
    return packed(told, parts)


def _marks(rows: Rows, at: int) -> list[int]:
    """The buckets that weigh most in a text, by which it is found again; filled up where there are few."""
    entries = slice(int(rows.starts[at]), int(rows.starts[at + 1]))
    buckets, weights = rows.buckets[rows.columns[entries]], rows.values[entries]
    most = buckets[np.lexsort((buckets, -weights))][:SIGNATURE].tolist()
    return [*most, *[BUCKETS] * (SIGNATURE - len(most))]
