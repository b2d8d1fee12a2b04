"""A decision is written whole or not at all, and each step on the one before it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from fakes.case_figures import but_counting
from fakes.rooms import Ledger
from fakes.values import NOW, TODAY, answer, case, feedback, letter, thanks
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.case import Action, Case, Saying, State, Step
from throughline.domain.decision import Candidate
from throughline.domain.line import Advance, Confirmation, Outcome, ParkedItem
from throughline.domain.recognition import Change
from throughline.errors import Unavailable

SAID = feedback()
LINE = SAID.line
PARKED = ParkedItem(LINE, "fact", "several fit", "odd", TODAY.isoformat(), (Candidate("IT", "Paying", 0.5),))


def outcome(**told: object) -> Outcome:
    plain = Outcome(LINE, "fact", ("routed",), (case(LINE),), (thanks(LINE),), None, (letter(LINE),))
    return replace(plain, **told)  # type: ignore[arg-type]


def step(before: Case, after: State, action: Action = Action.ACKNOWLEDGE) -> Advance:
    moved = replace(before, state=after, version=before.version + 1)
    return Advance(moved, Step(moved.version, action, before.state, after, before.department, TODAY, "d"))


def confirmed(name: str, line: str = LINE) -> Confirmation:
    return Confirmation(letter(line, name), "a sender, a thread and a day")


@pytest.fixture
def settled(ledger: Ledger) -> Case:
    ledger.facts.record(SAID)
    ledger.cases.settle(outcome())
    return case(LINE)


def test_a_routing_is_written_once_with_all_that_follows(ledger: Ledger) -> None:
    ledger.facts.record(SAID)
    assert [ledger.cases.settle(outcome()), ledger.cases.settle(outcome())] == [True, False]
    line = ledger.facts.line(LINE)
    assert (line.cases, line.thanks, line.feedback) == ((case(LINE),), (thanks(LINE),), SAID)
    assert [(key.pk, key.sk) for key in but_counting(ledger.pending.waiting())] == [(LINE, "letter#case#1")]


def test_the_words_that_weighed_most_are_read_with_their_case(ledger: Ledger) -> None:
    ledger.facts.record(SAID)
    ledger.cases.settle(outcome(weighed={1: ("crushed", "box"), 2: ()}))
    assert ledger.facts.line(LINE).weighed == {1: ("crushed", "box")}


def test_a_settled_fact_lets_nothing_of_another_routing_in(ledger: Ledger, settled: Case) -> None:
    again = outcome(cases=(replace(settled, number=2),), thanks=(), parked=PARKED, letters=())
    assert ledger.cases.settle(again) is False
    line = ledger.facts.line(LINE)
    assert (line.cases, line.parked) == ((settled,), None)


def test_a_routing_that_would_write_a_letter_twice_writes_nothing(ledger: Ledger, settled: Case) -> None:
    ledger.facts.record_answer(answer(3, "Crushed."))
    line = answer().line
    twice = Outcome(line, "fact#recommend", ("routed",), (case(line),), letters=(letter(settled.line),))
    with pytest.raises(Unavailable):
        ledger.cases.settle(twice)
    assert ledger.facts.line(line).cases == ()
    assert "fact#recommend" in [key.sk for key in but_counting(ledger.pending.waiting())]


def test_a_fact_that_nobody_recorded_can_not_be_settled(ledger: Ledger) -> None:
    assert ledger.cases.settle(outcome()) is False
    assert ledger.facts.line(LINE).cases == ()


def test_a_revision_that_came_meanwhile_waits_for_a_routing_of_its_own(ledger: Ledger) -> None:
    ledger.facts.record_answer(answer(3, "Crushed.", revision=1))
    ledger.facts.record_answer(answer(3, "Crushed, and late.", revision=2))
    line = answer().line
    as_read = Outcome(line, "fact#recommend", ("routed",), (case(line),), revision=1)
    assert ledger.cases.settle(as_read) is False
    assert [key.sk for key in but_counting(ledger.pending.waiting())] == ["fact#recommend"]
    assert [ledger.cases.settle(replace(as_read, revision=2, cases=())) for _ in range(2)] == [True, False]


def test_what_nobody_could_place_waits_the_oldest_first(ledger: Ledger) -> None:
    for identity, day in (("device-0001", "2026-11-23"), ("device-0002", "2026-11-20")):
        said = feedback(identity=identity)
        ledger.facts.record(said)
        waits = replace(PARKED, line=said.line, since=day)
        ledger.cases.settle(Outcome(said.line, "fact", ("parked",), parked=waits))
    assert [item.since for item in ledger.cases.parked()] == ["2026-11-20", "2026-11-23"]
    assert next(item for item in ledger.cases.parked() if item.line == LINE) == PARKED


def test_a_parked_item_is_decided_once(ledger: Ledger) -> None:
    ledger.facts.record(SAID)
    ledger.cases.settle(outcome(cases=(), thanks=(), letters=(), parked=PARKED))
    decided = outcome(parked=replace(PARKED, decided="IT"))
    assert [ledger.cases.decide(decided), ledger.cases.decide(decided)] == [True, False]
    line = ledger.facts.line(LINE)
    assert line.parked
    assert (line.parked.decided, line.cases) == ("IT", (case(LINE),))
    assert list(ledger.cases.parked()) == []


def test_a_step_is_taken_on_the_version_before_it(ledger: Ledger, settled: Case) -> None:
    taken = step(settled, State.ACKNOWLEDGED)
    assert [ledger.cases.advance(taken), ledger.cases.advance(taken)] == [True, False]
    line = ledger.facts.line(LINE)
    assert line.cases == (taken.case,)
    assert line.steps == {1: (taken.step,)}


def test_whoever_is_second_leaves_no_words_behind(ledger: Ledger, settled: Case) -> None:
    ledger.cases.advance(step(settled, State.ACKNOWLEDGED))
    late = replace(step(settled, State.WORKING), saying=Saying(2, "Packing", "too late", TODAY))
    assert ledger.cases.advance(replace(late, letters=(letter(LINE, "letter#late"),))) is False
    assert ledger.facts.line(LINE).sayings == {}
    assert ledger.letters.claim(LINE, "letter#late", NOW) is None


def test_a_step_brings_its_words_its_change_its_mail_and_the_case_it_opens(ledger: Ledger, settled: Case) -> None:
    said = Saying(2, "Packing", "The foot is wrapped now.", TODAY)
    made = Change(LINE, 1, "Packing", "Opening the parcel", "scratched", "The foot is wrapped now.", TODAY)
    opened = replace(settled, number=2, department="Delivery", hops=1)
    whole = replace(
        step(settled, State.RESOLVED, Action.RESOLVE),
        saying=said,
        change=made,
        opened=opened,
        letters=(letter(LINE, "letter#changed#1#2"),),
    )
    assert ledger.cases.advance(whole) is True
    line = ledger.facts.line(LINE)
    assert line.sayings == {1: (said,)}
    assert (line.changes, line.cases) == ((made,), (whole.case, opened))
    assert ledger.letters.claim(LINE, "letter#changed#1#2", NOW) is not None


def test_a_conversation_gets_one_confirmation_and_every_step(ledger: Ledger, settled: Case) -> None:
    first = replace(step(settled, State.ACKNOWLEDGED), confirmation=confirmed("letter#understood#1#2"))
    second = replace(step(first.case, State.WORKING), confirmation=confirmed("letter#understood#1#3"))
    late = replace(step(settled, State.RESOLVED), confirmation=confirmed("letter#understood#1#9"))
    assert [ledger.cases.advance(one) for one in (first, second, late)] == [True, True, False]
    assert ledger.facts.line(LINE).cases == (second.case,)
    names = [name for name in ledger.facts.line(LINE).letters if name.startswith("letter#understood")]
    assert names == ["letter#understood#1#2"]


def test_a_routing_goes_through_without_a_confirmation_too_many(ledger: Ledger) -> None:
    for identity in ("device-0001", "device-0002"):
        said = feedback(identity=identity)
        ledger.facts.record(said)
        opened = Outcome(
            said.line, "fact", ("routed",), (case(said.line),), confirmation=confirmed("letter#heard", said.line)
        )
        assert [ledger.cases.settle(opened), ledger.cases.settle(opened)] == [True, False]
        assert len(ledger.facts.line(said.line).cases) == 1
    assert [key.sk for key in but_counting(ledger.pending.waiting())] == ["letter#heard"]


def test_a_step_keeps_the_mail_that_it_was_taken_from(ledger: Ledger, settled: Case) -> None:
    assert ledger.cases.advance(replace(step(settled, State.ACKNOWLEDGED), stored="inbound/7"))
    stored = ledger.erasing.stored(LINE) if isinstance(ledger, LedgerRoom) else ledger.facts.copies[LINE]  # type: ignore[attr-defined] # the fake's own
    assert list(stored) == ["inbound/7"]


def test_a_case_that_is_solved_a_second_time_keeps_the_newest_change(ledger: Ledger, settled: Case) -> None:
    made = Change(LINE, 1, "Packing", "Opening the parcel", "scratched", "Wrapped.", TODAY)
    solved = replace(step(settled, State.RESOLVED, Action.RESOLVE), change=made)
    reopened = step(solved.case, State.REOPENED, Action.DISPUTE)
    better = replace(made, change="Wrapped twice.")
    again = replace(step(reopened.case, State.RESOLVED, Action.RESOLVE), change=better)
    assert [ledger.cases.advance(one) for one in (solved, reopened, again)] == [True, True, True]
    assert ledger.facts.line(LINE).changes == (better,)


def test_an_inbox_shows_those_due_first_and_moves_the_done_ones_apart(ledger: Ledger) -> None:
    due = {identity: NOW + timedelta(days=days) for identity, days in (("device-0001", 3), ("device-0002", 1))}
    for identity, reply_by in due.items():
        _settle(ledger, identity, reply_by)
    open_now = list(ledger.cases.inbox("Packing", done=False))
    assert [one.reply_by for one in open_now] == sorted(due.values())
    ledger.cases.advance(step(open_now[0], State.RESOLVED, Action.RESOLVE))
    assert [one.line for one in ledger.cases.inbox("Packing", done=False)] == [open_now[1].line]
    assert [one.line for one in ledger.cases.inbox("Packing", done=True)] == [open_now[0].line]
    assert list(ledger.cases.inbox("Delivery", done=False)) == []


def test_the_done_ones_are_listed_from_the_latest(ledger: Ledger) -> None:
    for day in (1, 3, 2):
        _settle(ledger, f"device-000{day}", NOW + timedelta(days=day))
    for one in list(ledger.cases.inbox("Packing", done=False)):
        ledger.cases.advance(step(one, State.RESOLVED, Action.RESOLVE))
    done = [one.reply_by for one in ledger.cases.inbox("Packing", done=True)]
    assert done == sorted(done, reverse=True)


def _settle(ledger: Ledger, identity: str, reply_by: datetime) -> None:
    said = feedback(identity=identity)
    ledger.facts.record(said)
    ledger.cases.settle(Outcome(said.line, "fact", ("routed",), (case(said.line, reply_by=reply_by),)))
