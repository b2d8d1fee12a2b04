"""How often the page of a week's digest was read to its end, in DynamoDB: an item a reading, which names nobody.

Its key is what the page drew by chance, and it ends by its week's own day, so that no item tells a time.
"""

from pynamodb.exceptions import PutError

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.retention import Class, expiry_of
from throughline.domain.week import Week
from throughline.errors import Unavailable


class DynamoReadings:
    """Readings of each week's page; the same one counts once however often it is told."""

    def __init__(self, record: type[LedgerRecord]) -> None:
        self._record = record

    def note(self, week: Week, reading: str) -> None:
        """Count one more."""
        place = keys.readings(week, keys.shard(reading, keys.READING_SHARDS))
        try:
            self._record(place, reading, expires=expiry_of(Class.EDITIONS, week.monday())).save()
        except PutError as error:
            raise Unavailable("the ledger does not take the write just now") from error

    def count(self, week: Week) -> int:
        """How many there were."""
        return sum(self._record.count(keys.readings(week, at)) for at in range(keys.READING_SHARDS))
