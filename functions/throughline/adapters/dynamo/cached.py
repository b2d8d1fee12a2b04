"""What changes rarely, kept in the worker; another version is noticed within a minute."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from throughline.adapters.dynamo.atlas import DynamoMaps, DynamoPlaces
from throughline.domain.journey import JourneyMap
from throughline.domain.place import Place
from throughline.ports import Clock

FRESH = timedelta(seconds=30)


class CachedMaps:
    """The map in force; asks for its version at most twice a minute, for its rows only when it changed."""

    def __init__(self, maps: DynamoMaps, clock: Clock) -> None:
        self._maps = maps
        self._clock = clock
        self._map: JourneyMap | None = None
        self._looked: datetime | None = None

    def current(self) -> JourneyMap | None:
        """The map in force; None before the first import."""
        now = self._clock.now()
        if self._map is None:
            self._map = self._maps.current()
        elif self._looked is None or now - self._looked > FRESH:
            self._map = self._map if self._maps.version() == self._map.version else self._maps.current()
        else:
            return self._map
        self._looked = now
        return self._map

    def replace(self, journey_map: JourneyMap) -> None:
        """Put another version in force."""
        self._maps.replace(journey_map)
        self._map = None


class CachedPlaces:
    """Places by their links; a revoked one is noticed within a minute, an unknown one is looked up each time."""

    def __init__(self, places: DynamoPlaces, clock: Clock) -> None:
        self._places = places
        self._clock = clock
        self._known: dict[str, tuple[Place, datetime]] = {}
        self._all: tuple[tuple[Place, ...], datetime] | None = None

    def find(self, place: str) -> Place | None:
        """The active place behind a link."""
        now = self._clock.now()
        known = self._known.get(place)
        if known and now - known[1] <= FRESH:
            return known[0]
        found = self._places.find(place)
        self._known.pop(place, None)
        if found:
            self._known[place] = (found, now)
        return found

    def add(self, name: str, staff: int) -> Place:
        """Make a place and its link."""
        self._all = None
        return self._places.add(name, staff)

    def all(self) -> Iterator[Place]:
        """Every place, revoked ones too; as they were within the last minute."""
        now = self._clock.now()
        if self._all is None or now - self._all[1] > FRESH:
            self._all = (tuple(self._places.all()), now)
        return iter(self._all[0])

    def revoke(self, place: str) -> bool:
        """Close a place's link."""
        self._known.pop(place, None)
        self._all = None
        return self._places.revoke(place)
