"""What planning and settling a week's digest reads, however much is past: request units, on pretended tables."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

from botocore import handlers

from operate.bench.figures import Figure
from operate.bench.pretended import TABLES, pretended_stack
from throughline.adapters.digest_desks import editor_of
from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.digest_time import Rhythm
from throughline.domain.edition import Edition
from throughline.domain.letter import Posted
from throughline.domain.recognition import Change, Thanks
from throughline.domain.week import Week
from throughline.usecases.plan_digests import plan_digests

PAST = (1_000, 10_000, 100_000)
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
WEEK = Week.of(MONDAY).previous()
KEPT_WEEKS = 100  # the weeks before that the past is spread over, the last three left as they are
A_UNIT = 4096  # bytes that one strongly consistent read request unit pays for
TOLD = 12
READS = frozenset({"BatchGetItem", "GetItem", "Query", "Scan"})


def history_figures(past: Sequence[int] = PAST) -> Iterator[Figure]:
    """How far the units read apart with ever more behind: none."""
    units = {count: units_of(count) for count in past}
    parts = {f"units with {count:,} past things": float(read) for count, read in units.items()}
    apart = max(units.values()) - min(units.values())
    yield Figure("units that a longer past adds to a digest's plan", float(apart), "", 0, parts=parts)


def units_of(past: int) -> int:
    """What a Monday's plan, and the week's digest for everybody, read with so much before them."""
    with pretended_stack():
        ledger, atlas = LedgerRoom(TABLES["Ledger"]), AtlasRoom(TABLES["Atlas"])
        _lived(ledger, past)
        with reading() as read:
            editor = editor_of(ledger, atlas, smallest_group=5, fewest=1)
            plan_digests(
                now=MONDAY, rhythm=Rhythm(), directory=atlas.directory, digests=ledger.digests, queue=_Nowhere()
            )
            editor.digest(WEEK, department="Packing")
    return sum(read)


class _Nowhere:
    """A queue that nobody reads."""

    def put(self, messages: Sequence[Any]) -> None:
        """Let them go."""


def _lived(ledger: LedgerRoom, past: int) -> None:
    """The week as it always is, and before it so many thanks, changes, digests and editions."""
    record, items = ledger.record, ledger.items
    with record.batch_write() as batch:
        for number in range(TOLD):
            batch.save(items.thanks(_thanks(f"now-{number}", WEEK.monday())))
        for number in range(past // 3):
            week = _week(number)
            batch.save(items.thanks(_thanks(f"past-{number}", week.monday())))
            batch.save(items.change(_change(f"past-{number}", week.monday())))
            batch.save(_digest(record, week, f"id-{number}"))
    for weeks in range(1, KEPT_WEEKS):
        ledger.editions.settle(Edition(str(Week.of(WEEK.monday() - timedelta(weeks=weeks))), whole=True))


def _week(number: int) -> Week:
    return Week.of(WEEK.monday() - timedelta(weeks=3 + number % (KEPT_WEEKS - 3)))


def _thanks(line: str, on: date) -> Thanks:
    return Thanks(line, 1, "He did not have to carry it up, and he did.", "Delivery", (), on, "a customer", "thanks")


def _change(line: str, on: date) -> Change:
    return Change(line, 1, "Packing", "Unpacking", "The foot was scratched.", "The foot is wrapped now.", on)


def _digest(record: type[LedgerRecord], week: Week, person: str) -> LedgerRecord:
    at = keys.shard(person, keys.DIGEST_SHARDS)
    return record(keys.digest(week, at), person, state=Posted.SENT.value, tries=1)


@contextmanager
def reading() -> Iterator[list[int]]:
    """The units of every read that is made while it is open."""
    read: list[int] = []

    def note(event_name: str, http_response: Any = None, **_rest: object) -> None:
        operation = event_name.rpartition(".")[2]
        if operation in READS:
            read.append(-(-len(http_response.content) // A_UNIT))

    handlers.BUILTIN_HANDLERS.insert(0, ("after-call.dynamodb", note))
    try:
        yield read
    finally:
        handlers.BUILTIN_HANDLERS.remove(("after-call.dynamodb", note))
