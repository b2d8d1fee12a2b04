"""The stores of map, people and places, in memory."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from throughline.domain.first_names import first_names_of
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.person import Person
from throughline.domain.place import Place


class MapsInMemory:
    def __init__(self) -> None:
        self.kept: JourneyMap | None = None

    def current(self) -> JourneyMap | None:
        return self.kept

    def replace(self, journey_map: JourneyMap) -> None:
        self.kept = journey_map


class PeopleInMemory:
    def __init__(self) -> None:
        self.kept: dict[str, Person] = {}

    def people(self) -> Iterator[Person]:
        return iter(self.kept.values())

    def person(self, person: str) -> Person | None:
        return self.kept.get(person)

    def replace(self, people: Iterable[Person]) -> tuple[int, int, int]:
        wanted = {person.id: person for person in people}
        added, left = wanted.keys() - self.kept.keys(), self.kept.keys() - wanted.keys()
        changed = [one for one in wanted.keys() & self.kept.keys() if wanted[one] != self.kept[one]]
        self.kept = wanted
        return len(added), len(changed), len(left)

    def size(self) -> int:
        return len(self.kept)

    def several(self, people: Sequence[str]) -> Iterator[Person]:
        return (self.kept[one] for one in people if one in self.kept)

    def zones(self) -> Sequence[str]:
        return sorted({person.timezone for person in self.kept.values()})

    def houses(self) -> frozenset[str]:
        return frozenset()

    def in_zone(self, timezone: str) -> Iterator[Person]:
        return (person for person in self.kept.values() if person.timezone == timezone)

    def at_own_hour(self, timezone: str) -> Iterator[Person]:
        return (person for person in self.in_zone(timezone) if person.hour is not None)

    def choose(self, person: str, digest: str) -> bool:
        found = person in self.kept
        if found:
            self.kept[person] = replace(self.kept[person], digest=digest)
        return found

    def choose_hour(self, person: str, hour: int) -> bool:
        found = person in self.kept
        if found:
            self.kept[person] = replace(self.kept[person], hour=hour)
        return found

    def choose_language(self, person: str, language: str) -> bool:
        found = person in self.kept
        if found:
            self.kept[person] = replace(self.kept[person], language=language)
        return found

    def choose_naming(self, person: str, naming: str) -> bool:
        found = person in self.kept
        if found:
            self.kept[person] = replace(self.kept[person], naming=naming)
        return found

    def named(self, name: str) -> Sequence[Person]:
        return [one for one in self.kept.values() if one.active and folded(one.name) == folded(name)]

    def first_names(self, words: Collection[str]) -> frozenset[str]:
        active = (one for one in self.kept.values() if one.active)
        return frozenset(name for one in active for name in first_names_of(one.name)) & frozenset(words)


class PlacesInMemory:
    def __init__(self) -> None:
        self.kept: dict[str, Place] = {}

    def find(self, place: str) -> Place | None:
        return self.kept.get(place)

    def add(self, name: str, staff: int) -> Place:
        made = Place(f"id-{len(self.kept)}", name, staff)
        self.kept[made.id] = made
        return made

    def all(self) -> Iterator[Place]:
        return iter(self.kept.values())

    def revoke(self, place: str) -> bool:
        self.kept[place] = replace(self.kept[place], active=False)
        return True
