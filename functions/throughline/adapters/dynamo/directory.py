"""The people who work here, in DynamoDB."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from throughline.adapters.clock import WallClock
from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.names import DynamoNames
from throughline.adapters.dynamo.records import CONDITION, AtlasRecord
from throughline.adapters.dynamo.staff import choice_key
from throughline.domain.house import house_of
from throughline.domain.journey import folded
from throughline.domain.person import Person
from throughline.domain.retention import Class, expiry_of, is_over
from throughline.domain.subject import subject_of
from throughline.errors import Unavailable
from throughline.ports import Clock

ZONES, HOUSES, SIZE = "ZONES", "HOUSES", "SIZE"
ZONE_SHARDS, OWN = 4, "own"
CHOICES = ("choice", "naming", "hour", "language")
MOVED_MEANWHILE = 3
Chosen = Mapping[str, Any]


class DynamoDirectory:
    """The people who work here, found by id and by time zone; what they chose themselves outlives an import."""

    def __init__(
        self, record: type[AtlasRecord], clock: Clock | None = None, root: Callable[[], bytes] | None = None
    ) -> None:
        self._record = record
        self._clock = clock or WallClock()
        self._root = root
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
        """Take over a whole list: how many were added, changed, and left."""
        items = list(self._items())
        standing = {person.id: person for person in (unpacked(Person, item.body) for item in items)}
        chosen: dict[str, Chosen] = {item.pk: _chosen(item) for item in items}
        wanted = {person.id: person for person in people if person.active}
        added = [person for one, person in wanted.items() if one not in standing]
        changed = [person for one, person in wanted.items() if one in standing and standing[one] != person]
        chosen |= self._chosen_before(added)
        left = [replace(person, active=False) for one, person in standing.items() if one not in wanted]
        zones = sorted({person.timezone for person in wanted.values()})
        self._record(HOUSES, "houses", body=_shared(wanted.values())).save()
        self._record(SIZE, "size", body=len(wanted)).save()
        self._record(ZONES, "zones", body=sorted({*zones, *self.zones()})).save()
        with self._record.batch_write() as batch:
            for person in (*added, *changed, *left):
                batch.save(self._item(person, chosen.get(f"PERSON#{person.id}", {})))
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
        return (_person(item) for item in self._record.by_zone.query(_zone(timezone, OWN)))

    def choose(self, person: str, digest: str) -> bool:
        """Note how often a person wants the digest; False when there is no such person."""
        return self._noted(person, self._record.choice.set(digest))

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
                own.append(record.zone.set(_zone(unpacked(Person, item.body).timezone, OWN)))
            there = record.zone == item.zone if item.zone else record.zone.does_not_exist()
            if self._noted(person, *own, still=there):
                return True
        raise Unavailable("the staff list changes just now")

    def choose_language(self, person: str, language: str) -> bool:
        """Note in which language a person wants to be written to; False when there is no such person."""
        return self._noted(person, self._record.language.set(language))

    def choose_naming(self, person: str, naming: str) -> bool:
        """Note whether a person may be named when somebody thanks them; False when there is no such person."""
        return self._noted(person, self._record.naming.set(naming))

    def named(self, name: str) -> Sequence[Person]:
        """The active people of that name, blind to case and to spaces more or less."""
        found = (self.person(one) for one in sorted(self._names.of(name)))
        return [one for one in found if one and one.active and folded(one.name) == folded(name)]

    def _noted(self, person: str, *choices: Action, still: Condition | None = None) -> bool:
        known = self._record.body.exists()
        try:
            condition = known if still is None else known & still
            self._record(f"PERSON#{person}", "person").update(list(choices), condition=condition)
        except UpdateError as error:
            if error.cause_response_code == CONDITION:
                return False
            raise
        return True

    def _chosen_before(self, people: Sequence[Person]) -> dict[str, Chosen]:
        """What those who come back chose when they were here."""
        found = self._record.batch_get([(f"PERSON#{person.id}", "person") for person in people])
        return {item.pk: _chosen(item) for item in found} | self._chosen_before_erased(people)

    def _chosen_before_erased(self, people: Iterable[Person]) -> dict[str, Chosen]:
        """What those chose who were erased since and are told of again; only who holds the root can know."""
        if self._root is None:
            return {}
        root = self._root()
        known = {choice_key(subject_of(root, one.email)): f"PERSON#{one.id}" for one in people if one.email}
        found = self._record.batch_get(list(known))
        return {known[item.pk, item.sk]: _chosen(item) for item in found}

    def _items(self) -> Iterator[AtlasRecord]:
        for zone in self.zones():
            yield from self._in_zone(zone)

    def _in_zone(self, timezone: str) -> Iterator[AtlasRecord]:
        for at in (*range(ZONE_SHARDS), OWN):
            yield from self._record.by_zone.query(_zone(timezone, at))

    def _item(self, person: Person, chosen: Chosen) -> AtlasRecord:
        at = OWN if chosen.get("hour") is not None else keys.shard(person.id, ZONE_SHARDS)
        zone = _zone(person.timezone, at) if person.active else None
        expires = None if person.active else expiry_of(Class.LEFT, self._clock.now().date())
        pk, body = f"PERSON#{person.id}", packed(person)
        return self._record(pk, "person", body=body, zone=zone, expires=expires, **chosen)


def _shared(people: Iterable[Person]) -> list[str]:
    counted = Counter(house_of(person.email) for person in people)
    return sorted(house for house, count in counted.items() if house and count > 1)


def _zone(timezone: str, at: int | str) -> str:
    return f"Z#{timezone}#{at}"


def _chosen(item: AtlasRecord) -> Chosen:
    return {name: getattr(item, name) for name in CHOICES}


def _person(item: AtlasRecord) -> Person:
    person = unpacked(Person, item.body)
    return replace(
        person,
        digest=item.choice or person.digest,
        naming=item.naming or person.naming,
        language=item.language or person.language,
        hour=None if item.hour is None else int(item.hour),
    )
