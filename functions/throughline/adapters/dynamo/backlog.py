"""How much waits, as DynamoDB counts it: no item is read, only its key is counted."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.ports import Clock


class DynamoBacklog:
    """Counts over the shards of each list."""

    def __init__(self, record: type[LedgerRecord], clock: Clock) -> None:
        self._record = record
        self._clock = clock

    def for_a_person(self) -> int:
        """Notes in triage."""
        return self._counted(keys.triage, keys.TRIAGE_SHARDS)

    def thanks(self) -> int:
        """Recognitions that a person looks at before others read them."""
        return self._counted(keys.held_thanks, keys.WEEK_SHARDS)

    def set_aside(self) -> int:
        """What came in and became nothing."""
        return self._counted(keys.asides, keys.ASIDE_SHARDS)

    def overdue(self, departments: Iterable[str], now: datetime) -> Mapping[str, int]:
        """Open cases past the promised time, of each department that has any."""
        before = self._record.rank < now.astimezone(UTC).isoformat()
        found = {
            department: sum(
                self._record.by_listing.count(keys.inbox(department, done=False, at=at), before)
                for at in range(keys.DEPARTMENT_SHARDS)
            )
            for department in departments
        }
        return {department: count for department, count in found.items() if count}

    def _counted(self, listing: Callable[[int], str], shards: int) -> int:
        record, now = self._record, int(self._clock.now().timestamp())
        live = record.expires.does_not_exist() | (record.expires > now)
        return sum(record.by_listing.count(listing(at), filter_condition=live) for at in range(shards))
