"""The same stores twice: in memory, and as DynamoDB tables."""

import pytest

from aws import ATLAS, LEDGER, make_tables
from fakes import FixedClock, MemoryAtlas, MemoryLedger
from fakes.rooms import Atlas, Ledger
from throughline.adapters.wiring import AtlasRoom, LedgerRoom

STORES = ["memory", "dynamo"]


@pytest.fixture
def tables(aws: None) -> None:  # noqa: ARG001 - the tables stand in what it pretends
    make_tables()


@pytest.fixture(params=STORES)
def ledger(request: pytest.FixtureRequest, clock: FixedClock) -> Ledger:
    if request.param == "memory":
        return MemoryLedger(clock)
    request.getfixturevalue("tables")
    return LedgerRoom(LEDGER, clock=clock)


@pytest.fixture(params=STORES)
def atlas(request: pytest.FixtureRequest, clock: FixedClock) -> Atlas:
    if request.param == "memory":
        return MemoryAtlas()
    request.getfixturevalue("tables")
    return AtlasRoom(ATLAS, clock=clock)
