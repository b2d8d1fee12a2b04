"""Decisions and cases in DynamoDB: all of a step in one transaction, or nothing."""

from collections.abc import Callable, Iterable, Iterator
from heapq import merge

from pynamodb.exceptions import PutError, TransactWriteError
from pynamodb.expressions.condition import Condition
from pynamodb.transactions import TransactWrite

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import unpacked
from throughline.adapters.dynamo.committing import AWAY, commit, refused
from throughline.adapters.dynamo.contacts import marker
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.precedents import taught
from throughline.adapters.dynamo.recognitions import give, over_limit
from throughline.adapters.dynamo.records import LedgerRecord, transaction
from throughline.adapters.dynamo.single_mails import DynamoSingleMails, Lot
from throughline.adapters.dynamo.undoing import take_back
from throughline.domain.case import Case, announced_by
from throughline.domain.contact import Contacting
from throughline.domain.gathering import Gathering
from throughline.domain.line import Advance, Confirmation, Outcome, ParkedItem
from throughline.errors import Unavailable


class DynamoCases:
    """What was decided and what happens to it."""

    def __init__(self, record: type[LedgerRecord], items: Items, singles: DynamoSingleMails) -> None:
        self._record = record
        self._items = items
        self._singles = singles

    def settle(self, outcome: Outcome) -> bool:
        """Write all of a routing or, when the fact is settled already, nothing; whether it was written."""

        def write(lot: Lot) -> bool:
            return _within_limit(
                outcome,
                lambda given: _unless_confirmed(given.confirmation, lambda one: self._settled(given, one, lot)),
            )

        return self._singles.writing(outcome.letters, write)

    def _settled(self, outcome: Outcome, confirmation: Confirmation | None, lot: Lot) -> bool:
        record = self._record
        together = transaction(record)
        self._confirm(together, confirmation)
        give(together, record, self._items, outcome)
        self._save_new(together, self._consequences(outcome, lot))
        lot.count(together)
        if outcome.parked:
            self._save_new(together, [self._items.parked(outcome.parked)])
        for gathering in outcome.gathered:
            together.save(self._items.gathered(gathering))
        fact = record(outcome.line, outcome.fact)
        cleared = [record.pending.remove(), record.pending_since.remove(), record.announces.remove()]
        as_read = record.pending.exists()
        if outcome.revision is not None:
            as_read &= record.revision == outcome.revision
        together.update(fact, [*cleared, record.state.set("settled")], condition=as_read)
        confirming = 0 if confirmation else None
        return _committed(together, lot, deciding=-1, confirming=confirming, limited=bool(outcome.giver), after=1)

    def decide(self, outcome: Outcome) -> bool:
        """Write what a person decided about a parked item; False when somebody else decided it first."""
        if not outcome.parked:
            raise ValueError("a decision is about something parked")
        parked = self._items.parked(outcome.parked)

        def write(lot: Lot) -> bool:
            return _within_limit(outcome, lambda one: self._decided(one, parked, lot))

        return self._singles.writing(outcome.letters, write)

    def _decided(self, outcome: Outcome, parked: LedgerRecord, lot: Lot) -> bool:
        together = transaction(self._record)
        together.save(parked, condition=self._record.state == "waiting")
        give(together, self._record, self._items, outcome)
        self._save_new(together, self._consequences(outcome, lot))
        lot.count(together)
        return _committed(together, lot, deciding=0, limited=bool(outcome.giver))

    def advance(self, advance: Advance) -> bool:
        """Write a step on the version before it; False when somebody else was first."""

        def write(lot: Lot) -> bool:
            return _unless_confirmed(advance.confirmation, lambda one: self._advanced(advance, one, lot))

        return self._singles.writing(advance.letters, write)

    def _advanced(self, advance: Advance, confirmation: Confirmation | None, lot: Lot) -> bool:
        items, case = self._items, advance.case
        together = transaction(self._record)
        stepped = self._told(case, announced_by(advance.step), advance)
        together.save(stepped, condition=self._as_read(advance))
        self._confirm(together, confirmation)
        if advance.stored:
            together.save(items.copy(case.line, advance.stored))
        if advance.forgets_contact:
            together.save(marker(self._record, items, case.line, Contacting.GONE))
        if advance.change:  # a case that is solved again says anew what changed
            together.save(items.change(advance.change))
        new = [items.step(case, advance.step)]
        new += [items.saying(case, advance.saying)] if advance.saying else []
        new += [self._told(advance.opened, "case.routed", advance)] if advance.opened else []
        new += [taught(self._record, advance.taught)] if advance.taught else []
        new += [items.thanks(advance.thanks)] if advance.thanks else []
        self._save_new(together, [*new, *lot.written()])
        if advance.parked:
            together.save(items.parked(advance.parked), condition=self._free_to_park(advance.parked))
        if advance.undoing:
            take_back(together, self._record, items, advance)
        lot.count(together)
        overtaken = bool(advance.undoing or advance.parked)
        return _committed(together, lot, deciding=0, confirming=1 if confirmation else None, overtaken=overtaken)

    def _free_to_park(self, parked: ParkedItem) -> Condition:
        """Nothing waits there yet; or it does so still, where it need not any more."""
        if parked.decided:
            waits: Condition = self._record.state == "waiting"
            return waits
        free: Condition = self._record.pk.does_not_exist() | (self._record.state == "decided")
        return free

    def _told(self, case: Case, announces: str, advance: Advance) -> LedgerRecord:
        item = self._items.case(case, announces)
        item.erased = advance.step.on.isoformat() if advance.erased else None
        return item

    def _as_read(self, advance: Advance) -> Condition:
        """Neither stepped on nor erased since it was read: words that were read before must not come back."""
        erased = self._record.erased
        as_read: Condition = erased.exists() if advance.erased else erased.does_not_exist()
        as_read &= self._record.revision == advance.step.version - 1
        return as_read

    def gather(self, gathering: Gathering, before: Gathering) -> None:
        """Write gathered words in place of those before; Unavailable when they were changed or erased meanwhile."""
        try:
            self._items.gathered(gathering).save(self._record.digest == before.digest)
        except PutError as error:
            raise Unavailable("somebody else gathers these words just now") from error

    def inbox(self, department: str, *, done: bool) -> Iterator[Case]:
        """A department's open cases, those due first coming first; the done ones from the latest."""
        shards = range(keys.DEPARTMENT_SHARDS)
        found = self._merged((keys.inbox(department, done=done, at=at) for at in shards), newest_first=done)
        return (unpacked(Case, item.body) for item in found)

    def parked(self) -> Iterator[ParkedItem]:
        """All that waits for a person, the oldest first."""
        found = self._merged(keys.triage(at) for at in range(keys.TRIAGE_SHARDS))
        return (unpacked(ParkedItem, item.body) for item in self._items.live(found))

    def _merged(self, listings: Iterable[str], *, newest_first: bool = False) -> Iterator[LedgerRecord]:
        index = self._record.by_listing
        queries = [index.query(listing, scan_index_forward=not newest_first) for listing in listings]
        return merge(*queries, key=lambda item: item.rank, reverse=newest_first)

    def _consequences(self, outcome: Outcome, lot: Lot) -> Iterator[LedgerRecord]:
        yield from (self._items.case(case, "case.routed") for case in outcome.cases)
        yield from (self._items.weighed(outcome.line, at, words) for at, words in outcome.weighed.items() if words)
        yield from (self._items.thanks(thanks) for thanks in outcome.thanks)
        yield from [taught(self._record, outcome.taught)] if outcome.taught else []
        yield from lot.written()

    def _confirm(self, together: TransactWrite, confirmation: Confirmation | None) -> None:
        if confirmation:
            items = (self._items.confirmed(confirmation.conversation), self._items.letter(confirmation.letter))
            self._save_new(together, items)

    def _save_new(self, together: TransactWrite, items: Iterable[LedgerRecord]) -> None:
        for item in items:
            together.save(item, condition=self._record.pk.does_not_exist())


