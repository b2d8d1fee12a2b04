"""Places: the opaque links behind the QR posters."""

from collections.abc import Iterable
from dataclasses import dataclass

from throughline.domain.journey import folded

SHIFTS = 3  # about a third of those who work at a place are there at a time


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report can be made; the id says nothing and can be revoked.

    `id` is 128 random bits, URL-safe (22 characters); `staff` is how many work there, which decides
    whether the place may be named to anyone. Zero means unknown and counts as too few.
    """

    id: str
    name: str
    staff: int = 0
    active: bool = True


def nameable(places: Iterable[Place], smallest_group: int) -> frozenset[str]:
    """The ids of the places that may be named: where enough people work, and so that the others stay hidden too.

    Whoever has the rosters knows who was there, so that a group is wanted on each shift. What is not named must not
    be found by taking away what is: no place is hidden alone, and those that are hidden together are enough people,
    so that the next larger ones are hidden with them where they are not.
    """
    enough = smallest_group * SHIFTS
    open_ones = [place for place in places if place.active]
    staff: dict[str, int] = {}
    for place in open_ones:
        staff[folded(place.name)] = max(place.staff, staff.get(folded(place.name), 0))
    ordered = sorted(staff, key=lambda name: (staff[name], name))
    hidden = [name for name in ordered if staff[name] < enough]
    larger = ordered[len(hidden) :]
    while hidden and larger and (len(hidden) == 1 or sum(staff[name] for name in hidden) < enough):
        hidden.append(larger.pop(0))
    return frozenset(place.id for place in open_ones if folded(place.name) in larger)
