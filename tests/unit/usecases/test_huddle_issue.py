"""The issue on a team's sheet: what most speak of, a customer's words without names, a colleague's not at all."""

from dataclasses import replace
from datetime import timedelta

from fakes.values import SCRATCHED, answer, case
from throughline.domain.case import Action
from throughline.usecases.read_inbox import DeskRooms
from throughline.usecases.show_huddle import Issue, what_waits
from unit.usecases.desk import Desk

DAMAGED = "The lamp was scratched in its parcel, said Maria Schmidt, order 4711-882."


def issue(desk: Desk, department: str = "Packing") -> Issue | None:
    room = desk.ledger
    assert desk.map
    rooms = DeskRooms(room.cases, room.facts, room.letters, room.weeks)
    return what_waits(department, rooms, desk.map, desk.clock.now())


def test_what_most_notes_say_comes_before_what_is_due_first(desk: Desk) -> None:
    desk.routed("The knob of my wardrobe came loose in the box.", identity="device-0009")
    for at in range(3):
        desk.routed(identity=f"device-000{at}")
    found = issue(desk)
    assert found
    assert (found.touchpoint, found.count, found.late) == ("Opening the parcel", 3, False)
    assert found.promised.endswith("[Europe/London]")


def test_a_colleagues_words_are_for_the_inbox_alone(desk: Desk) -> None:
    desk.routed(SCRATCHED)
    found = issue(desk)
    assert found
    assert found.quote == ""


def test_a_customers_words_stand_there_without_names_and_numbers(desk: Desk) -> None:
    asked = answer(2, DAMAGED)
    desk.answers(asked)
    desk.ledger.change(asked.line, cases=(case(asked.line, fact=f"fact#{asked.question_key}"),))
    found = issue(desk)
    assert found
    assert found.quote.startswith("The lamp was scratched in its parcel")
    assert "Schmidt" not in found.quote
    assert "4711" not in found.quote


def test_what_is_late_says_so(desk: Desk) -> None:
    line = desk.routed()
    desk.clock.moment = desk.case(line).reply_by + timedelta(hours=1)
    found = issue(desk)
    assert found
    assert found.late


def test_what_is_done_is_no_issue(desk: Desk) -> None:
    line = desk.routed()
    desk.acts(desk.case(line), Action.RESOLVE, "It is wrapped now.")
    assert issue(desk) is None


def test_whoever_asks_for_a_call_is_nobodys_issue_but_its_owners(desk: Desk) -> None:
    line = desk.routed()
    desk.ledger.change(line, cases=(replace(desk.case(line), call_back=True),))
    assert issue(desk) is None
