"""What people's decisions teach routing, and what teaches nothing."""

from fakes.values import RIDDLE, SCRATCHED, known_reporter
from throughline.domain.case import Action
from throughline.domain.precedent import How, standing
from unit.usecases.desk import Desk


def test_a_touchpoint_named_in_triage_is_taught(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    desk.decides(line, "Opening the parcel")
    (taught,) = desk.ledger.precedents.all()
    assert (taught.line, taught.number, taught.how, taught.words) == (line, 1, How.TRIAGED, RIDDLE)
    assert (taught.touchpoint, taught.department, taught.named) == ("Opening the parcel", "Packing", False)


def test_a_department_named_in_triage_is_taught_without_a_touchpoint(desk: Desk) -> None:
    desk.decides(desk.routed(RIDDLE), "IT")
    (taught,) = desk.ledger.precedents.all()
    assert (taught.touchpoint, taught.department) == ("", "IT")


def test_that_it_is_nobodys_is_taught_and_thanks_are_not(desk: Desk) -> None:
    desk.decides(desk.routed(RIDDLE), "nobody")
    (taught,) = desk.ledger.precedents.all()
    assert (taught.touchpoint, taught.department, taught.number) == ("", "", 0)


def test_thanks_teach_nothing(desk: Desk) -> None:
    desk.decides(desk.routed(RIDDLE), "praise")
    assert list(desk.ledger.precedents.all()) == []


def test_what_is_resolved_is_confirmed_with_the_words_of_the_map_that_led_there(desk: Desk) -> None:
    case = desk.case(desk.routed(reporter=known_reporter()))
    desk.acts(case, Action.ACKNOWLEDGE)
    assert list(desk.ledger.precedents.all()) == []
    desk.acts(desk.case(case.line), Action.RESOLVE, "The foot is wrapped now.")
    (taught,) = desk.ledger.precedents.all()
    assert (taught.how, taught.words, taught.department, taught.said) == (
        How.CONFIRMED,
        SCRATCHED,
        "Packing",
        "Packing",
    )
    assert taught.named
    assert taught.hits == case.hits
    assert case.hits


def test_what_is_handed_on_is_taught_where_it_came_to_rest(desk: Desk) -> None:
    case = desk.case(desk.routed())
    desk.acts(case, Action.HAND_ON, "It fell off the van.", to="delivery")
    desk.acts(desk.case(case.line, 2), Action.RESOLVE, "It is strapped now.")
    (taught,) = standing(desk.ledger.precedents.all())
    assert (taught.number, taught.how, taught.department) == (2, How.CONFIRMED, "Delivery")
    corrected = next(one for one in desk.ledger.precedents.all() if one.how is How.CORRECTED)
    assert (corrected.instead_of, corrected.said, corrected.department) == (1, "Packing", "Delivery")
