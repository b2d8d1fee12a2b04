"""A person decides what no rule could."""

import pytest

from fakes.values import RIDDLE, known_reporter
from throughline.errors import Refused
from unit.usecases.desk import Desk


@pytest.mark.parametrize(
    ("choice", "department"), [("Opening the parcel", "Packing"), ("accounts", "Accounts"), ("IT", "IT")]
)
def test_a_person_names_a_touchpoint_or_a_department(desk: Desk, choice: str, department: str) -> None:
    line = desk.routed(RIDDLE)
    assert desk.decides(line, choice) == (f"routed to {department}: a person decided that it belongs to {department}",)
    assert desk.case(line).department == department
    assert desk.letter_to(f"{department.lower()}@shop.example").fields["quote"] == RIDDLE
    assert list(desk.ledger.cases.parked()) == []


def test_a_person_reads_it_as_thanks(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    assert desk.decides(line, "praise") == ("thanks: a person read it as thanks",)
    assert (len(desk.line(line).thanks), desk.line(line).cases) == (1, ())


def test_a_person_says_that_it_is_nobodys(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    assert desk.decides(line, "nobody") == ("skipped: a person decided that it is nobody's",)
    assert (desk.line(line).thanks, desk.line(line).cases, desk.letters()) == ((), (), [])
    assert list(desk.ledger.cases.parked()) == []


def test_what_is_not_on_the_map_is_refused_and_waits_on(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    with pytest.raises(Refused, match="no “The moon”") as refused:
        desk.decides(line, "The moon")
    assert refused.value.field == "choice"
    assert len(list(desk.ledger.cases.parked())) == 1


def test_nothing_is_decided_twice(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    desk.decides(line, "IT")
    with pytest.raises(Refused, match="Nothing waits"):
        desk.decides(line, "Packing")
    assert len(desk.line(line).cases) == 1


def test_whoever_decides_second_by_a_blink_is_told_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    line = desk.routed(RIDDLE)
    standing = desk.line(line)
    desk.decides(line, "IT")
    # Read before the other one wrote.
    monkeypatch.setattr(desk.ledger.facts, "line", lambda _line: standing)
    with pytest.raises(Refused, match="A colleague"):
        desk.decides(line, "Packing")


def test_nothing_waits_where_nothing_is_parked(desk: Desk) -> None:
    with pytest.raises(Refused, match="Nothing waits"):
        desk.decides(desk.routed(), "IT")


def test_a_submitter_is_told_that_it_was_heard_once_only(desk: Desk) -> None:
    line = desk.routed(RIDDLE, reporter=known_reporter())
    desk.decides(line, "IT")
    assert sorted(one.name for one in desk.letters()) == ["letter#case#1", "letter#heard"]


def test_what_a_person_placed_stands_beside_what_a_rule_placed(desk: Desk) -> None:
    line = desk.routed(f"{RIDDLE} Thank you to the driver.")
    assert len(desk.line(line).thanks) == 1
    desk.decides(line, "praise")
    assert [one.number for one in desk.line(line).thanks] == [1, 2]
