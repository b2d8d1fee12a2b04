"""Decisions are kept with what they led to, or not at all."""

from dataclasses import replace

from fakes.rooms import Ledger
from fakes.values import TODAY, case, feedback
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.case import Action, State, Step
from throughline.domain.line import Advance, Outcome, ParkedItem
from throughline.domain.precedent import How, Precedent

SAID = feedback()
LINE = SAID.line
PARKED = ParkedItem(LINE, "fact", "several fit", "odd", TODAY.isoformat())
TAUGHT = Precedent(LINE, 0, 1, How.TRIAGED, "odd", "Opening the parcel", "Packing", TODAY, "1", hits=("box",))


def test_a_decision_in_triage_is_taught_once(ledger: Ledger) -> None:
    ledger.facts.record(SAID)
    ledger.cases.settle(Outcome(LINE, "fact", ("parked",), parked=PARKED))
    decided = Outcome(LINE, "fact", ("nobody",), parked=replace(PARKED, decided="nobody"), taught=TAUGHT)
    assert [ledger.cases.decide(decided), ledger.cases.decide(decided)] == [True, False]
    assert list(ledger.precedents.all()) == [TAUGHT]


def test_a_step_teaches_once(ledger: Ledger) -> None:
    ledger.facts.record(SAID)
    before = case(LINE)
    ledger.cases.settle(Outcome(LINE, "fact", ("routed",), (before,)))
    moved = replace(before, state=State.RESOLVED, version=2)
    step = Step(2, Action.RESOLVE, before.state, State.RESOLVED, before.department, TODAY, "d")
    advance = Advance(moved, step, taught=replace(TAUGHT, number=1, version=2))
    assert [ledger.cases.advance(advance), ledger.cases.advance(advance)] == [True, False]
    assert [one.version for one in ledger.precedents.all()] == [2]


def test_what_was_erased_teaches_nothing(ledger: Ledger) -> None:
    if not isinstance(ledger, LedgerRoom):
        return
    test_a_decision_in_triage_is_taught_once(ledger)
    ledger.erasing.mark(LINE)
    ledger.erasing.erase_line(LINE)
    assert list(ledger.precedents.all()) == []