class _ConfirmedBeforeError(Exception):
    """The conversation had its confirmation of the day."""


class _OverLimitError(Exception):
    """Whoever gives it has thanked many people this week."""


def _within_limit(outcome: Outcome, write: Callable[[Outcome], bool]) -> bool:
    """Write it as it is, or so that nobody else is told where its giver has thanked many people this week."""
    try:
        return write(outcome)
    except _OverLimitError:
        return write(outcome.beyond_limit())


def _unless_confirmed(confirmation: Confirmation | None, write: Callable[[Confirmation | None], bool]) -> bool:
    """Write with the confirmation, or without it when the conversation had one."""
    try:
        return write(confirmation)
    except _ConfirmedBeforeError:
        return write(None)


def _committed(
    together: TransactWrite,
    lot: Lot,
    *,
    deciding: int,
    confirming: int | None = None,
    limited: bool = False,
    after: int = 0,
    overtaken: bool = False,
) -> bool:
    """Commit; False when the deciding entry's condition failed, Unavailable for any other reason.

    Where it may be `overtaken`, False too when that of another entry did that counts no mail.
    NoRoomError when only the mails found none; their counts stand last but for those that come `after` them.
    """
    try:
        commit(together)
    except TransactWriteError as error:
        stood_against = refused(error)
        if stood_against and stood_against[deciding]:
            return False
        if stood_against and confirming is not None and stood_against[confirming]:
            raise _ConfirmedBeforeError from error
        if limited and over_limit(together, stood_against):
            raise _OverLimitError from error
        lot.explain(error, after=after)
        if overtaken and any(stood_against):
            return False
        raise Unavailable(AWAY) from error
    return True
