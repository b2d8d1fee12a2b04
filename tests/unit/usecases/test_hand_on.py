"""What belongs to somebody else goes there, and to a person before it goes round in circles."""

import pytest

from fakes.values import RIDDLE, SCRATCHED, case, known_reporter, small_map
from throughline.domain.case import Action, Case, State
from throughline.domain.mirror import mirror_of
from throughline.domain.precedent import How
from throughline.errors import Refused
from throughline.usecases.suggest_teams import teams_for
from unit.usecases.desk import Desk

ROS = known_reporter()


@pytest.fixture
def opened(desk: Desk) -> Case:
    return desk.case(desk.routed(reporter=ROS))


def hands_on(desk: Desk, case: Case, number: int, to: str) -> None:
    assert desk.acts(desk.case(case.line, number), Action.HAND_ON, to=to).outcome == "changed"


def test_each_team_sees_who_had_it(desk: Desk, opened: Case) -> None:
    hands_on(desk, opened, 1, "Delivery")
    hands_on(desk, opened, 2, "Planning")
    assert [(one.hops, one.had) for one in desk.line(opened.line).cases] == [
        (0, ()),
        (1, ("Packing",)),
        (2, ("Packing", "Delivery")),
    ]


@pytest.mark.parametrize("round_trip", [("Delivery", "Packing"), ("Delivery", "Planning", "IT"), ("?",)])
def test_before_it_goes_in_circles_a_person_decides(desk: Desk, opened: Case, round_trip: tuple[str, ...]) -> None:
    for number, to in enumerate(round_trip, start=1):
        hands_on(desk, opened, number, to)
    line = desk.line(opened.line)
    assert (len(line.cases), {one.state for one in line.cases}) == (len(round_trip), {State.HANDED_ON})
    assert line.parked
    assert (line.parked.words, line.parked.handed) == (SCRATCHED, len(round_trip))
    assert line.parked.had == ("Packing", *round_trip[:-1])
    assert [one.department for one in line.parked.alternatives] == [to for to in round_trip[-1:] if to != "?"]
    assert "Packing" in line.parked.reason


def test_what_a_person_decides_goes_on_where_it_ended_and_teaches(desk: Desk, opened: Case) -> None:
    hands_on(desk, opened, 1, "Delivery")
    hands_on(desk, opened, 2, "Packing")
    desk.decides(opened.line, "Planning")
    there = desk.case(opened.line, 3)
    assert (there.department, there.hops, there.had) == ("Planning", 2, ("Packing", "Delivery"))
    assert desk.letters()[-1].fields["hops"] == 2
    taught = desk.ledger.precedents.known[-1]
    assert (taught.how, taught.instead_of, taught.said, taught.department) == (How.TRIAGED, 2, "Delivery", "Planning")
    assert desk.line(opened.line).parked
    hands_on(desk, opened, 3, "IT")
    assert [one.handed for one in desk.ledger.cases.parked()] == [3]


def test_each_hand_on_counts_for_the_pair_of_departments(desk: Desk) -> None:
    for at in range(3):
        desk.acts(desk.case(desk.routed(identity=f"device-000{at}")), Action.HAND_ON, to="Delivery")
    (pair,) = mirror_of(small_map(), desk.ledger.precedents.all()).confused
    assert (pair.said, pair.meant, pair.count) == ("Packing", "Delivery", 3)


def test_a_call_back_stays_one_when_a_person_decided(desk: Desk, opened: Case) -> None:
    hands_on(desk, opened, 1, "?")
    parked = desk.line(opened.line).parked
    assert parked
    assert not parked.call_back
    desk.decides(opened.line, "Delivery")
    assert not desk.case(opened.line, 2).call_back


@pytest.mark.parametrize(
    ("described", "teams"),
    [
        ("Those who plan the time slot", ("Planning",)),
        ("I think it's the IT people or accounts", ("IT", "Accounts")),
        ("packing", ()),
        (RIDDLE, ()),
        ("", ()),
    ],
)
def test_a_team_is_found_by_its_description(described: str, teams: tuple[str, ...]) -> None:
    assert teams_for(described, case(), small_map()) == teams


def test_a_team_that_had_it_is_not_suggested() -> None:
    assert teams_for("the time slot", case(had=("Planning",)), small_map()) == ()


def test_what_was_said_in_confidence_is_not_handed_on(desk: Desk, opened: Case) -> None:
    with pytest.raises(Refused, match="no other department"):
        desk.acts(opened, Action.HAND_ON, to="Confidential contact")
