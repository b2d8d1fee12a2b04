"""Events that meet: in every order, two at a time, with a fault anywhere on the way."""

import os
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest

from crash.flow import FLOWS, Flow
from crash.flows import Explorer
from crash.stand import Stand

Explorers = Callable[[Flow], Explorer]
pytestmark = pytest.mark.no_cover  # measuring lines would take twice the time
DEEP = "CRASH_DEEP" in os.environ  # the benchmark takes every flow apart finely


@pytest.fixture(scope="module")
def explorers(stand: Stand) -> Explorers:
    """Each flow's explorer, which remembers what it has lived through."""
    return cache(lambda flow: Explorer(stand, flow))


@pytest.mark.parametrize("flow", FLOWS, ids=str)
def test_every_order_ends_like_one_after_the_other(flow: Flow, explorers: Explorers, tried: Counter[str]) -> None:
    explorer = explorers(flow)
    explorer.every_order(coarse=flow.coarse and not DEEP)
    tried["orders"] += explorer.orders
    assert explorer.report.found == []


@pytest.mark.parametrize("flow", [one for one in FLOWS if DEEP or not one.coarse], ids=str)
def test_consumers_that_overlap_end_like_one_after_the_other(
    flow: Flow, explorers: Explorers, tried: Counter[str]
) -> None:
    explorer = explorers(flow)
    tried["overlaps"] += explorer.overlaps()
    assert explorer.report.found == []


@pytest.mark.parametrize("flow", FLOWS, ids=str)
def test_a_fault_anywhere_on_the_way_or_a_stream_lost_for_a_day_changes_nothing(
    flow: Flow, explorers: Explorers, tried: Counter[str]
) -> None:
    explorer = explorers(flow)
    points, runs = explorer.report.points, explorer.report.runs
    explorer.single()
    tried["points"] += explorer.report.points - points
    tried["scenarios"] += explorer.report.runs - runs
    assert explorer.report.found == []
