"""The ledger's table for a function: each adapter is made once a worker, and only where it is asked for."""

from dataclasses import dataclass, field
from functools import cached_property

from throughline.adapters.clock import WallClock
from throughline.adapters.dynamo.addresses import DynamoAddresses
from throughline.adapters.dynamo.allowance import DynamoAllowance
from throughline.adapters.dynamo.backlog import DynamoBacklog
from throughline.adapters.dynamo.case_figures import DynamoCaseFigures
from throughline.adapters.dynamo.cases import DynamoCases
from throughline.adapters.dynamo.contacts import DynamoContacts
from throughline.adapters.dynamo.deliveries import DynamoDeliveries, DynamoTold
from throughline.adapters.dynamo.devices import DynamoDevices
from throughline.adapters.dynamo.digest_chunks import DynamoChunks
from throughline.adapters.dynamo.digests import DynamoDigests
from throughline.adapters.dynamo.editions import DynamoEditions
from throughline.adapters.dynamo.erasing import DynamoErasing
from throughline.adapters.dynamo.facts import DynamoFacts
from throughline.adapters.dynamo.figures import DynamoFigures
from throughline.adapters.dynamo.goals import DynamoGoalBoard
from throughline.adapters.dynamo.items import WORDS, Items
from throughline.adapters.dynamo.letters import DynamoLetters
from throughline.adapters.dynamo.mirrors import DynamoMirrors
from throughline.adapters.dynamo.pending import DynamoPending
from throughline.adapters.dynamo.precedents import DynamoPrecedents
from throughline.adapters.dynamo.promises import DynamoPromises
from throughline.adapters.dynamo.readings import DynamoReadings
from throughline.adapters.dynamo.recognitions import DynamoRecognitions
from throughline.adapters.dynamo.records import LedgerRecord, bind
from throughline.adapters.dynamo.sending import DynamoSending
from throughline.adapters.dynamo.single_mails import DynamoSingleMails
from throughline.adapters.dynamo.standings import DynamoStandings
from throughline.adapters.dynamo.suggestions import DynamoSuggestions
from throughline.adapters.dynamo.themes import DynamoThemes
from throughline.adapters.dynamo.weeks import DynamoWeeks
from throughline.adapters.ses_limits import mail_limits
from throughline.domain.recalling import SINGLE_MAILS
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
        return DynamoStandings(self.record, self.items, self.addresses)

    @cached_property
    def weeks(self) -> DynamoWeeks:
        """What a week has to celebrate."""
        return DynamoWeeks(self.record, self.items)

    @cached_property
    def addresses(self) -> DynamoAddresses:
        """Addresses that have to say that they are the right ones."""
        return DynamoAddresses(self.record, self.items)

    @cached_property
    def goal_board(self) -> DynamoGoalBoard:
        """How far the goals have come."""
        return DynamoGoalBoard(self.record)

    @cached_property
    def recognitions(self) -> DynamoRecognitions:
        """What a person looks at before others read it."""
        return DynamoRecognitions(self.record, self.items)

    @cached_property
    def figures(self) -> DynamoFigures:
        """Counts by week."""
        return DynamoFigures(self.record)

    @cached_property
    def case_figures(self) -> DynamoCaseFigures:
        """Counts of cases by week."""
        return DynamoCaseFigures(self.record)

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
    def editions(self) -> DynamoEditions:
        """What each week's digest tells."""
        return DynamoEditions(self.record, self.items)

    @cached_property
    def readings(self) -> DynamoReadings:
        """How often the page of a week's digest was read to its end."""
        return DynamoReadings(self.record)

    @cached_property
    def chunks(self) -> DynamoChunks:
        """Digests that are sent many at a time."""
        return DynamoChunks(self.record, self.clock)

    @cached_property
    def sending(self) -> DynamoSending:
        """How many digests may go just now."""
        return DynamoSending(self.record, mail_limits)

    @cached_property
    def deliveries(self) -> DynamoDeliveries:
        """What survey vendors sent, as it came."""
        return DynamoDeliveries(self.record, self.items)

    @cached_property
    def contacts(self) -> DynamoContacts:
        """How customers can be reached who asked for it."""
        return DynamoContacts(self.record, self.items)

    @cached_property
    def devices(self) -> DynamoDevices:
        """The devices that may show a department's inbox."""
        return DynamoDevices(self.record, self.items)

    @cached_property
    def allowance(self) -> DynamoAllowance:
        """How much vendors may still be asked."""
        return DynamoAllowance(self.record)

    @cached_property
    def told(self) -> DynamoTold:
        """Which questions of surveys somebody was told of."""
        return DynamoTold(self.record, self.items)

    @cached_property
    def backlog(self) -> DynamoBacklog:
        """How much waits."""
        return DynamoBacklog(self.record, self.clock)

    @cached_property
    def themes(self) -> DynamoThemes:
        """What customers' words are gathered into."""
        return DynamoThemes(self.record, self.items)
