"""Whoever wrote a note says where it was, when nobody else could tell."""

import pytest

from fakes.case_figures import but_counting
from fakes.outside import ROOT
from fakes.values import HEAD, RIDDLE, small_map
from throughline.domain.precedent import How
from throughline.domain.seal import line_of, spaced
from throughline.errors import Refused
from throughline.usecases.choose_touchpoint import choose_touchpoint
from throughline.usecases.show_receipt import show_receipt
from unit.usecases.desk import Desk

OPENING = "Opening the parcel"


def parked(desk: Desk, text: str = "Something about a box and a driver.") -> str:
    receipt = desk.records(text).receipt
    desk.routes(line_of(ROOT, receipt))
    return receipt


def chooses(desk: Desk, receipt: str, touchpoint: str = OPENING) -> bool:
    room, now = desk.ledger, desk.clock.now()
    return choose_touchpoint(
        receipt=receipt,
        touchpoint=touchpoint,
        facts=room.facts,
        cases=room.cases,
        journey_map=small_map(),
        head=HEAD,
        now=now,
    )


def choices(desk: Desk, receipt: str) -> list[str]:
    view = show_receipt(receipt=receipt, root=ROOT, facts=desk.ledger.facts, journey_map=desk.map)
    found: list[str] = view["choices"]
    return found


def test_the_likeliest_moments_are_offered_until_it_is_decided(desk: Desk) -> None:
    receipt = parked(desk)
    assert OPENING in choices(desk, receipt)
    chooses(desk, receipt)
    assert choices(desk, receipt) == []


def test_the_choice_goes_to_the_moments_owner_with_that_reason(desk: Desk) -> None:
    receipt = parked(desk, RIDDLE)
    assert chooses(desk, spaced(receipt))
    case = desk.case(line_of(ROOT, receipt))
    assert (case.department, case.why) == ("Packing", f"it was reported at “{OPENING}”")
    assert desk.letter_to("packing@shop.example").fields["quote"] == RIDDLE
    assert (list(desk.ledger.cases.parked()), but_counting(desk.ledger.pending.waiting())[1:]) == ([], [])


def test_routing_learns_from_the_choice(desk: Desk) -> None:
    receipt = parked(desk, RIDDLE)
    chooses(desk, receipt)
    (taught,) = desk.ledger.precedents.all()
    assert (taught.how, taught.touchpoint, taught.department) == (How.CHOSEN, OPENING, "Packing")
    assert (taught.words, taught.number) == (RIDDLE, 1)


def test_choosing_again_or_late_changes_nothing(desk: Desk) -> None:
    receipt = parked(desk)
    assert [chooses(desk, receipt), chooses(desk, receipt), chooses(desk, receipt, "Getting money back")] == [
        True,
        False,
        False,
    ]
    assert len(desk.line(line_of(ROOT, receipt)).cases) == len(list(desk.ledger.precedents.all())) == 1


def test_a_person_who_decided_first_stays_right(desk: Desk) -> None:
    receipt = parked(desk)
    desk.decides(line_of(ROOT, receipt), "IT")
    assert not chooses(desk, receipt)
    assert [one.department for one in desk.line(line_of(ROOT, receipt)).cases] == ["IT"]


def test_what_the_map_does_not_know_is_refused_and_waits_on(desk: Desk) -> None:
    receipt = parked(desk)
    with pytest.raises(Refused, match="The moon") as refused:
        chooses(desk, receipt, "The moon")
    assert refused.value.field == "touchpoint"
    assert len(list(desk.ledger.cases.parked())) == 1


def test_a_receipt_that_is_not_ours_settles_nothing(desk: Desk) -> None:
    parked(desk)
    assert not chooses(desk, "1234 5678 9012 3456")
    assert len(list(desk.ledger.cases.parked())) == 1
