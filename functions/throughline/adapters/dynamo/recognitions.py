"""Recognitions in DynamoDB: whom they are given to, how many, and which a person looks at first."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC
from heapq import merge

from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.committing import committed
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import LedgerRecord, transaction
from throughline.domain.letter import Posted
from throughline.domain.line import Outcome
from throughline.domain.recognition import MOST_GIVEN, Publicity, Thanked, Thanks
from throughline.domain.week import Week

Record = type[LedgerRecord]


def give(together: TransactWrite, record: Record, items: Items, outcome: Outcome) -> None:
    """Add the mails to those who are thanked; the first update is the one that fails beyond the giver's limit."""
    if outcome.giver:
        _count(together, record, items, outcome)
    told: dict[tuple[str, str], list[Thanked]] = defaultdict(list)
    for one in outcome.thanked:
        told[one.letter.line, one.letter.name].append(one)
    for same in told.values():
        tell(together, record, items, same[0], {ref for one in same for ref in one.refs})


def over_limit(together: TransactWrite, stood_against: list[bool]) -> bool:
    """Whether it was the giver's limit that stood against it: updates are the last entries of a transaction."""
    updates = len(together._update_items)  # noqa: SLF001 - nothing else counts its entries
    return bool(updates) and len(stood_against) >= updates and stood_against[-updates]


def tell(together: TransactWrite, record: Record, items: Items, thanked: Thanked, refs: set[str]) -> None:
    """Write the day's mail with what it tells of, or add that to the one that is written; the sweep lets it go."""
    letter = thanked.letter
    due = thanked.due.astimezone(UTC).isoformat(timespec="hours")
    actions: list[Action] = [
        record.names.add(refs),
        record.body.set(record.body | packed(letter)),
        record.state.set(record.state | Posted.WAITING.value),
        record.tries.set(record.tries | 0),
        record.pending.set(record.pending | keys.pending(letter.line)),
        record.pending_since.set(record.pending_since | due),
        record.expires.set(record.expires | items.letters_end()),
        record.subject.set(record.subject | letter.subject),
    ]
    together.update(record(letter.line, letter.name), actions)


def _count(together: TransactWrite, record: Record, items: Items, outcome: Outcome) -> None:
    key = keys.given(outcome.giver, Week.of(items.today()))
    free = record.tries.does_not_exist() | (record.tries < MOST_GIVEN)
    counted: list[Action] = [record.tries.add(1), record.expires.set(items.letters_end())]
    together.update(record(*key), counted, condition=free)


class DynamoRecognitions:
    """What a person looks at before others read it."""

    def __init__(self, record: Record, items: Items) -> None:
        self._record = record
        self._items = items

    def held(self) -> Iterator[Thanks]:
        """All that wait for that, the oldest first."""
        queries = (self._record.by_listing.query(keys.held_thanks(at)) for at in range(keys.WEEK_SHARDS))
        found = merge(*queries, key=lambda item: str(item.rank))
        return (unpacked(Thanks, item.body) for item in self._items.live(found))

    def find(self, line: str, number: int) -> Thanks | None:
        """One of them, whatever became of it; None when there is none, or it has been erased."""
        try:
            item = self._record.get(line, keys.thanks(number), consistent_read=True)
        except self._record.DoesNotExist:
            return None
        return None if item.erased else unpacked(Thanks, item.body)

    def decide(self, thanks: Thanks, before: Publicity, thanked: Thanked | None) -> bool:
        """Put it in place of how it stood, with the mail to whom it is for; False when somebody else was first."""
        record = self._record
        as_read = record.erased.does_not_exist() & record.pk.exists()
        stood = record.state == before.value
        as_read &= stood | record.state.does_not_exist() if before is Publicity.PUBLISHED else stood
        together = transaction(record)
        together.save(self._items.thanks(thanks), condition=as_read)
        if thanked:
            tell(together, record, self._items, thanked, set(thanked.refs))
        return committed(together)
