"""Devices that wait for a code, in DynamoDB: each try and each use is taken by a condition."""

from datetime import datetime

from pynamodb.exceptions import TransactWriteError
from pynamodb.expressions.update import Action

from throughline.adapters.dynamo.committing import codes_of, commit, refused, updated
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import CONFLICT, LedgerRecord, transaction
from throughline.domain.device import MOST_CODES, MOST_TRIES, TIME_FOR_CODE
from throughline.domain.gathering import short
from throughline.domain.letter import Letter
from throughline.domain.retention import Class, expiry, expiry_of
from throughline.errors import Unavailable
from throughline.ports.devices import Sent

SINCE, OPEN, USED = "since", "open", "used"
AWAY = "the ledger does not take the write just now"


class DynamoDevices:
    """A partition for each department."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def line(self, department: str) -> str:
        """The line that a department's codes go out on."""
        return f"I#{short(department)}"

    def ask(self, department: str, mark: str, letter: Letter, now: datetime) -> Sent:
        """Let the mail with the code go, once a device, and a few times an hour."""
        record, together = self._record, transaction(self._record)
        line, until, fresh = self.line(department), now + TIME_FOR_CODE, record.pk.does_not_exist()
        over, end = int(until.timestamp()), expiry(1, now.date())
        asked = record(line, _asked(mark), state=OPEN, tries=0, lease_until=over, expires=end)
        few = record.tries.does_not_exist() | (record.tries < MOST_CODES)
        counted: list[Action] = [record.tries.add(1), record.expires.set(end)]
        together.save(asked, condition=fresh)
        together.save(self._items.letter(letter), condition=fresh)
        together.update(record(line, f"codes#{now.isoformat(timespec='hours')}"), counted, condition=few)
        try:
            commit(together)
        except TransactWriteError as error:
            if CONFLICT in codes_of(error) or not any(refused(error)):
                raise Unavailable(AWAY) from error
            return Sent.BEFORE if refused(error)[0] else Sent.TOO_MANY
        return Sent.NOW

    def tries(self, department: str, mark: str, now: datetime) -> int | None:
        """Take one try; how many are left after it, or None when there is none: too many, too late, or used."""
        record, item = self._record, self._record(self.line(department), _asked(mark))
        left = (record.state == OPEN) & (record.tries < MOST_TRIES) & (record.lease_until > now.timestamp())
        if not updated(item, [record.tries.add(1)], left):
            return None
        return MOST_TRIES - int(item.tries or 0)

    def uses(self, department: str, mark: str) -> bool:
        """Use the code up; False when it was before."""
        record = self._record
        return updated(record(self.line(department), _asked(mark)), [record.state.set(USED)], record.state == OPEN)

    def known_since(self, department: str) -> datetime | None:
        """What became known before this is asked anew; None when nobody said so."""
        found = self._record.query(self.line(department), self._record.sk == SINCE, consistent_read=True)
        return next((datetime.fromisoformat(item.body["since"]) for item in found), None)

    def forget(self, department: str, now: datetime) -> None:
        """Whatever is known now is asked anew."""
        said = self._record(self.line(department), SINCE, body={"since": now.isoformat()})
        said.expires = expiry_of(Class.AUDIT, now.date())
        said.save()


def _asked(mark: str) -> str:
    return f"asked#{mark}"
