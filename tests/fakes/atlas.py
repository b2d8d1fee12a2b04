"""What the organisation told us, in memory."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from fakes.deliveries import MemoryMappings
from fakes.goals import MemoryGoals
from fakes.learning import MemoryPointer, MemoryShadows
from fakes.managers import MemoryMapDesk, MemorySessions
from throughline.domain.first_names import first_names_of
from throughline.domain.house import house_of
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.person import Person
from throughline.domain.place import Place


class MemoryAtlas:
    """Everything that an atlas's room holds, by the same names."""

    def __init__(self) -> None:
        self.maps = MemoryMaps()
        self.places = MemoryPlaces()
        self.directory = MemoryDirectory()
        self.mappings = MemoryMappings()
        self.goals = MemoryGoals()
        self.shadows = self.shadow_desk = MemoryShadows()
        self.model = MemoryPointer()
        self.sessions = MemorySessions()
        self.map_desk = MemoryMapDesk(self.maps)

    def map_in_force(self) -> JourneyMap:
        current = self.maps.current()
        assert current
        return current

    def mantra(self) -> str:
        return current.mantra if (current := self.maps.current()) else ""


class MemoryMaps:
    def __init__(self) -> None:
        self._held: JourneyMap | None = None

    def current(self) -> JourneyMap | None:
        return self._held

    def replace(self, journey_map: JourneyMap) -> None:
        self._held = journey_map


class MemoryPlaces:
    def __init__(self) -> None:
        self._held: dict[str, Place] = {}

    def find(self, place: str) -> Place | None:
        found = self._held.get(place)
        return found if found and found.active else None

    def add(self, name: str, staff: int) -> Place:
        place = Place(f"place-{len(self._held)}", name, staff)
        self._held[place.id] = place
        return place

    def all(self) -> Iterator[Place]:
        return iter(self._held.values())

    def revoke(self, place: str) -> bool:
        found = self.find(place)
        if found:
            self._held[place] = replace(found, active=False)
        return found is not None


class MemoryDirectory:
    """A reader's own choice stands beside the list, and outlives it."""

    def __init__(self) -> None:
        self._held: dict[str, Person] = {}
        self._choices: dict[str, dict[str, Any]] = {}

    def people(self) -> Iterator[Person]:
        return (self._chosen(one) for one in self._held.values() if one.active)

    def person(self, person: str) -> Person | None:
        known = self._held.get(person)
        return self._chosen(known) if known else None

    def replace(self, people: Iterable[Person]) -> tuple[int, int, int]:
        before = {one.id: one for one in self._held.values() if one.active}
        wanted = {one.id: one for one in people if one.active}
        left = {one: replace(person, active=False) for one, person in before.items() if one not in wanted}
        added = len(wanted.keys() - before.keys())
        changed = sum(before[one] != person for one, person in wanted.items() if one in before)
        self._held |= wanted | left
        return added, changed, len(left)

    def size(self) -> int:
        return sum(one.active for one in self._held.values())

    def several(self, people: Sequence[str]) -> Iterator[Person]:
        return (self._chosen(self._held[one]) for one in people if one in self._held)

    def zones(self) -> Sequence[str]:
        return sorted({one.timezone for one in self._held.values() if one.active})

    def houses(self) -> frozenset[str]:
        counted = Counter(house_of(one.email) for one in self._held.values() if one.active)
        return frozenset(house for house, count in counted.items() if house and count > 1)

    def in_zone(self, timezone: str) -> Iterator[Person]:
        return (self._chosen(one) for one in self._held.values() if one.active and one.timezone == timezone)

    def at_own_hour(self, timezone: str) -> Iterator[Person]:
        return (one for one in self.in_zone(timezone) if one.hour is not None)

    def choose(self, person: str, digest: str) -> bool:
        return self._chose(person, digest=digest)

    def choose_naming(self, person: str, naming: str) -> bool:
        return self._chose(person, naming=naming)

    def choose_hour(self, person: str, hour: int) -> bool:
        return self._chose(person, hour=hour)

    def choose_language(self, person: str, language: str) -> bool:
        return self._chose(person, language=language)

    def named(self, name: str) -> Sequence[Person]:
        return [one for one in self.people() if folded(one.name) == folded(name)]

    def first_names(self, words: Collection[str]) -> frozenset[str]:
        return frozenset(name for one in self.people() for name in first_names_of(one.name)) & frozenset(words)

    def _chose(self, person: str, **choice: Any) -> bool:
        if person not in self._held:
            return False
        self._choices.setdefault(person, {}).update(choice)
        return True

    def _chosen(self, person: Person) -> Person:
        choices = self._choices.get(person.id)
        return replace(person, **choices) if choices else person
