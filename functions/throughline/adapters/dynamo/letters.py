"""The outbox in DynamoDB: a lease for each mail, taken and read in one write."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import unpacked
from throughline.adapters.dynamo.committing import committed, updated
from throughline.adapters.dynamo.items import LETTER_WAITING, Items
from throughline.adapters.dynamo.records import LedgerRecord, transaction
from throughline.adapters.dynamo.resting import resting
from throughline.domain.letter import CODE, LEASE, MAX_TRIES, UNNAMED, Letter, Posted


def in_doubt(item: LedgerRecord, now: datetime) -> bool:
    """Whether a lease has run out and no try is left."""
    left = (item.tries or 0) < MAX_TRIES
    return item.state == Posted.CLAIMED.value and not left and (item.lease_until or 0) < now.timestamp()


class DynamoLetters:
    """Mails to be sent once."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

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
        if not updated(item, taken, free & kept):
            return None
        return replace(unpacked(Letter, item.body), returned=bool(item.returned), tells=tuple(sorted(item.names or ())))

    def release(self, line: str, name: str) -> None:
        """Give it back unsent: the mail service did not take it, so that another try is no double."""
        record = self._record
        back: list[Action] = [record.state.set(Posted.WAITING.value), record.lease_until.remove(), record.tries.add(-1)]
        claimed = record.state == Posted.CLAIMED.value  # else it went out after all: there is nothing to give back
        updated(record(line, name), back, claimed)

    def sent(self, line: str, name: str, message_id: str) -> None:
        """Note that it went out, as the mail service answered; one that came back meanwhile goes out once more."""
        self._ended(line, name, Posted.SENT, message_id, self._still_out(message_id))

    def reported(self, line: str, name: str, message_id: str) -> None:
        """The same, as the mail service reports it; from now on an answer to it is found by its id."""
        together = transaction(self._record)
        noted = self._notes(line, name, Posted.SENT, message_id)
        together.update(self._record(line, name), noted, condition=self._still_out(message_id))
        together.save(self._items.mailed(message_id, line, name))
        committed(together)

    def came_back(self, line: str, name: str, message_id: str) -> bool:
        """Send it once more, to whom it goes otherwise; False when it had come back before, as another mail."""
        record, item = self._record, self._record(line, name)
        again: list[Action] = [
            record.returned.set(message_id),
            record.state.set(Posted.WAITING.value),
            record.tries.set(0),
            record.announces.set(LETTER_WAITING),
            record.revision.set(1),  # another announcement than the first
            record.pending.set(keys.pending(line)),
            record.pending_since.set(self._items.this_hour()),
        ]
        once = record.pk.exists() & record.returned.does_not_exist() & record.erased.does_not_exist()
        return updated(item, again, once) or self._returned_as(line, name) in (None, message_id)

    def answered_by(self, message_id: str) -> tuple[str, str] | None:
        """Line and name of the letter that went out under this id."""
        try:
            body = self._record.get(keys.mailed(message_id), keys.MAIL).body
        except self._record.DoesNotExist:
            return None
        return str(body["line"]), str(body["name"])

    def resting(self, names: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        """Of these (line, name), the quiet ones whose time has not come, to the hour."""
        return resting(self._record, names, self._items.this_hour())

    def refused(self, line: str, name: str, reason: str) -> None:
        """Note that nobody tries any more, and why; a report that says it went out stands above that."""
        self._ended(line, name, Posted.REFUSED, reason, self._record.state == Posted.CLAIMED.value)

    def in_doubt(self, line: str, name: str, now: datetime) -> bool:
        """Whether it was tried as often as may be and nobody can tell whether it went out."""
        try:
            return in_doubt(self._record.get(line, name, consistent_read=True), now)
        except self._record.DoesNotExist:
            return False

    def _returned_as(self, line: str, name: str) -> str | None:
        """The mail that it came back as; None when nothing is kept of it any more."""
        try:
            item = self._record.get(line, name, consistent_read=True)
        except self._record.DoesNotExist:
            return None
        return None if item.erased else item.returned

    def _still_out(self, message_id: str) -> Condition:
        record = self._record
        still_out: Condition = record.returned.does_not_exist() | (record.returned != message_id)
        still_out &= record.pk.exists()
        return still_out

    def _notes(self, line: str, name: str, state: Posted, note: str) -> list[Action]:
        record = self._record
        gone: list[Action] = [record.pending.remove(), record.pending_since.remove(), record.lease_until.remove()]
        noted: list[Action] = [record.state.set(state.value), record.message_id.set(note), record.announces.remove()]
        if name == UNNAMED or name.startswith(CODE):  # what it said to whom is nobody's business any more
            kept = {"line": line, "name": name, "kind": name.split("#")[1], "to": ""}
            gone += [record.subject.remove(), record.body.set(kept)]
        return [*noted, *gone]

    def _ended(self, line: str, name: str, state: Posted, note: str, as_read: Condition) -> None:
        noted = self._notes(line, name, state, note)
        updated(self._record(line, name), noted, as_read)  # else it has expired, or is noted as sent
