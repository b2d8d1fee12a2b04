"""What a department can say about a case, and what follows."""

from datetime import UTC, datetime

import pytest

from fakes.values import SCRATCHED, case, known_reporter
from throughline.domain.case import Action, Case, State
from throughline.domain.letter import LetterKind
from throughline.errors import Refused
from unit.usecases.desk import Desk

ROS = known_reporter()
WRAPPED = "The foot is wrapped now."


@pytest.fixture
def opened(desk: Desk) -> Case:
    return desk.case(desk.routed(reporter=ROS))


@pytest.mark.parametrize(
    ("action", "told", "state"),
    [
        (Action.ACKNOWLEDGE, {}, State.ACKNOWLEDGED),
        (Action.ANSWER, {"text": WRAPPED}, State.WORKING),
        (Action.RESOLVE, {"text": WRAPPED}, State.RESOLVED),
        (Action.HAND_ON, {"to": "Delivery"}, State.HANDED_ON),
        (Action.EXTEND, {"until": "2026-12-01"}, State.ACKNOWLEDGED),
    ],
)
def test_a_step_moves_the_case_and_stands_in_its_history(
    desk: Desk, opened: Case, action: Action, told: dict[str, str], state: State
) -> None:
    acted = desk.acts(opened, action, **told)
    line = desk.line(opened.line)
    (step,) = line.steps[1]
    assert acted.outcome == "changed"
    assert desk.case(opened.line).state is state
    assert (step.action, step.before, step.after, step.by) == (action, State.ROUTED, state, "Packing")
    assert "wrapped" not in repr(step)


def test_an_answer_reaches_whoever_raised_it(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.ANSWER, f" {WRAPPED} ")
    (answered,) = [one for one in desk.letters() if one.kind is LetterKind.ANSWERED]
    assert answered.to == ROS.email
    assert (answered.fields["answer"], answered.fields["quote"]) == (WRAPPED, SCRATCHED)
    assert [said.text for said in desk.line(opened.line).sayings[1]] == [WRAPPED]


def test_what_was_changed_is_told_and_kept_for_the_week(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.RESOLVE, WRAPPED)
    (changed,) = [one for one in desk.letters() if one.kind is LetterKind.CHANGED]
    (change,) = desk.line(opened.line).changes
    assert (changed.to, changed.fields["change"]) == (ROS.email, WRAPPED)
    assert (change.said, change.change, change.department) == (SCRATCHED, WRAPPED, "Packing")


def test_an_anonymous_report_is_answered_on_its_page_only(desk: Desk) -> None:
    anonymous = desk.case(desk.routed())
    desk.acts(anonymous, Action.ANSWER, WRAPPED)
    desk.acts(desk.case(anonymous.line), Action.RESOLVE, WRAPPED)
    assert [one.kind for one in desk.letters()] == [LetterKind.CASE]


def test_a_case_that_belongs_elsewhere_goes_there_with_a_hop(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.HAND_ON, "It fell off the van.", to="delivery")
    moved = desk.case(opened.line, 2)
    assert (moved.department, moved.hops, moved.state) == ("Delivery", 1, State.ROUTED)
    assert moved.why == "Packing handed it on: “It fell off the van.”"
    assert moved.touchpoint == opened.touchpoint
    letter = desk.letter_to("delivery@shop.example")
    assert (letter.fields["hops"], letter.fields["quote"]) == (1, SCRATCHED)


@pytest.mark.parametrize("to", ["", "Nobody", "packing", "Packing"])
def test_a_case_goes_to_another_department_of_the_map_only(desk: Desk, opened: Case, to: str) -> None:
    with pytest.raises(Refused, match="no other department") as refused:
        desk.acts(opened, Action.HAND_ON, to=to)
    assert (refused.value.status, refused.value.field) == (400, "to")


def test_a_longer_promise_is_a_day_in_the_departments_own_time(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.EXTEND, until="2026-12-01")
    assert desk.case(opened.line).reply_by == datetime(2026, 12, 1, 17, tzinfo=UTC)


@pytest.mark.parametrize("until", ["", "soon", "2026-11-23", "2026-11-20", "2027-06-01", "2026-12-01T10:00"])
def test_no_day_before_tomorrow_or_after_a_quarter_can_be_promised(desk: Desk, opened: Case, until: str) -> None:
    with pytest.raises(Refused, match="no day to promise") as refused:
        desk.acts(opened, Action.EXTEND, until=until)
    assert refused.value.field == "until"
    assert desk.case(opened.line) == opened


@pytest.mark.parametrize("action", [Action.ANSWER, Action.RESOLVE])
@pytest.mark.parametrize("text", ["", " \n "])
def test_an_answer_needs_words(desk: Desk, opened: Case, action: Action, text: str) -> None:
    with pytest.raises(Refused, match="no words") as refused:
        desk.acts(opened, action, text)
    assert (refused.value.status, refused.value.field) == (400, "text")
    assert desk.case(opened.line) == opened


@pytest.mark.parametrize("nonce", ["", "1.0000", "x", "2."])
def test_a_page_that_is_not_ours_changes_nothing(desk: Desk, opened: Case, nonce: str) -> None:
    with pytest.raises(Refused, match="stale") as refused:
        desk.acts(opened, Action.ACKNOWLEDGE, nonce=nonce)
    assert refused.value.status == 403
    assert desk.case(opened.line) == opened


def test_the_same_step_twice_is_fine_and_changes_nothing(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.ANSWER, WRAPPED)
    before, letters = desk.line(opened.line), desk.letters()
    assert desk.acts(opened, Action.ANSWER, WRAPPED).outcome == "repeated"
    assert (desk.line(opened.line), desk.letters()) == (before, letters)


def test_whoever_is_second_is_told_that_somebody_else_was_first(desk: Desk, opened: Case) -> None:
    desk.acts(opened, Action.ACKNOWLEDGE)
    with pytest.raises(Refused, match="A colleague") as refused:
        desk.acts(opened, Action.ANSWER, WRAPPED)
    assert refused.value.status == 409
    assert "Reload" in refused.value.do


def test_whoever_is_second_by_a_blink_is_told_so_too(desk: Desk, opened: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    line = desk.line(opened.line)
    desk.acts(opened, Action.ACKNOWLEDGE)
    # Read before the other one wrote.
    monkeypatch.setattr(desk.ledger.facts, "line", lambda _line: line)
    with pytest.raises(Refused, match="A colleague"):
        desk.acts(opened, Action.ANSWER, WRAPPED)


@pytest.mark.parametrize(
    ("first", "then", "outcome"),
    [
        (Action.ACKNOWLEDGE, Action.ACKNOWLEDGE, "repeated"),
        (Action.RESOLVE, Action.RESOLVE, "repeated"),
        (Action.RESOLVE, Action.ACKNOWLEDGE, "late"),
        (Action.HAND_ON, Action.ANSWER, "late"),
    ],
)
def test_a_step_that_comes_too_late_says_so_and_changes_nothing(
    desk: Desk, opened: Case, first: Action, then: Action, outcome: str
) -> None:
    desk.acts(opened, first, WRAPPED, to="Delivery")
    current = desk.case(opened.line)
    assert desk.acts(current, then, "more words").outcome == outcome
    assert desk.case(opened.line) == current


def test_a_case_of_another_line_has_pages_of_its_own(desk: Desk, opened: Case) -> None:
    other = case("F#other")
    with pytest.raises(Refused, match="stale"):
        desk.acts(opened, Action.ACKNOWLEDGE, nonce=f"1.{other.subject}")
