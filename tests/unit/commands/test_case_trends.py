"""What weeks count of cases, as the operator reads it, and devices that are asked anew."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import Result

from aws import ATLAS, LEDGER, REGION, make_tables
from commanding import result_of, rooms_anew
from fakes.values import case, small_map
from operate.commands import case_trends as commands
from operate.commands.case import case as case_command
from operate.stack import Stack
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.case import Action, State, Step
from throughline.domain.week import Week
from throughline.errors import Refused

Command = Callable[..., Result]
TODAY = datetime.now(UTC).date()


@pytest.fixture
def run(aws: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:  # noqa: ARG001 - it runs on what it pretends
    make_tables()
    stack = Stack("here", {"LedgerTable": LEDGER, "AtlasTable": ATLAS}, REGION, local=False)
    monkeypatch.setattr(commands, "find_stack", lambda *_options: stack)
    AtlasRoom(ATLAS).maps.replace(small_map())

    def ran(*arguments: str) -> Result:
        return result_of(case_command, *arguments)

    with rooms_anew():
        yield ran


@pytest.fixture
def counted(run: Command) -> None:  # noqa: ARG001 - it counts in the tables that it made
    figures = LedgerRoom(LEDGER).case_figures
    done = case(state=State.RESOLVED, version=2, opened_on=TODAY - timedelta(days=3))
    figures.count(done, [Step(2, Action.RESOLVE, State.ROUTED, State.RESOLVED, "Packing", TODAY)], ())
    figures.count(replace(case(number=2, department="Delivery"), opened_on=TODAY), (), ())


@pytest.mark.usefixtures("counted")
def test_a_line_a_department_and_week_in_words(run: Command) -> None:
    told = run("trends").stdout
    assert f"{Week.of(TODAY)} Delivery: 1 came, 0 answered, 0 resolved, 0 handed on; effort: 0 less" in told
    assert "1 answered after 3.0 days, 1 resolved" in told


@pytest.mark.usefixtures("counted")
def test_a_json_line_a_touchpoint_for_a_machine(run: Command) -> None:
    rows = [json.loads(row) for row in run("trends", "--json", "--department", "Packing").stdout.splitlines()]
    assert {row["department"] for row in rows} == {"Packing"}
    together = {name: sum(row[name] for row in rows) for name in ("opened", "answered", "resolved", "days")}
    assert together == {"opened": 1, "answered": 1, "resolved": 1, "days": 3}
    assert all(row["touchpoint"] == "Opening the parcel" for row in rows)


def test_a_week_without_cases_says_nothing(run: Command) -> None:
    assert run("trends").stdout == ""


def test_devices_are_asked_anew(run: Command) -> None:
    assert json.loads(run("forget-devices", "packing").stdout) == {"department": "Packing", "devices": "forgotten"}
    assert LedgerRoom(LEDGER).devices.known_since("Packing")
    with pytest.raises(Refused, match="knows no “Nobody”"):
        run("forget-devices", "Nobody")
