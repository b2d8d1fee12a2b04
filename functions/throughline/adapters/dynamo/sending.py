"""How much mail goes out, in DynamoDB: turns that all workers take from one item, each by one conditional write.

`free_at` is when the next turn begins, in milliseconds; `left` is how many mails may go until the mail service is
asked again, `taken` how many ever were. Mails that were taken since the time before count as not yet counted by it.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.committing import updated
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.fetching import Later
from throughline.domain.sending import MOST_AT_ONCE, Limits, Turns, pace_of
from throughline.errors import Unavailable

FRESH, STALE = timedelta(minutes=2), timedelta(hours=1)
PATIENCE, LONGEST = timedelta(seconds=20), timedelta(seconds=60)
PAUSE = timedelta(minutes=15)
STOPPED = "stopped"
USED_UP = "the mail service takes no more today"
PAUSED = "the mail service has paused our sending"
BUSY = "others take their turn before"
TRIES = 4


class DynamoSending:
    """What all workers that send digests share; `limits` asks the mail service."""

    def __init__(self, record: type[LedgerRecord], limits: Callable[[], Limits] | None = None) -> None:
        self._record = record
        self._limits = limits
        self._item: LedgerRecord | None = None

    def take(self, sizes: Sequence[int], now: datetime) -> Turns | Later:
        """Turns for groups of mails of these sizes, or for the first few of them; or when to come again."""
        for _ in range(TRIES):
            remembered, item = self._item is not None, self._known(now)
            later = _against(item, sizes[0], now)
            if later and not remembered:
                return later
            if later:
                self._item = None  # it may be over by now
                continue
            turns = self._took(item, sizes, now)
            if turns:
                return turns
            self._item = None  # somebody was faster: look again
        return Later(now + PATIENCE, BUSY)

    def pause(self, why: str, now: datetime) -> Later:
        """Nobody sends for a while; then one tries again."""
        until = now + PAUSE
        self._updated([self._record.free_at.set(_millis(until)), self._record.why.set(why)])
        return Later(until, why)

    def stop(self, why: str) -> bool:
        """No digest goes until somebody says so; False when they had stopped before."""
        record = self._record
        stopped: list[Action] = [record.state.set(STOPPED), record.why.set(why)]
        return self._updated(stopped, record.state.does_not_exist()) is not None

    def go_on(self) -> bool:
        """Digests go again; False when they had not stopped."""
        record = self._record
        return self._updated([record.state.remove(), record.why.remove()], record.state == STOPPED) is not None

    def waits(self, now: datetime) -> str:
        """Why no digest goes just now; empty when they go."""
        item = self._looked()
        later = _against(item, MOST_AT_ONCE, now) if item and item.body else None
        return later.reason if later else ""

    def taken(self) -> int:
        """How many mails have ever been taken a turn for."""
        item = self._looked()
        return int(item.taken or 0) if item else 0

    # ── one turn ──
    def _took(self, item: LedgerRecord, sizes: Sequence[int], now: datetime) -> Turns | None:
        record, moment, pace = self._record, _millis(now), pace_of(float(item.body["rate"]))
        left = [at for at in range(1, len(sizes) + 1) if sum(sizes[:at]) <= (item.left or 0)]
        groups = pace.within(sizes[: max(left, default=1)], LONGEST)
        mails = sum(sizes[:groups])
        lasts = pace.turns(sizes[:groups]) * int(pace.every.total_seconds() * 1000)
        idle = (item.free_at or 0) < moment
        begins: Condition = record.free_at.does_not_exist() | (record.free_at < moment)
        if not idle:
            begins = (record.free_at >= moment) & (record.free_at <= _millis(now + PATIENCE))
        may = begins & (record.left >= mails) & record.state.does_not_exist()
        counted: list[Action] = [
            record.free_at.set(moment + lasts) if idle else record.free_at.add(lasts),
            record.left.add(-mails),
            record.taken.add(mails),
        ]
        taken = self._updated(counted, may)
        return Turns(_moment((taken.free_at or 0) - lasts), pace, groups) if taken else None

    # ── what the mail service allows ──
    def _known(self, now: datetime) -> LedgerRecord:
        item = self._item or self._looked()
        if item is None or not item.body or now - _read_at(item) > FRESH:
            item = self._asked(item, now)
        return item

    def _asked(self, before: LedgerRecord | None, now: datetime) -> LedgerRecord:
        known = before if before and before.body else None
        limits = self._told(known, now)
        if limits is None:
            return known or self._record()
        told = {"rate": limits.rate, "daily": limits.daily, "sent": limits.sent, "read_at": now.isoformat()}
        record = self._record
        more = limits.left - (int((known.left or 0) + (known.taken or 0) - (known.before or 0)) if known else 0)
        noted: list[Action] = [record.body.set(told), record.revision.add(1), record.left.add(more)]
        noted.append(record.before.set(record.taken) if known and known.taken else record.before.set(0))
        if not limits.enabled:
            noted += [record.free_at.set(_millis(now + PAUSE)), record.why.set(PAUSED)]
        same = record.revision == known.revision if known else record.revision.does_not_exist()
        asked = self._updated(noted, same) or self._looked()  # or somebody else has just asked
        if asked is None:
            raise Unavailable("nobody knows how much mail may go")
        return asked

    def _told(self, known: LedgerRecord | None, now: datetime) -> Limits | None:
        try:
            return self._limits() if self._limits else None
        except Unavailable:
            if known is None or now - _read_at(known) > STALE:
                raise
            return None

    # ── the item ──
    def _looked(self) -> LedgerRecord | None:
        try:
            self._item = self._record.get(*keys.sending(), consistent_read=True)
        except self._record.DoesNotExist:
            self._item = None
        return self._item

    def _updated(self, actions: list[Action], condition: Condition | None = None) -> LedgerRecord | None:
        item = self._record(*keys.sending())
        if not updated(item, actions, condition):
            return None
        self._item = item
        return item


def _against(item: LedgerRecord, mails: int, now: datetime) -> Later | None:
    if item.state == STOPPED:
        return Later(now + PAUSE, item.why or STOPPED)
    begins = _moment(item.free_at or 0)
    if begins > now + PATIENCE:
        return Later(begins, (item.why if begins > now + PATIENCE * 6 else "") or BUSY)
    return Later(now + PAUSE, USED_UP) if (item.left or 0) < mails else None


def _read_at(item: LedgerRecord) -> datetime:
    return datetime.fromisoformat(item.body["read_at"])


def _moment(millis: float) -> datetime:
    return datetime.fromtimestamp(millis / 1000, UTC)


def _millis(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
