"""How each week's digests fare, in DynamoDB: how many went, came back, or were complained of.

A mark for each reader stands beside the counts, so that no report counts twice. The counts begin anew when the digest
is let go after it had stopped; the marks stay.
"""

from collections.abc import Iterator

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from throughline.adapters.clock import WallClock
from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.committing import committed, updated
from throughline.adapters.dynamo.records import LedgerRecord, transaction
from throughline.domain.retention import Class, expiry_of
from throughline.domain.sending import BOUNCE, COMPLAINT, NEWS, Sent
from throughline.domain.week import Week
from throughline.ports import Clock


class DynamoFares:
    """Counts of a week stand in the item that says how its digests are planned."""

    def __init__(self, record: type[LedgerRecord], clock: Clock | None = None) -> None:
        self._record = record
        self._clock = clock or WallClock()

    def went(self, week: Week, mails: int) -> None:
        """The mail service took so many more."""
        counted: list[Action] = [self._record.taken.add(mails), self._kept_until()]
        self._updated(keys.digest_run(week), keys.RUN, counted)

    def bad_news(self, week: Week, person: str, *, complaint: bool, known: bool = False) -> Sent:
        """Note a digest that came back for good, or a complaint, each reader's once; how the week's digests fare.

        What was `known` to the mail service before never left it, and counts for nothing.
        """
        record, together = self._record, transaction(self._record)
        counted = record.complaints.add(1) if complaint else record.bounces.add(1)
        mark = record(keys.digest_run(week), _mark(COMPLAINT if complaint else BOUNCE, person))
        once = record.state.does_not_exist()
        together.update(mark, [record.state.set("counted"), self._kept_until()], condition=once)
        if not known:
            together.update(record(keys.digest_run(week), keys.RUN), [counted, self._kept_until()])
        committed(together)
        return self.fared(week)

    def fared(self, week: Week) -> Sent:
        """How the week's digests fare since they were last let go."""
        run = self._run(week)
        return Sent(*(int(count or 0) for count in (run.taken, run.bounces, run.complaints))) if run else Sent(0)

    def anew(self, week: Week) -> None:
        """Count from here on."""
        record = self._record
        nothing: list[Action] = [count.set(0) for count in (record.taken, record.bounces, record.complaints)]
        self._updated(keys.digest_run(week), keys.RUN, [*nothing, self._kept_until()], record.pk.exists())

    def bad_news_of(self, week: Week, person: str) -> tuple[str, ...]:
        """What was noted of somebody's digest: that it came back for good, that they complained."""
        asked = [(keys.digest_run(week), _mark(kind, person)) for kind in NEWS]
        return tuple(sorted(item.sk.partition("#")[0] for item in self._record.batch_get(asked)))

    def bad_news_in(self, week: Week) -> Iterator[tuple[str, str]]:
        """Whose digest of the week came back for good, and who complained of it: what happened, and to whom."""
        for kind in NEWS:
            found = self._record.query(keys.digest_run(week), self._record.sk.startswith(_mark(kind, "")))
            yield from ((kind, item.sk.partition("#")[2]) for item in found)

    # ── items ──
    def _forget_news(self, week: Week, person: str) -> None:
        for kind in NEWS:
            self._record(keys.digest_run(week), _mark(kind, person)).delete()

    def _run(self, week: Week, of: str = keys.RUN) -> LedgerRecord | None:
        try:
            return self._record.get(keys.digest_run(week), of, consistent_read=True)
        except self._record.DoesNotExist:
            return None

    def _kept_until(self) -> Action:
        action: Action = self._record.expires.set(expiry_of(Class.LETTERS, self._clock.now().date()))
        return action

    def _updated(
        self, pk: str, sk: str, actions: list[Action], condition: Condition | None = None
    ) -> LedgerRecord | None:
        item = self._record(pk, sk)
        return item if updated(item, actions, condition) else None


def _mark(kind: str, person: str) -> str:
    return f"{kind}#{person}"
