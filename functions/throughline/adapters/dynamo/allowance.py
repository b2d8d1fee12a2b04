"""How much a vendor may still be asked, in DynamoDB: a count a minute and a day, taken by conditions."""

from datetime import UTC, datetime

from pynamodb.exceptions import TransactWriteError
from pynamodb.expressions.update import Action

from throughline.adapters.dynamo.committing import codes_of, commit, refused
from throughline.adapters.dynamo.records import CONFLICT, REFUSED_CONDITION, LedgerRecord, transaction
from throughline.domain.fetching import Later, Limits, next_day, next_minute
from throughline.domain.retention import expiry
from throughline.errors import Unavailable

OF_THE_DAY, OF_THE_MINUTE = "the vendor's calls of the day are used up", "the vendor's calls of the minute are used up"
CROWDED = "somebody else asks this vendor just now"


class DynamoAllowance:
    """One call is one write; what one worker has taken, no other can."""

    def __init__(self, record: type[LedgerRecord]) -> None:
        self._record = record

    def take(self, source: str, limits: Limits, now: datetime, many: int = 1) -> Later | None:
        """Take one call, or `many` of whatever is counted; or when to come again."""
        record, together, partition = self._record, transaction(self._record), _partition(source)
        counted: list[Action] = [record.tries.add(many), record.expires.set(expiry(1, now.date()))]
        open_again = record.lease_until.does_not_exist() | (record.lease_until <= now.timestamp())
        few_today = record.tries.does_not_exist() | (record.tries <= limits.a_day - many)
        few_now = record.tries.does_not_exist() | (record.tries <= limits.a_minute - many)
        together.update(record(partition, _day(now)), counted, condition=open_again & few_today)
        together.update(record(partition, _minute(now)), counted, condition=few_now)
        try:
            commit(together)
        except TransactWriteError as error:
            if not {REFUSED_CONDITION, CONFLICT}.intersection(codes_of(error)):
                raise Unavailable("the ledger does not take the write just now") from error
            return self._later(partition, refused(error), now)
        return None

    def pause(self, source: str, later: Later, now: datetime) -> None:
        """Nobody asks before then."""
        record = self._record
        until: list[Action] = [
            record.lease_until.set(int(later.at.timestamp())),
            record.body.set({"why": later.reason}),
            record.expires.set(expiry(1, now.date())),
        ]
        record(_partition(source), _day(now)).update(until)

    def _later(self, partition: str, refused: list[bool], now: datetime) -> Later:
        if not any(refused):
            return Later(now, CROWDED)
        if not refused[0]:
            return Later(next_minute(now), OF_THE_MINUTE)
        item = self._record.get(partition, _day(now), consistent_read=True)
        if (item.lease_until or 0) > now.timestamp():
            return Later(datetime.fromtimestamp(item.lease_until or 0, UTC), str((item.body or {}).get("why", "")))
        return Later(next_day(now), OF_THE_DAY)


def _partition(source: str) -> str:
    return f"L#{source}"


def _day(now: datetime) -> str:
    return f"day#{now.astimezone(UTC).date()}"


def _minute(now: datetime) -> str:
    return f"minute#{now.astimezone(UTC):%Y-%m-%dT%H:%M}"
