"""Examples as numbers to learn from: one row a text, whatever was decided about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
import numpy.typing as npt

from throughline.domain.journey import folded
from throughline.domain.precedent import Example
from throughline.domain.routes.spots import Spot

Floats = npt.NDArray[np.float64]
PRIOR_TEMPERATURE = 0.05


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text and every (touchpoint, department) that people said of it, folded; both empty is nobody's.

    `case` is the code of the first case of it, in the order of codes.
    """

    text: str
    said: tuple[tuple[str, str], ...]
    case: str = ""

    @property
    def code(self) -> bytes:
        """What stands for the text where the text may not stand."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).digest()[:8]


def lessons_from(examples: Iterable[Example]) -> list[Lesson]:
    """One lesson a text, in an order that depends on nothing but the texts."""
    said: dict[str, set[tuple[str, str]]] = {}
    cases: dict[str, set[str]] = {}
    for one in examples:
        said.setdefault(one.text, set()).add((folded(one.touchpoint), folded(one.department)))
        cases.setdefault(one.text, set()).update([one.case] if one.case else [])
    found = (Lesson(text, tuple(sorted(told)), min(cases[text], default="")) for text, told in said.items())
    return sorted(found, key=lambda one: (one.code, one.text))


def targets(lessons: Sequence[Lesson], spots: Sequence[Spot], lean: Floats) -> Floats:
    """For each lesson the share of each spot, nobody last; a row of zeros where the map knows nothing of it.

    Where people named a department only, its spots share by what the map's words say.
    """
    inviting = np.exp((lean - lean.max(axis=1, keepdims=True)) / PRIOR_TEMPERATURE)
    touchpoints = np.array([spot.key[0] for spot in spots], dtype=object)
    departments = np.array([spot.department for spot in spots], dtype=object)
    found = np.zeros((len(lessons), len(spots) + 1))
    for row, lesson in enumerate(lessons):
        for touchpoint, department in lesson.said:
            if not (touchpoint or department):
                found[row, -1] += 1
                continue
            fits = (touchpoints == touchpoint) if touchpoint else np.ones(len(spots), dtype=bool)
            fits &= (departments == department) if department else fits
            if fits.any():
                weights = np.where(fits, inviting[row], 0.0) + 1e-9 * fits
                found[row, :-1] += weights / weights.sum()
    total = found.sum(axis=1, keepdims=True)
    return np.asarray(found / np.where(total > 0, total, 1.0))


def of_departments(spots: Sequence[Spot]) -> Floats:
    """Which spot belongs to which department, nobody a department of its own: spots by departments, 1 or 0."""
    names = list(dict.fromkeys(spot.department for spot in spots))
    found = np.zeros((len(spots) + 1, len(names) + 1))
    for at, spot in enumerate(spots):
        found[at, names.index(spot.department)] = 1
    found[-1, -1] = 1
    return found
