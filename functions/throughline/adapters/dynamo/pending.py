"""What has not been done yet, from the sparse index of DynamoDB."""

from collections.abc import Iterator

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.line import PendingKey


class DynamoPending:
    """Reads only what waits; an empty index costs nothing."""

    def __init__(self, record: type[LedgerRecord]) -> None:
        self._record = record

    def waiting(self) -> Iterator[PendingKey]:
        """Everything that waits, the oldest of each shard first."""
        for at in range(keys.PENDING_SHARDS):
            for item in self._record.by_pending.query(f"P#{at}"):
                yield PendingKey(item.pk, item.sk, item.pending_since, _revision(item.revision))


def _revision(number: float | None) -> int | None:
    return None if number is None else int(number)
