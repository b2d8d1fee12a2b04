"""The atlas's table for a function: map, places, people and what managers set."""

from dataclasses import dataclass, field
from functools import cached_property

from throughline.adapters.clock import WallClock
from throughline.adapters.dynamo.atlas import DynamoMaps, DynamoPlaces
from throughline.adapters.dynamo.cached import CachedMaps, CachedPlaces
from throughline.adapters.dynamo.directory import DynamoDirectory
from throughline.adapters.dynamo.goals import DynamoGoals
from throughline.adapters.dynamo.mappings import DynamoMappings
from throughline.adapters.dynamo.model_pointer import DynamoModelPointer
from throughline.adapters.dynamo.records import AtlasRecord, bind
from throughline.adapters.dynamo.sessions import DynamoSessions
from throughline.adapters.dynamo.shadows import DynamoShadows
from throughline.domain.journey import JourneyMap
from throughline.errors import Unavailable
from throughline.ports import Clock


@dataclass(frozen=True)
class AtlasRoom:
    """Everything that the organisation told us."""

    table: str
    clock: Clock = field(default_factory=WallClock)

    @cached_property
    def record(self) -> type[AtlasRecord]:
        """The table's records."""
        return bind(AtlasRecord, self.table)

    @cached_property
    def maps(self) -> CachedMaps:
        """The journey map."""
        return CachedMaps(DynamoMaps(self.record), self.clock)

    @cached_property
    def map_desk(self) -> DynamoMaps:
        """The journey map for whoever edits it, read afresh."""
        return DynamoMaps(self.record)

    def map_in_force(self) -> JourneyMap:
        """The journey map; Unavailable before the first import."""
        current = self.maps.current()
        if current is None:
            raise Unavailable("there is no journey map yet")
        return current

    def mantra(self) -> str:
        """The mantra of the map in force; empty before the first import."""
        current = self.maps.current()
        return current.mantra if current else ""

    @cached_property
    def goals(self) -> DynamoGoals:
        """What departments want to reach."""
        return DynamoGoals(self.record)

    @cached_property
    def model(self) -> DynamoModelPointer:
        """Which model routes."""
        return DynamoModelPointer(self.record)

    @cached_property
    def shadows(self) -> DynamoShadows:
        """Departments whose mails are held back."""
        return DynamoShadows(self.record, self.clock)

    @property
    def shadow_desk(self) -> DynamoShadows:
        """The same for whoever changes it, read afresh."""
        return DynamoShadows(self.record, self.clock)

    @cached_property
    def sessions(self) -> DynamoSessions:
        """Which managers are signed in."""
        return DynamoSessions(self.record)

    @cached_property
    def places(self) -> CachedPlaces:
        """The places with a poster."""
        return CachedPlaces(DynamoPlaces(self.record), self.clock)

    @cached_property
    def directory(self) -> DynamoDirectory:
        """The people."""
        return DynamoDirectory(self.record, self.clock)

    @cached_property
    def mappings(self) -> DynamoMappings:
        """What the questions of surveys mean."""
        return DynamoMappings(self.record, self.clock)
