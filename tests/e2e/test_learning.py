"""What a person decides changes what comes next, through the deployed stack; and there is a way back."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from e2e.line import Line, token
from operate.demo.doors import until

PATIENCE = 150.0  # what was learned is noticed within a minute
MOMENTS = ("Measuring at home", "Planning with an adviser", "Repair at home", "Spare parts")  # one more than is offered
LIKE = "like a note that was decided before"
FEW, MORE = 3, 9


def strange(line: Line) -> dict[str, Any]:
    """A note of a kind that the map knows nothing of, parked and weighed."""
    word = token()
    line.note(f"Hm, the green quibbet by the plinth hummed at me once more, {word}")

    def weighed() -> dict[str, Any] | None:
        rows = [row for row in line.rows("triage", "list") if word in row["text"] and row["by_meaning"]]
        return rows[0] if rows else None

    return until("its suggestions", weighed, patience=60)


def next_day(line: Line) -> str:
    """Half past three, the night after the last model was put in place."""
    days = [datetime.fromisoformat(row["on"]) for row in line.rows("route", "models")]
    return f"{max([*days, datetime.now()]) + timedelta(days=1):%Y-%m-%d}T03:30:00Z"  # noqa: DTZ005 - a day will do


def learned(line: Line) -> dict[str, Any]:
    """The model that a night makes of what was decided."""
    line.run("tick", "--at", next_day(line))
    newest: dict[str, Any] = line.rows("route", "models")[0]
    return newest


def decided(line: Line, moment: str, count: int) -> None:
    """So many such notes, each decided by a person."""
    for row in [strange(line) for _ in range(count)]:
        line.run("triage", "decide", row["id"], moment)


@pytest.mark.usefixtures("told")
def test_what_a_person_decides_comes_up_then_first_and_can_be_taken_back(line: Line) -> None:
    before = offered(strange(line))
    moment = next(one for one in MOMENTS if one not in before)
    decided(line, moment, FEW)
    first = learned(line)
    assert first["why"].startswith("learned from")

    def comes_up() -> dict[str, Any] | None:
        row = strange(line)
        return row if moment in offered(row) and LIKE in row["by_meaning"] else None

    assert until("what was learned", comes_up, patience=PATIENCE)

    decided(line, moment, MORE)
    second = learned(line)
    assert second["model"] != first["model"]

    def comes_first() -> bool:
        return offered(strange(line))[0] == moment

    assert until("what was learned better", comes_first, patience=PATIENCE)
    line.run("route", "use", first["model"][:12])
    models = [row["model"] for row in line.rows("route", "models")]
    assert models[:3] == [first["model"], second["model"], first["model"]]


def offered(row: dict[str, Any]) -> list[str]:
    return [one["touchpoint"] for one in row["alternatives"]]
