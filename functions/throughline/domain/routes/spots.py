"""Where a text can go: one department's part in one touchpoint, whatever rows of the map tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from throughline.domain.journey import JourneyMap, Part, folded

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """One department in one touchpoint, with the rows that say what it does there."""

    parts: tuple[Part, ...]

    @property
    def department(self) -> str:
        """Its department, folded."""
        return folded(self.parts[0].department)

    @property
    def key(self) -> Key:
        """What it is known by from one version of the map to the next."""
        return folded(self.parts[0].touchpoint), self.department


def spots_of(journey_map: JourneyMap) -> tuple[Spot, ...]:
    """Every spot with an active row, in the order of the map."""
    grouped: dict[Key, list[Part]] = {}
    for part in journey_map.parts:
        if part.active:
            grouped.setdefault((folded(part.touchpoint), folded(part.department)), []).append(part)
    return tuple(Spot(tuple(parts)) for parts in grouped.values())


def by_department(spots: Sequence[Spot], shares: Sequence[float]) -> list[tuple[float, int]]:
    """Departments by the sum of their spots' shares, the best first: the share, and its likeliest spot."""
    total: dict[str, float] = {}
    best: dict[str, int] = {}
    for at, spot in enumerate(spots):
        name = spot.department
        total[name] = total.get(name, 0.0) + shares[at]
        if name not in best or shares[at] > shares[best[name]]:
            best[name] = at
    return sorted(((share, best[name]) for name, share in total.items()), key=lambda one: (-one[0], one[1]))
