"""The suggestions of parked items in DynamoDB: read alone, written once, never over a person's decision."""

from pynamodb.expressions.update import Action

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.committing import updated
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.line import ParkedItem

WAITING = "waiting"


class DynamoSuggestions:
    """What waits for a person, one item at a time."""

    def __init__(self, record: type[LedgerRecord]) -> None:
        self._record = record

    def waiting(self, line: str) -> ParkedItem | None:
        """What waits there; None when nothing does any more."""
        try:
            item = self._record.get(line, keys.PARKED, consistent_read=True)
        except self._record.DoesNotExist:
            return None
        return unpacked(ParkedItem, item.body) if item.state == WAITING else None

    def suggest(self, parked: ParkedItem) -> bool:
        """Put these suggestions in place; False when a person was first, or it was erased.

        It is announced no more: other systems heard of it when it was parked.
        """
        record = self._record
        news: list[Action] = [
            record.body.set(packed(parked)),
            record.announces.remove(),
            record.pending.remove(),
            record.pending_since.remove(),
        ]
        return updated(record(parked.line, keys.PARKED), news, record.state == WAITING)
