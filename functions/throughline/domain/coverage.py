"""Who touches which moment of the customer, and who is on no touchpoint at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from throughline.domain.journey import JourneyMap, folded
from throughline.domain.person import Person


@dataclass(frozen=True, slots=True)
class Touched:
    """One touchpoint with who answers for it and who helps."""

    touchpoint: str
    answers: str
    helps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A role that stands on no touchpoint, with the people who have it."""

    department: str
    role: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who touches what; the departments and roles that no row speaks of; touchpoints without any words."""

    touched: tuple[Touched, ...]
    departments: dict[str, int]
    left_out_departments: tuple[str, ...]
    left_out_roles: tuple[LeftOut, ...]
    wordless: tuple[str, ...]


def coverage(journey_map: JourneyMap, people: Iterable[Person] = ()) -> Coverage:
    """Who touches what, as the map's active rows say it; people are the departments' own and those listed."""
    touchpoints = journey_map.touchpoints()
    known = _known_departments(journey_map)
    counts = dict.fromkeys(known.values(), 0)
    for touchpoint in touchpoints:
        for name in {known[folded(part.department)] for part in touchpoint.parts}:
            counts[name] += 1
    return Coverage(
        touched=tuple(
            Touched(
                one.name,
                one.owner.department,
                tuple(dict.fromkeys(p.department for p in one.parts if p.department != one.owner.department)),
            )
            for one in touchpoints
        ),
        departments=counts,
        left_out_departments=tuple(name for name, count in counts.items() if not count),
        left_out_roles=_left_out_roles(journey_map, people),
        wordless=tuple(one.name for one in touchpoints if not any(part.routes_when for part in one.parts)),
    )


def _known_departments(journey_map: JourneyMap) -> dict[str, str]:
    """Every department's name by its folded name, those of inactive rows too."""
    listed = [one.name for one in journey_map.departments] + [part.department for part in journey_map.parts]
    known: dict[str, str] = {}
    for name in listed:
        known.setdefault(folded(name), name)
    return known


def _left_out_roles(journey_map: JourneyMap, people: Iterable[Person]) -> tuple[LeftOut, ...]:
    on_the_map = {(folded(part.department), folded(part.role)) for part in journey_map.parts if part.active}
    holders: dict[tuple[str, str], tuple[str, str, dict[str, None]]] = {}
    listed = [(one.name, member.role, member.name) for one in journey_map.departments for member in one.people]
    listed += [(person.department, person.role, person.name) for person in people if person.active]
    for department, role, name in listed:
        key = (folded(department), folded(role))
        if role and key not in on_the_map:
            holders.setdefault(key, (department, role, {}))[2].setdefault(name)
    return tuple(LeftOut(department, role, tuple(names)) for department, role, names in holders.values())
