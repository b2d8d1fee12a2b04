"""The same stores twice: in memory, and as DynamoDB tables."""

from typing import Protocol

import pytest

from aws import ATLAS, LEDGER, make_tables
from fakes import FixedClock, MemoryAtlas, MemoryLedger
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.ports import (
    Cases,
    Digests,
    Directory,
    Facts,
    Figures,
    Letters,
    MapStore,
    Pending,
    Places,
    Weeks,
)

STORES = ["memory", "dynamo"]


class Ledger(Protocol):
    @property
    def facts(self) -> Facts: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def letters(self) -> Letters: ...
    @property
    def weeks(self) -> Weeks: ...
    @property
    def figures(self) -> Figures: ...
    @property
    def pending(self) -> Pending: ...
    @property
    def digests(self) -> Digests: ...


class Atlas(Protocol):
    @property
    def maps(self) -> MapStore: ...
    @property
    def places(self) -> Places: ...
    @property
    def directory(self) -> Directory: ...


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
