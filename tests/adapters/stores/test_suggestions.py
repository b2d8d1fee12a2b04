"""Suggestions of what waits for a person: put once, never over a decision, never on what was erased."""

from dataclasses import replace

from aws import LEDGER
from fakes import FixedClock
from fakes.rooms import Ledger
from fakes.values import RIDDLE, feedback
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.decision import Candidate
from throughline.domain.line import Outcome, ParkedItem

HERE = feedback(RIDDLE)
ITEM = ParkedItem(HERE.line, "fact", "no words fit", RIDDLE, "2026-11-23")
WEIGHED = replace(
    ITEM, alternatives=(Candidate("IT", "Paying at the till", 0.5),), by_meaning="by meaning closest to “froze”"
)


def park(ledger: Ledger) -> None:
    ledger.facts.record(HERE)
    assert ledger.cases.settle(Outcome(HERE.line, "fact", ("parked: no words fit",), parked=ITEM))


def waits(ledger: Ledger) -> list[str]:
    return [one.sk for one in ledger.pending.waiting()]


def test_what_is_parked_waits_for_its_meaning_until_it_was_weighed(ledger: Ledger) -> None:
    park(ledger)
    assert (ledger.suggestions.waiting(HERE.line), waits(ledger)) == (ITEM, ["parked"])
    assert ledger.suggestions.suggest(WEIGHED)
    assert (ledger.suggestions.waiting(HERE.line), waits(ledger)) == (WEIGHED, [])
    assert list(ledger.cases.parked()) == [WEIGHED]


def test_a_decision_stands_and_ends_the_waiting(ledger: Ledger) -> None:
    park(ledger)
    assert ledger.cases.decide(Outcome(HERE.line, "fact", (), parked=replace(ITEM, decided="nobody")))
    assert not ledger.suggestions.suggest(WEIGHED)
    assert (ledger.suggestions.waiting(HERE.line), waits(ledger)) == (None, [])
    parked = ledger.facts.line(HERE.line).parked
    assert parked
    assert (parked.decided, parked.by_meaning) == ("nobody", "")


def test_nothing_waits_where_nothing_was_parked(ledger: Ledger) -> None:
    assert ledger.suggestions.waiting("F#never") is None
    assert not ledger.suggestions.suggest(replace(WEIGHED, line="F#never"))


def test_what_was_erased_gets_no_suggestions_and_keeps_none(tables: None, clock: FixedClock) -> None:  # noqa: ARG001
    room = LedgerRoom(LEDGER, clock=clock)
    park(room)
    assert room.suggestions.suggest(WEIGHED)
    room.erasing.erase_line(HERE.line)
    assert room.suggestions.waiting(HERE.line) is None
    assert not room.suggestions.suggest(WEIGHED)
    parked = room.facts.line(HERE.line).parked
    assert parked
    assert (parked.words, parked.by_meaning) == ("", "")
