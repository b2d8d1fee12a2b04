"""Who has had the digest of a week, in DynamoDB: the claim comes before the mail."""

from collections.abc import Iterator
from datetime import datetime

from pynamodb.expressions.update import Action

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.committing import updated
from throughline.adapters.dynamo.letters import in_doubt
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.letter import LEASE, MAX_TRIES, Posted
from throughline.domain.retention import Class, expiry_of
from throughline.domain.week import Week


class DynamoDigests:
    """At most one digest a person and week."""

    def __init__(self, record: type[LedgerRecord]) -> None:
        self._record = record

    def claim(self, week: Week, person: str, now: datetime) -> bool:
        """Take a person's digest for sending; False when it is sent or taken."""
        record = self._record
        abandoned = (record.state == Posted.CLAIMED.value) & (record.lease_until < now.timestamp())
        free = record.state.does_not_exist() | (record.state == Posted.WAITING.value)
        taken: list[Action] = [
            record.state.set(Posted.CLAIMED.value),
            record.lease_until.set(int((now + LEASE).timestamp())),
            record.expires.set(expiry_of(Class.DIGESTS, now.date())),
            record.tries.add(1),
        ]
        return updated(self._item(week, person), taken, free | (abandoned & (record.tries < MAX_TRIES)))

    def release(self, week: Week, person: str) -> None:
        """Give it back unsent, so that another try is no double."""
        record = self._record
        back: list[Action] = [record.state.set(Posted.WAITING.value), record.tries.add(-1)]
        claimed = record.state == Posted.CLAIMED.value  # else it ended after all: there is nothing to give back
        updated(self._item(week, person), back, claimed)

    def in_doubt(self, week: Week, person: str, now: datetime) -> bool:
        """Whether it was tried as often as may be and nobody can tell whether it went out."""
        item = self._looked(week, person)
        return item is not None and in_doubt(item, now)

    def claimed(self, week: Week, person: str) -> bool:
        """Whether somebody has taken it and not said how it ended."""
        item = self._looked(week, person)
        return item is not None and item.state == Posted.CLAIMED.value

    def done(self, week: Week, person: str, outcome: str, message_id: str = "") -> None:
        """Note how it ended: sent, or skipped with the reason; what is noted as sent stays so.

        What nobody claimed, or was erased since, is not written down by a late report.
        """
        record = self._record
        open_still = record.state.exists() & (record.state != Posted.SENT.value)
        ended: list[Action] = [
            record.state.set(outcome),
            record.message_id.set(message_id),
            record.lease_until.remove(),
        ]
        updated(self._item(week, person), ended, open_still)

    def report(self, week: Week) -> Iterator[tuple[str, str]]:
        """Person and outcome of each digest of the week."""
        for at in range(keys.DIGEST_SHARDS):
            for item in self._record.query(keys.digest(week, at)):
                yield item.sk, str(item.state)

    def _looked(self, week: Week, person: str) -> LedgerRecord | None:
        item = self._item(week, person)
        try:
            item.refresh(consistent_read=True)
        except self._record.DoesNotExist:
            return None
        return item

    def _item(self, week: Week, person: str) -> LedgerRecord:
        return self._record(keys.digest(week, keys.shard(person, keys.DIGEST_SHARDS)), person)
