"""A week's thanks, changes, counts and digests."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fakes import FixedClock, MemoryLedger
from fakes.rooms import Ledger
from fakes.values import NOW, TODAY, answer, case, feedback, thanks
from throughline.domain.case import Action, State, Step
from throughline.domain.line import Advance, Outcome
from throughline.domain.recognition import Change, Thanks
from throughline.domain.score import Tally
from throughline.domain.survey import Answer, Metric
from throughline.domain.week import Week

WEEK = Week.of(TODAY)
SUNDAY, MONDAY = date(2026, 11, 29), date(2026, 11, 30)


def give(ledger: Ledger, identity: str, on: date) -> Thanks:
    said = feedback(identity=identity)
    given_thanks = thanks(said.line, on=on)
    ledger.facts.record(said)
    ledger.cases.settle(Outcome(said.line, "fact", ("thanks",), thanks=(given_thanks,)))
    return given_thanks


def test_thanks_stand_in_their_own_week_the_oldest_first(ledger: Ledger) -> None:
    late, early = give(ledger, "device-0001", SUNDAY), give(ledger, "device-0002", TODAY)
    give(ledger, "device-0003", MONDAY)
    assert list(ledger.weeks.thanks(WEEK)) == [early, late]
    assert len(ledger.weeks.thanks(Week.of(MONDAY))) == 1
    assert list(ledger.weeks.changes(WEEK)) == []


def test_changes_stand_in_their_own_week(ledger: Ledger) -> None:
    said = feedback()
    opened = case(said.line)
    ledger.facts.record(said)
    ledger.cases.settle(Outcome(said.line, "fact", ("routed",), (opened,)))
    made = Change(said.line, 1, "Packing", "Opening the parcel", "scratched", "Wrapped.", SUNDAY, "North")
    moved = replace(opened, state=State.RESOLVED, version=2)
    taken = Step(2, Action.RESOLVE, State.ROUTED, State.RESOLVED, "Packing", SUNDAY)
    ledger.cases.advance(Advance(moved, taken, change=made))
    assert list(ledger.weeks.changes(WEEK)) == [made]
    assert list(ledger.weeks.changes(WEEK.previous())) == []


def test_each_answer_counts_once_in_its_latest_revision(ledger: Ledger) -> None:
    assert ledger.figures.count(answer(3), WEEK) is True
    assert ledger.figures.count(answer(3), WEEK) is False
    assert ledger.figures.count(answer(9, revision=2), WEEK) is True
    assert ledger.figures.count(answer(3), WEEK) is False
    assert ledger.figures.week(WEEK) == {Metric.NPS: Tally(promoters=1)}


def test_an_answer_that_moves_to_another_week_or_metric_leaves_the_old_one(ledger: Ledger) -> None:
    ledger.figures.count(answer(3), WEEK)
    moved = answer(5, metric=Metric.CSAT, scale_min=1, scale_max=5, revision=2)
    ledger.figures.count(moved, WEEK.previous())
    assert ledger.figures.week(WEEK) == {}
    assert ledger.figures.week(WEEK.previous()) == {Metric.CSAT: Tally(promoters=1)}


def test_an_answer_that_loses_its_score_is_no_longer_counted(ledger: Ledger) -> None:
    ledger.figures.count(answer(3), WEEK)
    assert ledger.figures.count(answer(None, revision=2), WEEK) is True
    assert ledger.figures.week(WEEK) == {}


REVISIONS = st.lists(st.integers(0, 10), min_size=1, max_size=4)
HISTORIES = st.lists(REVISIONS, min_size=1, max_size=4)
_fresh = count()


def deliveries(histories: Sequence[Sequence[int]], prefix: str) -> list[Answer]:
    return [
        answer(score, response_id=f"{prefix}-{number}", revision=revision)
        for number, history in enumerate(histories)
        for revision, score in enumerate(history, start=1)
    ]


def expected(histories: Sequence[Sequence[int]]) -> Tally:
    last = [history[-1] for history in histories]
    promoters, detractors = sum(one >= 9 for one in last), sum(one <= 6 for one in last)
    return Tally(promoters, len(last) - promoters - detractors, detractors)


@given(histories=HISTORIES, data=st.data())
def test_counts_are_exact_under_repeats_revisions_and_any_order_in_memory(
    histories: list[list[int]], data: st.DataObject
) -> None:
    _count_shuffled(MemoryLedger(FixedClock()), WEEK, histories, data)


@pytest.mark.parametrize("ledger", ["dynamo"], indirect=True)
@given(histories=HISTORIES, data=st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_counts_are_exact_under_repeats_revisions_and_any_order_in_dynamodb(
    ledger: Ledger, histories: list[list[int]], data: st.DataObject
) -> None:
    week = Week.of(TODAY + timedelta(weeks=next(_fresh)))  # one table serves all examples, a week each
    _count_shuffled(ledger, week, histories, data)


def _count_shuffled(ledger: Ledger, week: Week, histories: list[list[int]], data: st.DataObject) -> None:
    sent = deliveries(histories, str(week))
    for one in data.draw(st.permutations(sent + sent[: len(sent) // 2])):
        ledger.figures.count(one, week)
    assert ledger.figures.week(week) == {Metric.NPS: expected(histories)}


def test_a_digest_is_taken_once_a_person_and_week(ledger: Ledger) -> None:
    assert ledger.digests.claim(WEEK, "ada", NOW) is True
    assert ledger.digests.claim(WEEK, "ada", NOW) is False
    assert ledger.digests.claim(WEEK, "bo", NOW) is True
    assert ledger.digests.claim(WEEK.previous(), "ada", NOW) is True


def test_a_digest_that_was_given_back_can_be_taken_again(ledger: Ledger) -> None:
    ledger.digests.claim(WEEK, "ada", NOW)
    ledger.digests.release(WEEK, "ada")
    assert ledger.digests.claim(WEEK, "ada", NOW) is True


def test_a_digest_whose_sender_died_is_taken_once_more(ledger: Ledger) -> None:
    ledger.digests.claim(WEEK, "ada", NOW)
    later = NOW + timedelta(minutes=16)
    assert ledger.digests.claim(WEEK, "ada", later) is True
    assert ledger.digests.claim(WEEK, "ada", later + timedelta(hours=1)) is False


def test_a_digest_that_ended_stays_so_and_is_reported(ledger: Ledger) -> None:
    for person, outcome in (("ada", "sent"), ("bo", "skipped: has left")):
        ledger.digests.claim(WEEK, person, NOW)
        ledger.digests.done(WEEK, person, outcome, "ses-1")
    assert ledger.digests.claim(WEEK, "ada", NOW + timedelta(days=1)) is False
    assert sorted(ledger.digests.report(WEEK)) == [("ada", "sent"), ("bo", "skipped: has left")]
