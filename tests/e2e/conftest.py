"""One deployed stack for all tests that drive it from outside; sockets are for this machine only."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.chromium import browser, chromium
from e2e.line import SAMPLE, Line, kept_environment
from e2e.monday import Told, a_week_told
from e2e.public_events import Listener, listening
from operate.bench.spare import spare_checkout
from operate.local.checkout import find_checkout

__all__ = ["browser", "chromium"]
HERE = Path(__file__).parent
KEPT_OF_A_SCHEDULE = (
    "Name",
    "GroupName",
    "ScheduleExpression",
    "ScheduleExpressionTimezone",
    "FlexibleTimeWindow",
    "Target",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents and HERE / "local" not in item.path.parents:
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


@pytest.fixture(autouse=True)
def _kept() -> Iterator[None]:
    """What a test opens on the stack ends with it: the next one's AWS is its own."""
    with kept_environment():
        yield


@pytest.fixture(scope="session")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """The built stack in a checkout of its own, with the sample organisation told by command."""
    root = tmp_path_factory.mktemp("line") / "checkout"
    spare_checkout(root, find_checkout(HERE))
    command = [sys.executable, str(HERE / "holding.py")]
    with (root / "up.log").open("wb") as log:
        held = subprocess.Popen(  # noqa: S603 - our own script
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
        )
    try:
        assert held.stdout is not None
        assert held.stdout.readline(), (root / "up.log").read_text(encoding="utf-8")
        made = Line(root)
        stop_the_clock(made)
        tell_sample(made)
        yield made
    finally:
        held.communicate(timeout=60)


def stop_the_clock(line: Line) -> None:
    """Tests strike the hours themselves: a real one in the midst of them would plan real digests."""
    scheduler = line.stack.client("scheduler")
    for one in scheduler.list_schedules()["Schedules"]:
        told = scheduler.get_schedule(Name=one["Name"])
        kept = {name: told[name] for name in KEPT_OF_A_SCHEDULE if name in told}
        scheduler.update_schedule(**kept, State="DISABLED")
    assert {one["State"] for one in scheduler.list_schedules()["Schedules"]} == {"DISABLED"}


def tell_sample(line: Line) -> None:
    line.run("journey", "import", str(SAMPLE / "journey.yaml"))
    line.run("people", "import", str(SAMPLE / "people.csv"))
    with (SAMPLE / "places.csv").open(encoding="utf-8") as rows:
        first = next(csv.DictReader(rows))
    line.run("place", "add", first["name"], "--staff", first["staff"])
    line.place = json.loads(line.run("status", "--json"))["place"]


@pytest.fixture(scope="session")
def told(line: Line) -> Told:
    """This week, told on the Monday after it; other ticks come after these."""
    return a_week_told(line)


@pytest.fixture
def listener(line: Line) -> Iterator[Listener]:
    """Somebody else's system, which hears our public events."""
    with listening(line.stack) as made:
        yield made
