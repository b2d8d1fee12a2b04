"""What a department said a moment ago it can take back, as long as nobody else has built on it."""

from datetime import timedelta

import pytest

from fakes.values import RIDDLE, SCRATCHED, known_reporter
from throughline.domain.case import Action, Case, State, undone
from throughline.domain.letter import LetterKind, Posted
from throughline.domain.line import ParkedItem
from throughline.errors import Refused
from throughline.usecases.undo_step import TIME_TO_UNDO, may_undo
from unit.usecases.desk import Desk

ROS = known_reporter()
WRAPPED = "The foot is wrapped now."
SAID = {
    Action.ACKNOWLEDGE: {},
    Action.ANSWER: {"text": WRAPPED},
    Action.RESOLVE: {"text": WRAPPED},
    Action.HAND_ON: {"to": "Delivery"},
    Action.EXTEND: {"until": "2026-12-01"},
}


@pytest.fixture
def opened(desk: Desk) -> Case:
    return desk.case(desk.routed(reporter=ROS))


def takes_back(desk: Desk, case: Case, number: int = 1) -> str:
    return desk.acts(desk.case(case.line, number), Action.UNDO).outcome


def sends_all(desk: Desk) -> None:
    for letter in desk.letters():
        desk.sends(letter)


@pytest.mark.parametrize("action", SAID)
def test_a_step_is_taken_back_and_both_stand_in_the_history(desk: Desk, opened: Case, action: Action) -> None:
    desk.acts(opened, action, **SAID[action])
    assert takes_back(desk, opened) == "changed"
    case, steps = desk.case(opened.line), desk.line(opened.line).steps[1]
    assert (case.state, case.reply_by, case.version) == (State.ROUTED, opened.reply_by, 3)
    assert [step.action for step in steps] == [action, Action.UNDO]
    assert (steps[1].before, steps[1].after, undone(steps)) == (steps[0].after, State.ROUTED, frozenset({2}))


def test_taking_back_twice_is_fine_and_changes_nothing(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.RESOLVE, WRAPPED)
    fixed = desk.case(opened.line)
    assert [desk.acts(fixed, Action.UNDO).outcome for _ in range(3)] == ["changed", "repeated", "repeated"]
    assert desk.case(opened.line).version == 3


def test_there_is_nothing_to_take_back_before_anything_was_said(desk: Desk, opened: Case) -> None:
    assert takes_back(desk, opened) == "early"
    desk.acts(opened, Action.ACKNOWLEDGE)
    takes_back(desk, opened)
    assert takes_back(desk, opened) == "early"


def test_ten_minutes_and_no_longer(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.ACKNOWLEDGE)
    desk.clock.moment += TIME_TO_UNDO
    assert may_undo(desk.case(opened.line), desk.line(opened.line), desk.clock.now())
    desk.clock.moment += timedelta(seconds=1)
    assert not may_undo(desk.case(opened.line), desk.line(opened.line), desk.clock.now())
    with pytest.raises(Refused, match="ten minutes") as refused:
        takes_back(desk, opened)
    assert refused.value.status == 409
    assert desk.case(opened.line).state is State.ACKNOWLEDGED


@pytest.mark.parametrize("action", [Action.ANSWER, Action.RESOLVE, Action.HAND_ON])
def test_a_mail_that_has_not_left_stays_here(desk: Desk, opened: Case, action: Action) -> None:
    before = len(desk.letters())
    desk.acts(opened, action, **SAID[action])
    takes_back(desk, opened)
    (letter,) = desk.letters()[before:]
    assert desk.sends(letter) == "already sent or taken"
    assert desk.ledger.letters.leases[letter.line, letter.name].state == Posted.TAKEN_BACK
    assert (letter.line, letter.name) not in desk.ledger.waits


def test_an_answer_that_has_left_stands(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.ANSWER, WRAPPED)
    sends_all(desk)
    assert not may_undo(desk.case(opened.line), desk.line(opened.line), desk.clock.now())
    with pytest.raises(Refused, match="on its way"):
        takes_back(desk, opened)


