"""Puts adapters together for a function; each is made once a worker."""

from dataclasses import dataclass, field
from functools import cached_property

from throughline.adapters.clock import WallClock
from throughline.adapters.dynamo.allowance import DynamoAllowance
from throughline.adapters.dynamo.atlas import DynamoMaps, DynamoPlaces
from throughline.adapters.dynamo.cached import CachedMaps, CachedPlaces
from throughline.adapters.dynamo.cases import DynamoCases
from throughline.adapters.dynamo.contacts import DynamoContacts
from throughline.adapters.dynamo.deliveries import DynamoDeliveries, DynamoTold
from throughline.adapters.dynamo.digests import DynamoDigests
from throughline.adapters.dynamo.directory import DynamoDirectory
from throughline.adapters.dynamo.erasing import DynamoErasing
from throughline.adapters.dynamo.facts import DynamoFacts
from throughline.adapters.dynamo.figures import DynamoFigures
from throughline.adapters.dynamo.items import WORDS, Items
from throughline.adapters.dynamo.letters import DynamoLetters
from throughline.adapters.dynamo.mappings import DynamoMappings
from throughline.adapters.dynamo.mirrors import DynamoMirrors
from throughline.adapters.dynamo.model_pointer import DynamoModelPointer
from throughline.adapters.dynamo.pending import DynamoPending
from throughline.adapters.dynamo.precedents import DynamoPrecedents
from throughline.adapters.dynamo.promises import DynamoPromises
from throughline.adapters.dynamo.records import AtlasRecord, LedgerRecord, bind
from throughline.adapters.dynamo.shadows import DynamoShadows
from throughline.adapters.dynamo.single_mails import DynamoSingleMails
from throughline.adapters.dynamo.standings import DynamoStandings
from throughline.adapters.dynamo.suggestions import DynamoSuggestions
from throughline.adapters.dynamo.themes import DynamoThemes
from throughline.adapters.dynamo.weeks import DynamoWeeks
from throughline.domain.journey import JourneyMap
from throughline.domain.recalling import SINGLE_MAILS
from throughline.errors import Unavailable
from throughline.ports import Clock


@dataclass(frozen=True)
class LedgerRoom:
    """Everything that is kept in the ledger's table; words are kept `days`, `singles` is how many mails go alone."""

    table: str
    days: int = WORDS
    clock: Clock = field(default_factory=WallClock)
    singles: int = SINGLE_MAILS

    @cached_property
    def record(self) -> type[LedgerRecord]:
        """The table's records."""
        return bind(LedgerRecord, self.table)

    @cached_property
    def items(self) -> Items:
        """How new items look."""
        return Items(self.record, self.clock, days=self.days)

    @cached_property
    def facts(self) -> DynamoFacts:
        """What came in."""
        return DynamoFacts(self.record, self.items, self.erasing)

    @cached_property
    def cases(self) -> DynamoCases:
        """What was decided."""
        return DynamoCases(self.record, self.items, self.single_mails)

    @cached_property
    def precedents(self) -> DynamoPrecedents:
        """What people decided."""
        return DynamoPrecedents(self.record, self.items)

    @cached_property
    def suggestions(self) -> DynamoSuggestions:
        """Who may be meant by what waits for a person."""
        return DynamoSuggestions(self.record)

    @cached_property
    def mirrors(self) -> DynamoMirrors:
        """What the map's owner was shown."""
        return DynamoMirrors(self.record, self.items)

    @cached_property
    def letters(self) -> DynamoLetters:
        """The outbox."""
        return DynamoLetters(self.record, self.items)

    @cached_property
    def promises(self) -> DynamoPromises:
        """What was promised and is not kept yet."""
        return DynamoPromises(self.record, self.items)

    @cached_property
    def single_mails(self) -> DynamoSingleMails:
        """How many mails about single cases departments had on a day."""
        return DynamoSingleMails(self.record, self.items, self.singles)

    @cached_property
    def standings(self) -> DynamoStandings:
        """How mail to addresses fares."""
        return DynamoStandings(self.record, self.items)

    @cached_property
    def weeks(self) -> DynamoWeeks:
        """What a week has to celebrate."""
        return DynamoWeeks(self.record, self.items)

    @cached_property
    def figures(self) -> DynamoFigures:
        """Counts by week."""
        return DynamoFigures(self.record)

    @cached_property
    def erasing(self) -> DynamoErasing:
        """How words are taken out."""
        return DynamoErasing(self.record, self.clock)

    @cached_property
    def pending(self) -> DynamoPending:
        """What has not been done yet."""
        return DynamoPending(self.record)

    @cached_property
    def digests(self) -> DynamoDigests:
        """Who has had which digest."""
        return DynamoDigests(self.record)

    @cached_property
    def deliveries(self) -> DynamoDeliveries:
        """What survey vendors sent, as it came."""
        return DynamoDeliveries(self.record, self.items)

    @cached_property
    def contacts(self) -> DynamoContacts:
        """How customers can be reached who asked for it."""
        return DynamoContacts(self.record, self.items)

    @cached_property
    def allowance(self) -> DynamoAllowance:
        """How much vendors may still be asked."""
        return DynamoAllowance(self.record)

    @cached_property
    def told(self) -> DynamoTold:
        """Which questions of surveys somebody was told of."""
        return DynamoTold(self.record, self.items)

    @cached_property
    def themes(self) -> DynamoThemes:
        """What customers' words are gathered into."""
        return DynamoThemes(self.record, self.items)


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
    def model(self) -> DynamoModelPointer:
        """Which model routes."""
        return DynamoModelPointer(self.record)

    @cached_property
    def shadows(self) -> DynamoShadows:
        """Departments whose mails are held back."""
        return DynamoShadows(self.record, self.clock)

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
