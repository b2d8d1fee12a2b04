"""The outbox in DynamoDB: a lease for each mail, taken and read in one write."""

from datetime import datetime

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from throughline.adapters.dynamo.codec import unpacked
from throughline.adapters.dynamo.records import CONDITION, LedgerRecord
from throughline.domain.letter import LEASE, MAX_TRIES, Letter, Posted
from throughline.errors import Unavailable


def in_doubt(item: LedgerRecord, now: datetime) -> bool:
    """Whether a lease has run out and no try is left."""
    left = (item.tries or 0) < MAX_TRIES
    return item.state == Posted.CLAIMED.value and not left and (item.lease_until or 0) < now.timestamp()


class DynamoLetters:
    """Mails to be sent once."""

    def __init__(self, record: type[LedgerRecord]) -> None:
        self._record = record

    def claim(self, line: str, name: str, now: datetime) -> Letter | None:
        """Take it for sending; None when it is sent, taken by another, or tried often enough."""
        record, item = self._record, self._record(line, name)
        abandoned = (record.state == Posted.CLAIMED.value) & (record.lease_until < now.timestamp())
        free = (record.state == Posted.WAITING.value) | (abandoned & (record.tries < MAX_TRIES))
        kept = record.expires.does_not_exist() | (record.expires > now.timestamp())
        taken: list[Action] = [
            record.state.set(Posted.CLAIMED.value),
            record.lease_until.set(int((now + LEASE).timestamp())),
            record.tries.add(1),
            record.announces.remove(),
        ]
        try:
            item.update(taken, condition=free & kept)
        except UpdateError as error:
            if error.cause_response_code == CONDITION:
                return None
            raise Unavailable("the ledger does not take the write just now") from error
        return unpacked(Letter, item.body)

    def release(self, line: str, name: str) -> None:
        """Give it back unsent: the mail service did not take it, so that another try is no double."""
        record = self._record
        back: list[Action] = [record.state.set(Posted.WAITING.value), record.lease_until.remove(), record.tries.add(-1)]
        try:
            record(line, name).update(back, condition=record.state == Posted.CLAIMED.value)
        except UpdateError as error:
            if error.cause_response_code != CONDITION:  # it went out after all: there is nothing to give back
                raise Unavailable("the ledger does not take the write just now") from error

    def sent(self, line: str, name: str, message_id: str) -> None:
        """Note that it went out, as the mail service answered or reports."""
        self._ended(line, name, Posted.SENT, message_id, self._record.pk.exists())

    def refused(self, line: str, name: str, reason: str) -> None:
        """Note that nobody tries any more, and why; a report that says it went out stands above that."""
        self._ended(line, name, Posted.REFUSED, reason, self._record.state == Posted.CLAIMED.value)

    def in_doubt(self, line: str, name: str, now: datetime) -> bool:
        """Whether it was tried as often as may be and nobody can tell whether it went out."""
        try:
            return in_doubt(self._record.get(line, name, consistent_read=True), now)
        except self._record.DoesNotExist:
            return False

    def _ended(self, line: str, name: str, state: Posted, note: str, as_read: Condition) -> None:
        record = self._record
        gone: list[Action] = [record.pending.remove(), record.pending_since.remove(), record.lease_until.remove()]
        noted: list[Action] = [record.state.set(state.value), record.message_id.set(note), record.announces.remove()]
        try:
            record(line, name).update([*noted, *gone], condition=as_read)
        except UpdateError as error:
            if error.cause_response_code != CONDITION:  # it has expired, or is noted as sent: it needs no note
                raise Unavailable("the ledger does not take the write just now") from error
