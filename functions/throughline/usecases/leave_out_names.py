"""Words that everybody will read, without the names of those who work here or stand on the map."""

from collections.abc import Iterable

from throughline.domain.colleagues import MASK, names_in, without_names
from throughline.domain.first_names import may_be_first_names, without_first_names
from throughline.domain.journey import JourneyMap
from throughline.ports import Colleagues


def without_people(
    text: str, journey_map: JourneyMap | None, colleagues: Colleagues | None, *, beside: Iterable[str] = ()
) -> str:
    """The text without whoever it names: colleagues, by first name too, the map's people, and those `beside`."""
    found = (person.name for name in names_in(text) for person in colleagues.named(name)) if colleagues else ()
    plain = without_names(text, [*found, *beside, *members(journey_map)])
    return without_short_names(plain, colleagues)


def without_short_names(text: str, colleagues: Colleagues | None, instead: str = MASK) -> str:
    """The text without the first names of colleagues."""
    asked = may_be_first_names(text) if colleagues else frozenset()
    known = colleagues.first_names(asked) if colleagues and asked else frozenset()
    return without_first_names(text, known, instead)


def members(journey_map: JourneyMap | None) -> list[str]:
    """The people whom the map names."""
    return [member.name for one in journey_map.departments for member in one.people] if journey_map else []
