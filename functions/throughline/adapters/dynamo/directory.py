"""The people who work here, in DynamoDB."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from pynamodb.expressions.update import Action

from throughline.adapters.clock import WallClock
from throughline.adapters.dynamo.codec import unpacked
from throughline.adapters.dynamo.names import DynamoNames
from throughline.adapters.dynamo.records import AtlasRecord
from throughline.adapters.dynamo.staff_rows import (
    CHANGES,
    MOVED_MEANWHILE,
    OWN,
    ZONE_SHARDS,
    Hour,
    StaffRows,
    zone_key,
)
from throughline.domain.house import house_of
from throughline.domain.journey import folded
from throughline.domain.person import Person
from throughline.domain.retention import is_over
from throughline.errors import Unavailable
from throughline.ports import Clock

ZONES, HOUSES, SIZE = "ZONES", "HOUSES", "SIZE"


class DynamoDirectory:
    """The people who work here, found by id and by time zone; what they chose themselves outlives an import."""

    def __init__(
        self, record: type[AtlasRecord], clock: Clock | None = None, root: Callable[[], bytes] | None = None
    ) -> None:
        self._record = record
        self._clock = clock or WallClock()
        self._rows = StaffRows(record, self._clock, root)
        self._names = DynamoNames(record)

    def people(self) -> Iterator[Person]:
        """Everyone who is active."""
        return (_person(item) for item in self._items())

    def person(self, person: str) -> Person | None:
        """One person by id."""
        try:
            item = self._record.get(f"PERSON#{person}", "person")
        except self._record.DoesNotExist:
            return None
        return None if is_over(item.expires, self._clock.now()) else _person(item)

    def replace(self, people: Iterable[Person]) -> tuple[int, int, int]:
        """Take over a whole list: how many were added, changed, and left.

        What they choose meanwhile holds: whoever is known is told the list's news alone.
        """
        known = [(unpacked(Person, item.body), item.hour) for item in self._items()]
        standing = {person.id: person for person, _ in known}
        hours: dict[str, Hour] = {person.id: hour for person, hour in known}
        wanted = {person.id: person for person in people if person.active}
        added = [person for one, person in wanted.items() if one not in standing]
        changed = [person for one, person in wanted.items() if one in standing and standing[one] != person]
        hours |= self._back(added)
        left = [replace(person, active=False) for one, person in standing.items() if one not in wanted]
        zones = sorted({person.timezone for person in wanted.values()})
        self._record(HOUSES, "houses", body=_shared(wanted.values())).save()
        self._record(SIZE, "size", body=len(wanted)).save()
        self._record(ZONES, "zones", body=sorted({*zones, *self.zones()})).save()
        self._rows.write_new(person for person in added if person.id not in hours)
        self._rows.tell_news((person for person in (*added, *changed, *left) if person.id in hours), hours)
        self._names.replace(standing.values(), wanted.values())
        self._record(ZONES, "zones", body=zones).save()
        return len(added), len(changed), len(left)

    def zones(self) -> Sequence[str]:
        """The time zones that people live in."""
        try:
            return [str(zone) for zone in self._record.get(ZONES, "zones").body]
        except self._record.DoesNotExist:
            return []

    def houses(self) -> frozenset[str]:
        """The mail domains that several people of the list share; one's own would tell who it is."""
        try:
            return frozenset(map(str, self._record.get(HOUSES, "houses").body))
        except self._record.DoesNotExist:
            return frozenset()

    def size(self) -> int:
        """About how many people work here, as the last list said."""
        try:
            return int(self._record.get(SIZE, "size").body)
        except self._record.DoesNotExist:
            return 0

    def several(self, people: Sequence[str]) -> Iterator[Person]:
        """Those of these people who are known, by id, all by few calls."""
        now = self._clock.now()
        found = self._record.batch_get([(f"PERSON#{one}", "person") for one in people])
        return (_person(item) for item in found if not is_over(item.expires, now))

    def in_zone(self, timezone: str) -> Iterator[Person]:
        """The active people of one zone."""
        return (_person(item) for item in self._in_zone(timezone))

    def at_own_hour(self, timezone: str) -> Iterator[Person]:
        """Those of them who chose an hour of their own for the digest."""
        return (_person(item) for item in self._record.by_zone.query(zone_key(timezone, OWN)))

    def choose(self, person: str, digest: str) -> bool:
        """Note how often a person wants the digest; False when there is no such person."""
        return self._rows.noted(person, self._record.choice.set(digest))

    def choose_hour(self, person: str, hour: int) -> bool:
        """Note at which hour a person wants the digest; False when there is no such person.

        It is told by the zone's index too, so that planning an hour reads nobody else.
        """
        record = self._record
        for _ in range(MOVED_MEANWHILE):
            try:
                item = record.get(f"PERSON#{person}", "person", consistent_read=True)
            except record.DoesNotExist:
                return False
            own: list[Action] = [record.hour.set(hour)]
            if item.zone:
                own.append(record.zone.set(zone_key(unpacked(Person, item.body).timezone, OWN)))
            there = record.zone == item.zone if item.zone else record.zone.does_not_exist()
            if self._rows.noted(person, *own, still=there):
                return True
        raise Unavailable(CHANGES)

    def choose_language(self, person: str, language: str) -> bool:
        """Note in which language a person wants to be written to; False when there is no such person."""
        return self._rows.noted(person, self._record.language.set(language))

    def choose_naming(self, person: str, naming: str) -> bool:
        """Note whether a person may be named when somebody thanks them; False when there is no such person."""
        return self._rows.noted(person, self._record.naming.set(naming))

    def named(self, name: str) -> Sequence[Person]:
        """The active people of that name, blind to case and to spaces more or less."""
        found = (self.person(one) for one in sorted(self._names.of(name)))
        return [one for one in found if one and one.active and folded(one.name) == folded(name)]

    def first_names(self, words: Collection[str]) -> frozenset[str]:
        """Those of these words, in small letters, that are a first name of somebody active."""
        return self._names.first(words)

    def _back(self, people: Sequence[Person]) -> dict[str, Hour]:
        """Those who were here before, and the hours that they chose then."""
        known = {f"PERSON#{person.id}": person.id for person in people}
        found = self._record.batch_get([(pk, "person") for pk in known])
        return {known[item.pk]: item.hour for item in found}

    def _items(self) -> Iterator[AtlasRecord]:
        for zone in self.zones():
            yield from self._in_zone(zone)

    def _in_zone(self, timezone: str) -> Iterator[AtlasRecord]:
        for at in (*range(ZONE_SHARDS), OWN):
            yield from self._record.by_zone.query(zone_key(timezone, at))


def _shared(people: Iterable[Person]) -> list[str]:
    counted = Counter(house_of(person.email) for person in people)
    return sorted(house for house, count in counted.items() if house and count > 1)


def _person(item: AtlasRecord) -> Person:
    person = unpacked(Person, item.body)
    return replace(
        person,
        digest=item.choice or person.digest,
        naming=item.naming or person.naming,
        language=item.language or person.language,
        hour=None if item.hour is None else int(item.hour),
    )
