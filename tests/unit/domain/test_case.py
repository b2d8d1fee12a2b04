"""The state table, written out once more by hand."""

from dataclasses import replace

import pytest

from fakes.values import TODAY, case
from throughline.domain.act import Act
from throughline.domain.case import DEPARTMENT_ACTIONS, DONE, Action, State, Step, withdrawn
from throughline.domain.journey import CONFIDANT

ACTIONS = tuple(
    "acknowledge answer resolve hand_on extend ask comment reply confirm dispute close remind escalate"
    " undo withdraw send_on".split()
)
# One row a state, one word an action in the order above; "early", "late" and "repeated" change nothing, and
# "back" leads where the last step came from.
TABLE = {
    "routed": "acknowledged working resolved handed_on acknowledged waiting routed routed early early early"
    " routed routed early handed_on open",
    "acknowledged": "repeated working resolved handed_on acknowledged waiting acknowledged acknowledged"
    " early early early acknowledged acknowledged back late open",
    "working": "repeated working resolved handed_on working waiting working working early early early working working"
    " back late open",
    "waiting": "repeated working resolved handed_on waiting waiting waiting working early early early early early"
    " back late open",
    "resolved": "late resolved repeated late late late resolved reopened closed reopened closed late late back late"
    " open",
    "closed": "late late late late late late closed late repeated late repeated late late late late open",
    "handed_on": "late late late repeated late late handed_on late late late late late late back repeated open",
    "reopened": "acknowledged working resolved handed_on acknowledged waiting reopened reopened early repeated early"
    " reopened reopened early late open",
}
# What was said in confidence is sent on by its owner alone, and handed on by nobody; all else is as above.
IN_CONFIDENCE = {
    **dict.fromkeys(("routed", "acknowledged", "working", "waiting", "reopened"), "handed_on"),
    **dict.fromkeys(("resolved", "closed"), "late"),
    "handed_on": "repeated",
}
CELLS = [
    (state, action, after) for state, row in TABLE.items() for action, after in zip(ACTIONS, row.split(), strict=True)
]


def test_every_state_and_every_action_stand_in_the_table() -> None:
    assert set(TABLE) == {state.value for state in State}
    assert set(ACTIONS) == {action.value for action in Action}


@pytest.mark.parametrize(("state", "action", "after"), CELLS)
def test_what_an_action_does_in_a_state(state: str, action: str, after: str) -> None:
    assert case(state=State(state)).next_state(Action(action)).value == after


@pytest.mark.parametrize(("state", "action", "after"), CELLS)
def test_what_it_does_to_what_was_said_in_confidence(state: str, action: str, after: str) -> None:
    expected = {"hand_on": "kept", "send_on": IN_CONFIDENCE[state]}.get(action, after)
    assert case(state=State(state), department=CONFIDANT).next_state(Action(action)).value == expected


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        ("routed", ["acknowledge", "answer", "resolve", "hand_on", "extend"]),
        ("acknowledged", ["answer", "resolve", "hand_on", "extend"]),
        ("resolved", ["answer"]),
        ("closed", []),
        ("handed_on", []),
        ("reopened", ["acknowledge", "answer", "resolve", "hand_on", "extend"]),
    ],
)
def test_a_page_offers_what_the_department_can_do(state: str, offered: list[str]) -> None:
    assert [action.value for action in case(state=State(state)).allowed()] == offered


def test_a_department_never_speaks_for_the_submitter() -> None:
    assert not {Action.REPLY, Action.CONFIRM, Action.DISPUTE, Action.CLOSE} & set(DEPARTMENT_ACTIONS)


@pytest.mark.parametrize("state", State)
def test_a_case_is_done_when_nothing_is_expected_of_the_department(state: State) -> None:
    assert case(state=state).done == (state.value in ("resolved", "closed", "handed_on"))
    assert case(state=state).done == (state in DONE)


def test_the_same_act_has_the_same_fingerprint_whatever_page_it_came_from() -> None:
    said = Act(Action.ANSWER, "2.abc", "We wrap it now.")
    assert said.digest() == Act(Action.ANSWER, "3.def", "We wrap it now.").digest()
    others = [
        Act(Action.RESOLVE, "2.abc", "We wrap it now."),
        Act(Action.ANSWER, "2.abc", "We wrap it soon."),
        Act(Action.ANSWER, "2.abc", "We wrap it now.", to="IT"),
        Act(Action.ANSWER, "2.abc", "We wrap it now.", until="2026-12-01"),
    ]
    assert said.digest() not in {one.digest() for one in others}


def test_a_word_that_comes_later_does_not_bring_back_what_was_withdrawn() -> None:
    taken_back = replace(case(), state=State.HANDED_ON, version=3)
    gone = Step(2, Action.WITHDRAW, State.ROUTED, State.HANDED_ON, "Delivery", TODAY)
    word = Step(3, Action.COMMENT, State.HANDED_ON, State.HANDED_ON, "somebody", TODAY)
    assert withdrawn(taken_back, (gone, word))
    assert not withdrawn(taken_back, (word,))