def test_after_news_that_have_left_an_honest_line_follows(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.RESOLVE, WRAPPED)
    sends_all(desk)
    takes_back(desk, opened)
    letter = desk.letters()[-1]
    assert (letter.kind, letter.to, letter.fields["quote"]) == (LetterKind.TAKEN_BACK, ROS.email, SCRATCHED)
    assert desk.sends(letter) == "sent: taken_back"


def test_what_was_changed_and_learned_goes_with_the_step(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.RESOLVE, WRAPPED)
    assert (len(desk.line(opened.line).changes), len(desk.ledger.precedents.known)) == (1, 1)
    takes_back(desk, opened)
    assert (desk.line(opened.line).changes, desk.ledger.precedents.known) == ((), [])


def test_a_case_that_was_handed_on_comes_back(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.HAND_ON, to="Delivery")
    sends_all(desk)
    takes_back(desk, opened)
    line = desk.line(opened.line)
    there, letter = desk.case(opened.line, 2), desk.letters()[-1]
    assert (there.state, there.version, [one.action for one in line.steps[2]]) == (
        State.HANDED_ON,
        2,
        [Action.WITHDRAW],
    )
    assert (letter.kind, letter.to) == (LetterKind.WITHDRAWN, "delivery@shop.example")
    assert desk.ledger.precedents.known == []
    desk.acts(desk.case(opened.line), Action.HAND_ON, to="Planning")
    assert (desk.case(opened.line, 3).department, desk.case(opened.line, 3).hops) == ("Planning", 1)


def test_nobody_takes_away_what_somebody_works_on(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.HAND_ON, to="Delivery")
    desk.acts(desk.case(opened.line, 2), Action.ACKNOWLEDGE)
    with pytest.raises(Refused, match="Delivery works on it"):
        takes_back(desk, opened)


def test_whoever_acts_on_what_was_withdrawn_is_told_so(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.HAND_ON, to="Delivery")
    there = desk.case(opened.line, 2)
    takes_back(desk, opened)
    with pytest.raises(Refused, match="A colleague"):
        desk.acts(there, Action.ACKNOWLEDGE)
    assert desk.acts(desk.case(opened.line, 2), Action.ACKNOWLEDGE).outcome == "late"


def test_what_waits_for_a_person_comes_back_until_they_decided(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.HAND_ON, to="?")
    takes_back(desk, opened)
    parked = desk.line(opened.line).parked
    assert parked
    assert (parked.decided, list(desk.ledger.cases.parked())) == ("taken back", [])
    desk.acts(desk.case(opened.line), Action.HAND_ON, to="?")
    desk.decides(opened.line, "Delivery")
    with pytest.raises(Refused, match="A person decided"):
        takes_back(desk, opened)


def test_a_riddle_of_the_same_note_goes_on_waiting(desk: Desk) -> None:
    line = desk.routed(f"{SCRATCHED} {RIDDLE}", touchpoint="Opening the parcel")
    riddle = ParkedItem(line, "fact", "no words of the map fit", RIDDLE, "2026-11-23")
    desk.ledger.change(line, parked=riddle)
    desk.acts(desk.case(line), Action.HAND_ON, to="?")
    assert len(desk.line(line).cases) == 1
    desk.acts(desk.case(line), Action.UNDO)
    assert desk.case(line).state is State.ROUTED
    assert len(list(desk.ledger.cases.parked())) == 1


def test_a_second_step_takes_back_only_itself(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.ACKNOWLEDGE)
    desk.acts(desk.case(opened.line), Action.EXTEND, until="2026-12-01")
    takes_back(desk, opened)
    assert (desk.case(opened.line).state, desk.case(opened.line).reply_by) == (State.ACKNOWLEDGED, opened.reply_by)
    assert takes_back_is_refused(desk, opened)


def takes_back_is_refused(desk: Desk, case: Case) -> bool:
    with pytest.raises(Refused, match="nothing to take back"):
        takes_back(desk, case)
    return True


def test_an_anonymous_answer_is_taken_back_too(desk: Desk) -> None:
    case = desk.case(desk.routed())
    desk.acts(case, Action.ANSWER, WRAPPED)
    takes_back(desk, case)
    assert desk.case(case.line).state is State.ROUTED
    assert [one.kind for one in desk.letters()] == [LetterKind.CASE]
