"""Counts of cases are a recount of their histories, under repeats, what is taken back, and any order."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from fakes.rooms import Ledger
from fakes.values import TODAY, case
from throughline.domain.case import Action, Case, State, Step
from throughline.domain.case_tally import CaseTally
from throughline.domain.journey import CONFIDANT
from throughline.domain.recognition import Change
from throughline.domain.week import Week

WEEK = Week.of(TODAY)
NEXT = Week.of(TODAY + timedelta(days=7))
HERE = ("Packing", "Opening the parcel")
S, A = State, Action


def steps(*actions: tuple[Action, int, tuple[str, ...]], back: int = 0) -> tuple[Step, ...]:
    told = [
        Step(at, action, S.ROUTED, S.ROUTED, "Packing", TODAY + timedelta(days=days), kept=kept)
        for at, (action, days, kept) in enumerate(actions, start=2)
    ]
    return tuple(replace(one, reason=str(back)) if one.action is A.UNDO else one for one in told)


def counted(ledger: Ledger, case: Case, *told: Step, changes: tuple[Change, ...] = ()) -> bool:
    return ledger.case_figures.count(case, told, changes)


def week(ledger: Ledger, when: Week = WEEK) -> CaseTally:
    return ledger.case_figures.week(when).get(HERE, CaseTally())


def test_a_case_counts_once_however_often_it_is_told(ledger: Ledger) -> None:
    assert [counted(ledger, case()) for _ in range(3)] == [True, False, False]
    assert week(ledger) == CaseTally(opened=1)


def test_each_event_counts_in_its_own_week(ledger: Ledger) -> None:
    counted(ledger, case())
    done = case(version=3, state=S.RESOLVED)
    change = Change(done.line, 1, "Packing", HERE[1], "said", "wrapped", TODAY + timedelta(days=7), effort="less")
    history = steps((A.ACKNOWLEDGE, 0, ("heard",)), (A.RESOLVE, 7, ("answered",)))
    counted(ledger, done, *history, changes=(change,))
    assert week(ledger) == CaseTally(opened=1, acknowledged=1, acknowledged_in_time=1)
    later = CaseTally(answered=1, answered_in_time=1, resolved=1, resolved_in_time=1, days=7, less=1)
    assert week(ledger, NEXT) == later


def test_what_is_taken_back_is_counted_back(ledger: Ledger) -> None:
    counted(ledger, case(version=2, state=S.RESOLVED), *steps((A.RESOLVE, 0, ("heard", "answered"))))
    assert week(ledger).resolved == 1
    counted(ledger, case(version=3), *steps((A.RESOLVE, 0, ()), (A.UNDO, 0, ()), back=2))
    assert week(ledger) == CaseTally(opened=1)


def test_what_is_not_solved_yet_is_not_resolved(ledger: Ledger) -> None:
    told = steps((A.ANSWER, 0, ()), (A.RESOLVE, 0, ()), (A.DISPUTE, 0, ()))
    counted(ledger, case(version=4, state=S.REOPENED), *told)
    assert week(ledger) == CaseTally(opened=1, acknowledged=1, answered=1)


def test_an_older_telling_changes_nothing(ledger: Ledger) -> None:
    counted(ledger, case(version=2, state=S.ACKNOWLEDGED), *steps((A.ACKNOWLEDGE, 0, ())))
    assert not counted(ledger, case())
    assert week(ledger) == CaseTally(opened=1, acknowledged=1)


@pytest.mark.parametrize(
    ("told", "history"),
    [
        ({"department": CONFIDANT}, ()),
        ({"state": S.HANDED_ON, "version": 2}, steps((A.WITHDRAW, 0, ()))),
    ],
)
def test_what_is_confidential_or_was_withdrawn_is_not_counted(
    ledger: Ledger, told: dict[str, Any], history: tuple[Step, ...]
) -> None:
    counted(ledger, case(**told), *history)
    assert not any(ledger.case_figures.week(WEEK).values())


def test_departments_and_touchpoints_are_counted_apart(ledger: Ledger) -> None:
    others: list[dict[str, Any]] = [{}, {"department": "Delivery"}, {"touchpoint": "Delivery at the door"}]
    for number, told in enumerate(others, start=1):
        counted(ledger, case(number=number, **told))
    assert [one.opened for one in ledger.case_figures.week(WEEK).values()] == [1, 1, 1]
