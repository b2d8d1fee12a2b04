"""A week's thanks and changes in DynamoDB; reads grow with the week, never with history."""

from collections.abc import Sequence
from typing import TypeVar

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import unpacked
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.recognition import Change, Thanks
from throughline.domain.week import Week

T = TypeVar("T", Thanks, Change)


class DynamoWeeks:
    """What a week has to celebrate."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def thanks(self, week: Week) -> Sequence[Thanks]:
        """The week's thanks, the oldest first."""
        return self._of(week, "thanks#", Thanks)

    def changes(self, week: Week) -> Sequence[Change]:
        """What changed in the week because somebody said so, the oldest first."""
        return self._of(week, "change#", Change)

    def _of(self, week: Week, prefix: str, kind: type[T]) -> list[T]:
        index = self._record.by_listing
        found = [
            item
            for at in range(keys.WEEK_SHARDS)
            for item in index.query(keys.celebrated(week, at), self._record.rank.startswith(prefix))
        ]
        return [unpacked(kind, item.body) for item in sorted(self._items.live(found), key=_rank)]


def _rank(item: LedgerRecord) -> str:
    return str(item.rank)
