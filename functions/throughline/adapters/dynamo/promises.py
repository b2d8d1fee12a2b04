"""What departments are told of all their cases, in DynamoDB: each mail in one transaction with what it tells of."""

from collections.abc import Iterator
from datetime import date, timedelta
from heapq import merge

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import unpacked
from throughline.adapters.dynamo.committing import committed
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import LedgerRecord, transaction
from throughline.adapters.dynamo.resting import resting
from throughline.domain.case import Case, State, announced_by
from throughline.domain.letter import Posted, first_letter
from throughline.domain.line import Advance
from throughline.domain.recalling import HeldMail, Telling, Waiting, line_of_day

LONGEST_QUIET = timedelta(days=1)  # the longest that a stack may be told to wait
TOLD_OF = "told of in another mail"


class DynamoPromises:
    """A department's open cases, and the mails about all of them."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def waiting(self, department: str) -> Iterator[Waiting]:
        """A department's open cases, those due first coming first; one that moved just now may look as before."""
        listings = (keys.inbox(department, done=False, at=at) for at in range(keys.DEPARTMENT_SHARDS))
        found = merge(*map(self._record.by_listing.query, listings), key=lambda item: item.rank)
        waiting = [Waiting(unpacked(Case, item.body), bool(item.erased)) for item in found]
        young = {
            one.case.subject: (one.case.line, first_letter(one.case.number)) for one in waiting if self._young(one)
        }
        still = resting(self._record, young.values(), self._items.this_hour())
        return (one for one in waiting if young.get(one.case.subject) not in still)

    def held(self, department: str) -> Iterator[HeldMail]:
        """The mails about single cases that wait to be told of in one."""
        listings = (keys.held(department, at) for at in range(keys.DEPARTMENT_SHARDS))
        found = merge(*map(self._record.by_listing.query, listings), key=lambda item: item.rank)
        hour = self._items.this_hour()
        return (HeldMail(one.pk, one.sk) for one in self._items.live(found) if (one.pending_since or "") <= hour)

    def _young(self, waiting: Waiting) -> bool:
        """Whether the mail about it may not have gone yet: no quiet lasts longer."""
        case = waiting.case
        return case.state is State.ROUTED and case.opened_on >= self._items.today() - LONGEST_QUIET

    def told(self, department: str, day: date) -> frozenset[str]:
        """The names of the mails about all its cases that a department had on a day."""
        own = self._record.sk.startswith("letter#")
        found = self._record.query(line_of_day(department, day), own, consistent_read=True)
        return frozenset(item.sk for item in found)

    def tell(self, telling: Telling) -> bool:
        """Write all of it or nothing; False when such a mail is written, or what it tells of has changed."""
        together = transaction(self._record)
        if telling.letter:
            together.save(self._items.letter(telling.letter), condition=self._record.pk.does_not_exist())
        for advance in telling.advances:
            self._advance(together, advance)
        for held in telling.held:
            waits = self._record.state == Posted.HELD.value
            together.update(self._record(held.line, held.name), self._told_of(), condition=waits)
        return committed(together, beaten_counts=True)

    def _advance(self, together: TransactWrite, advance: Advance) -> None:
        record, case = self._record, self._items.case(advance.case, announced_by(advance.step))
        case.erased = advance.step.on.isoformat() if advance.erased else None
        as_read: Condition = record.erased.exists() if advance.erased else record.erased.does_not_exist()
        together.save(case, condition=as_read & (record.revision == advance.step.version - 1))
        together.save(self._items.step(advance.case, advance.step), condition=record.pk.does_not_exist())

    def _told_of(self) -> list[Action]:
        record = self._record
        said: list[Action] = [record.state.set(Posted.SENT.value), record.message_id.set(TOLD_OF)]
        return [*said, record.listing.remove(), record.rank.remove()]
