"""What planning reads depends on who is due, never on what came before."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from aws import ATLAS, LEDGER, make_tables
from calls import count_calls
from fakes import MemoryQueue
from fakes.values import person
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.digest_chunk import chunk_of
from throughline.domain.digest_time import Rhythm
from throughline.domain.week import Week
from throughline.usecases.plan_chunks import Crowd
from throughline.usecases.plan_digests import plan_digests

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
PAST = Week(2026, 40)


def planned(singles: int) -> tuple[list[str], int]:
    """The calls that planning makes, and how many readers it plans."""
    ledger, atlas = LedgerRoom(LEDGER), AtlasRoom(ATLAS)
    crowd = Crowd(ledger.chunks, ledger.sending, singles)
    given: dict[str, Any] = {
        "directory": atlas.directory,
        "digests": ledger.digests,
        "queue": MemoryQueue(),
        "crowd": crowd,
    }
    with count_calls() as calls:
        plans = plan_digests(now=NINE, rhythm=Rhythm(), **given)
    return [str(call) for call in calls], sum(plan.readers for plan in plans)


def alone(count: int) -> None:
    record = LedgerRoom(LEDGER).record
    with record.batch_write() as batch:
        for at in range(count):
            batch.save(record(f"G#{PAST}#{at % 16}", f"id-{at}", state="sent"))


def together(count: int) -> None:
    LedgerRoom(LEDGER).chunks.put(PAST, (chunk_of([f"id-{at}"]) for at in range(count)))


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("singles", [0, 100], ids=["together", "alone"])
@pytest.mark.parametrize("past", [alone, together])
def test_planning_makes_the_same_calls_however_much_was_sent_before(past: Callable[[int], None], singles: int) -> None:
    found = []
    for count in (10, 1000):
        make_tables_anew()
        AtlasRoom(ATLAS).directory.replace([person(f"p{at}", timezone="Europe/London") for at in range(5)])
        past(count)
        found.append(planned(singles))
    assert found[0] == found[1]
    assert found[0][1] == 5


def make_tables_anew() -> None:
    import boto3

    dynamodb = boto3.client("dynamodb")
    for name in dynamodb.list_tables()["TableNames"]:
        dynamodb.delete_table(TableName=name)
    make_tables()
