"""What the organisation told us, in DynamoDB: the map in versions, the places."""

import json
from collections.abc import Iterator
from dataclasses import replace
from secrets import token_urlsafe

from pynamodb.exceptions import PutError

from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.records import CONDITION, AtlasRecord
from throughline.domain.journey import JourneyMap, as_document, from_document
from throughline.domain.place import Place
from throughline.errors import Unavailable

MAP, PLACES = "MAP", "PLACES"
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
        self._lay(journey_map)
        self._record(MAP, "current", version=journey_map.version).save()

    def swap(self, before: JourneyMap, after: JourneyMap) -> bool:
        """Put `after` in force in place of `before`; False when another is in force by now."""
        self._lay(after)
        try:
            self._record(MAP, "current", version=after.version).save(self._record.version == before.version)
        except PutError as error:
            if error.cause_response_code == CONDITION:
                return False
            raise Unavailable("the atlas does not take the write just now") from error
        return True

    def _lay(self, journey_map: JourneyMap) -> None:
        document = json.loads(json.dumps(as_document(journey_map)))
        partition = f"{MAP}#{journey_map.version}"
        with self._record.batch_write() as batch:
            for number, row in enumerate(document.pop("parts"), start=1):
                batch.save(self._record(partition, f"row#{number:05}", body=row))
            batch.save(self._record(partition, "around", body=document))


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
