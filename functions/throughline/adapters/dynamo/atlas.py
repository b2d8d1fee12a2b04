"""What the organisation told us, in DynamoDB: the map in versions, the places, the people."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from secrets import token_urlsafe

from pynamodb.exceptions import UpdateError

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.facts import CONDITION
from throughline.adapters.dynamo.records import AtlasRecord
from throughline.domain.journey import JourneyMap, as_document, from_document
from throughline.domain.person import Person
from throughline.domain.place import Place

MAP, PLACES, ZONES = "MAP", "PLACES", "ZONES"
ZONE_SHARDS = 4
PLACE_BYTES = 16


class DynamoMaps:
    """The journey map: its rows under their version, and one pointer to the version in force."""

    def __init__(self, record: type[AtlasRecord]) -> None:
        self._record = record

    def version(self) -> str | None:
        """The version in force: one small read."""
        try:
            return self._record.get(MAP, "current").version
        except self._record.DoesNotExist:
            return None

    def current(self) -> JourneyMap | None:
        """The map in force; None before the first import."""
        version = self.version()
        if version is None:
            return None
        items = list(self._record.query(f"{MAP}#{version}", consistent_read=True))
        around = next(item.body for item in items if item.sk == "around")
        rows = [item.body for item in items if item.sk.startswith("row#")]
        return from_document({**around, "parts": rows})

    def replace(self, journey_map: JourneyMap) -> None:
        """Put another version in force: the rows first, the pointer last, so that nobody reads a half map."""
        document = json.loads(json.dumps(as_document(journey_map)))
        partition = f"{MAP}#{journey_map.version}"
        with self._record.batch_write() as batch:
            for number, row in enumerate(document.pop("parts"), start=1):
                batch.save(self._record(partition, f"row#{number:05}", body=row))
            batch.save(self._record(partition, "around", body=document))
        self._record(MAP, "current", version=journey_map.version).save()


class DynamoPlaces:
    """The places with a QR poster."""

    def __init__(self, record: type[AtlasRecord]) -> None:
        self._record = record

    def find(self, place: str) -> Place | None:
        """The active place behind a link."""
        try:
            found = unpacked(Place, self._record.get(PLACES, place).body)
        except self._record.DoesNotExist:
            return None
        return found if found.active else None

    def add(self, name: str, staff: int) -> Place:
        """Make a place and its link."""
        place = Place(token_urlsafe(PLACE_BYTES), name, staff)
        self._save(place)
        return place

    def all(self) -> Iterator[Place]:
        """Every place, revoked ones too."""
        return (unpacked(Place, item.body) for item in self._record.query(PLACES))

    def revoke(self, place: str) -> bool:
        """Close a place's link; False when there is no such place."""
        found = self.find(place)
        if found:
            self._save(replace(found, active=False))
        return found is not None

    def _save(self, place: Place) -> None:
        self._record(PLACES, place.id, body=packed(place)).save()


class DynamoDirectory:
    """The people who work here, found by id and by time zone."""

    def __init__(self, record: type[AtlasRecord]) -> None:
        self._record = record

    def people(self) -> Iterator[Person]:
        """Everyone who is active."""
        for zone in self.zones():
            yield from self.in_zone(zone)

    def person(self, person: str) -> Person | None:
        """One person by id."""
        try:
            return unpacked(Person, self._record.get(f"PERSON#{person}", "person").body)
        except self._record.DoesNotExist:
            return None

    def replace(self, people: Iterable[Person]) -> tuple[int, int, int]:
        """Take over a whole list: how many were added, changed, and left."""
        standing = {person.id: person for person in self.people()}
        wanted = {person.id: person for person in people if person.active}
        added = [person for one, person in wanted.items() if one not in standing]
        changed = [person for one, person in wanted.items() if one in standing and standing[one] != person]
        left = [replace(person, active=False) for one, person in standing.items() if one not in wanted]
        with self._record.batch_write() as batch:
            for person in (*added, *changed, *left):
                batch.save(self._item(person))
        zones = sorted({person.timezone for person in wanted.values()})
        self._record(ZONES, "zones", body=zones).save()
        return len(added), len(changed), len(left)

    def zones(self) -> Sequence[str]:
        """The time zones that people live in."""
        try:
            return [str(zone) for zone in self._record.get(ZONES, "zones").body]
        except self._record.DoesNotExist:
            return []

    def in_zone(self, timezone: str) -> Iterator[Person]:
        """The active people of one zone."""
        for at in range(ZONE_SHARDS):
            for item in self._record.by_zone.query(f"Z#{timezone}#{at}"):
                yield unpacked(Person, item.body)

    def choose(self, person: str, digest: str) -> bool:
        """Note how often a person wants the digest; False when there is no such person."""
        found = self.person(person)
        if not found:
            return False
        chosen = packed(replace(found, digest=digest))
        item = self._record(f"PERSON#{person}", "person")
        try:
            item.update([self._record.body.set(chosen)], condition=self._record.pk.exists())
        except UpdateError as error:
            if error.cause_response_code == CONDITION:
                return False
            raise
        return True

    def _item(self, person: Person) -> AtlasRecord:
        zone = f"Z#{person.timezone}#{keys.shard(person.id, ZONE_SHARDS)}" if person.active else None
        return self._record(f"PERSON#{person.id}", "person", body=packed(person), zone=zone)
