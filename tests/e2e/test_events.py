"""Every public event of the catalogue, on the bus and as its schema says."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from contracts.catalogue import OUTGOING, fits
from e2e.line import Line, acted, case_link, token
from e2e.monday import Told
from e2e.public_events import Event, Listener
from e2e.test_surveys import answered
from operate.demo.doors import Answer, send_json


def schema_of(event: Event) -> str:
    """throughline.case.handed_on.v1 is described by case-handed-on.v1."""
    kind, _, version = event["type"].removeprefix("throughline.").rpartition(".")
    return f"{kind.replace('.', '-').replace('_', '-')}.{version}"


def solved(line: Line, taken: Answer, action: str) -> None:
    """Whoever wrote says whether it was, by the receipt."""
    item = next(one for one in line.receipt(taken)["items"] if action in one["can"].split())
    said = {"receipt": taken.document()["receipt"], "number": item["number"], "nonce": item["nonce"], "action": action}
    assert send_json(f"{line.site}/r", said).status == 200


BY_CLOCK = {"case-reminded.v1", "case-escalated.v1", "goal-reached.v1"}
GOAL = """goals:
  - {goal: Nobody carries alone, department: Delivery Planning, measure: nps, touchpoint: Delivery at the door,
     target: 5 of 10, from: 2020-01-01, until: 2099-12-31}
"""


def test_what_the_clock_brings_is_told_as_its_schema_says(
    told: Told, line: Line, listener: Listener, tmp_path: Path
) -> None:
    line.note(f"The box arrived crushed, {token()}.", touchpoint="Opening the parcel")
    for _ in range(6):
        said = answered(10, touchpoint_hint="Delivery at the door")
        line.answer(f"{line.site}/v1/responses", **said)
    goals = tmp_path / "goals.yaml"
    goals.write_text(GOAL, encoding="utf-8")
    line.run("goal", "import", str(goals))
    line.quiet()
    for days in (1, 2, 3, 5, 7, 8):
        at = datetime.combine(told.week.monday() + timedelta(days=7 + days), time(11), UTC)
        line.run("tick", "--at", at.isoformat())
    events = listener.wait_for(lambda seen: {schema_of(event) for event in seen} >= BY_CLOCK)
    assert [event for event in events if not fits(schema_of(event), event)] == []
    (row,) = line.rows("goal", "list")
    assert (row["reached"], row["tenths"]) == (True, 10) or row["count"] >= 6
    line.run("goal", "import", str(_none(tmp_path)))


def _none(folder: Path) -> Path:
    """A file that takes all goals back."""
    empty = folder / "none.yaml"
    empty.write_text("goals: []\n", encoding="utf-8")
    return empty


def test_every_event_of_a_step_is_told_as_its_schema_says(line: Line, listener: Listener) -> None:
    word = token()
    taken = line.note(f"The box arrived crushed, {word}.", touchpoint="Opening the parcel")
    line.note(f"Thank you, the adviser was wonderful {word}", kind="praise", touchpoint="Asking for advice")
    line.note(f"Hmm {word}, somehow strange today.")
    url = case_link(line.mail(word, to="packing@"))
    acted(url, "acknowledge")
    acted(url, "undo")
    acted(url, "hand_on", to="Warehouse", text="It is about stacking.")
    second = case_link(line.mail(word, to="warehouse@"))
    acted(second, "answer", text=f"We looked, {word}.")
    acted(second, "resolve", text=f"We stack lower, {word}.")
    solved(line, taken, "dispute")
    acted(second, "resolve", text=f"And no higher than a chest, {word}.")
    solved(line, taken, "confirm")
    events = listener.wait_for(lambda seen: {schema_of(event) for event in seen} >= set(OUTGOING) - BY_CLOCK)

    assert [event for event in events if not fits(schema_of(event), event)] == []
    known = {event["id"]: event for event in events}
    assert [event for event in events if known[event["id"]] != event] == []
    assert not [event for event in events if word in str(event)]
    assert "CaseHandedOn" in listener.kinds
