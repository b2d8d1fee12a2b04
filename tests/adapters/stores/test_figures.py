"""A week's counts: each answer once, on its own scale, whatever is repeated, replaced or comes late."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pynamodb.exceptions import CancellationReason, TransactWriteError, VerboseClientError

from fakes import FixedClock, MemoryLedger
from fakes.rooms import Ledger
from fakes.values import TODAY, answer
from throughline.adapters.dynamo import figures, keys
from throughline.adapters.dynamo.records import CONFLICT, transaction
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.score import Tally
from throughline.domain.shares import Asked, counted
from throughline.domain.survey import Answer, Metric
from throughline.domain.week import Week
from throughline.errors import Unavailable

WEEK = Week.of(TODAY)
NPS, CSAT, CES = (Asked.usual(metric) for metric in (Metric.NPS, Metric.CSAT, Metric.CES))
SEVEN = Asked(Metric.CSAT, 1, 7)
EASY = Asked(Metric.CES, 1, 5, "lower")
TOUCHPOINTS = ("", "Opening the parcel", "Delivery at the door")


def on(asked: Asked, score: float | None, **told: Any) -> Answer:
    ends: dict[str, Any] = {"scale_min": asked.low, "scale_max": asked.high, "direction": asked.direction}
    return answer(score, **{"metric": asked.metric, **ends, **told})


def test_each_answer_counts_once_in_its_latest_revision(ledger: Ledger) -> None:
    assert ledger.figures.count(answer(3), WEEK) is True
    assert ledger.figures.count(answer(3), WEEK) is False
    assert ledger.figures.count(answer(9, revision=2), WEEK) is True
    assert ledger.figures.count(answer(3), WEEK) is False
    assert ledger.figures.week(WEEK) == {NPS: Tally(1, thousandths=9000, summed=1)}


def test_an_answer_that_moves_to_another_week_or_metric_leaves_the_old_one(ledger: Ledger) -> None:
    ledger.figures.count(answer(3), WEEK)
    ledger.figures.count(on(CSAT, 5, revision=2), WEEK.previous())
    assert ledger.figures.week(WEEK) == {}
    assert ledger.figures.week(WEEK.previous()) == {CSAT: Tally(1, thousandths=5000, summed=1)}


def test_an_answer_that_loses_its_score_is_no_longer_counted(ledger: Ledger) -> None:
    ledger.figures.count(answer(3), WEEK)
    assert ledger.figures.count(answer(None, revision=2), WEEK) is True
    assert ledger.figures.week(WEEK) == {}


def test_scales_are_counted_apart(ledger: Ledger) -> None:
    for number, asked in enumerate((CSAT, SEVEN, CES, EASY)):
        ledger.figures.count(on(asked, 5, response_id=f"r-{number}"), WEEK)
    assert ledger.figures.week(WEEK) == {
        CSAT: Tally(1, thousandths=5000, summed=1),
        SEVEN: Tally(0, 1, thousandths=5000, summed=1),
        CES: Tally(0, 1, thousandths=5000, summed=1),
        EASY: Tally(0, 0, 1, thousandths=5000, summed=1),
    }


def test_touchpoints_can_be_asked_for_however_their_names_are_written(ledger: Ledger) -> None:
    long = "The door " * 300
    for number, name in enumerate(("Opening the parcel", "opening  the Parcel", "Delivery", "", long)):
        ledger.figures.count(answer(9, response_id=f"r-{number}", touchpoint_hint=name), WEEK)
    told = {name: ledger.figures.week(WEEK, at=[name])[NPS].answered for name in ("OPENING the parcel", long)}
    assert list(told.values()) == [2, 1]
    assert ledger.figures.week(WEEK, at=["Delivery", "Opening the parcel"])[NPS].answered == 3
    assert ledger.figures.week(WEEK, at=["Paying"]) == ledger.figures.week(WEEK, at=[]) == {}
    assert ledger.figures.week(WEEK)[NPS].answered == 5


@pytest.mark.parametrize("ledger", ["dynamo"], indirect=True)
def test_what_was_counted_before_scales_were_told_apart_is_read_and_taken_back(ledger: Ledger) -> None:
    record, old, other = cast("LedgerRoom", ledger).record, on(CSAT, 2), on(CSAT, 5, response_id="r-2")
    for one, band, counter in ((old, "detractor", "detractors"), (other, "promoter", "promoters")):
        note = {"band": band, "week": str(WEEK), "metric": "csat"}
        record(one.line, keys.counted(one.question_key), body=note, revision=1).save()
        partition = keys.figures(WEEK, keys.shard(one.line, keys.FIGURE_SHARDS))
        record(partition, "csat").update([getattr(record, counter).add(1)])
    assert ledger.figures.week(WEEK) == {CSAT: Tally(1, 0, 1)}
    ledger.figures.count(replace(old, revision=2, score=4), WEEK)
    assert ledger.figures.week(WEEK) == {CSAT: Tally(2, thousandths=4000, summed=1)}


VERSIONS = st.builds(
    lambda asked, score, touchpoint, weeks: (on(asked, score, touchpoint_hint=touchpoint), weeks),
    st.sampled_from((NPS, CSAT, SEVEN, EASY)),
    st.none() | st.integers(0, 11) | st.sampled_from((2.5, 4.125)),
    st.sampled_from(TOUCHPOINTS),
    st.integers(0, 1),
)
HISTORIES = st.lists(st.lists(VERSIONS, min_size=1, max_size=4), min_size=1, max_size=4)
_fresh = count(start=2, step=2)


@given(histories=HISTORIES, data=st.data())
def test_counts_are_a_recount_under_repeats_revisions_and_any_order_in_memory(
    histories: list[list[tuple[Answer, int]]], data: st.DataObject
) -> None:
    _count_shuffled(MemoryLedger(FixedClock()), WEEK, histories, data)


@pytest.mark.parametrize("ledger", ["dynamo"], indirect=True)
@given(histories=HISTORIES, data=st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_counts_are_a_recount_under_repeats_revisions_and_any_order_in_dynamodb(
    ledger: Ledger, histories: list[list[tuple[Answer, int]]], data: st.DataObject
) -> None:
    week = Week.of(TODAY + timedelta(weeks=next(_fresh)))  # one table serves all examples, two weeks each
    _count_shuffled(ledger, week, histories, data)


def _count_shuffled(ledger: Ledger, week: Week, histories: list[list[tuple[Answer, int]]], data: st.DataObject) -> None:
    weeks = (week, week.previous())
    sent = [
        [
            (replace(one, response_id=f"{week}-{number}", revision=at), weeks[back])
            for at, (one, back) in enumerate(some)
        ]
        for number, some in enumerate(histories)
    ]
    flat = [one for some in sent for one in some]
    for one, of in data.draw(st.permutations(flat + flat[: len(flat) // 2])):
        ledger.figures.count(one, of)
    last = [some[-1] for some in sent]
    for of in weeks:
        assert ledger.figures.week(of) == recounted(one for one, its in last if its == of)
        for name in TOUCHPOINTS:
            there = (one for one, its in last if its == of and one.touchpoint_hint == name)
            assert ledger.figures.week(of, at=[name]) == recounted(there)


def recounted(answers: Iterable[Answer]) -> Mapping[Asked, Tally]:
    found: dict[Asked, Tally] = defaultdict(Tally)
    for one in answers:
        asked, tally = Asked.of(one), counted(one)
        if asked and tally:
            found[asked] += tally
    return found


class Crowded:
    """A transaction that somebody else is in the way of, as long as `others` lasts."""

    def __init__(self, real: Any, others: list[str]) -> None:
        self._real, self._others = real, others

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def _commit(self) -> None:
        if not self._others:
            self._real._commit()
            return
        reasons = [None, CancellationReason(code=self._others.pop())]
        refused = {"Error": {"Code": "TransactionCanceledException", "Message": ""}}
        raise TransactWriteError("", VerboseClientError(refused, "TransactWriteItems", cancellation_reasons=reasons))


@pytest.mark.parametrize("ledger", ["dynamo"], indirect=True)
@pytest.mark.parametrize(
    ("others", "counts"), [([CONFLICT] * 4, True), ([CONFLICT] * 5, False), (["ThrottlingError"], False)]
)
def test_a_crowd_at_a_counter_is_waited_for(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, others: list[str], counts: bool
) -> None:
    monkeypatch.setattr(figures, "transaction", lambda record: Crowded(transaction(record), others))
    if counts:
        assert ledger.figures.count(answer(9), WEEK)
    else:
        with pytest.raises(Unavailable):
            ledger.figures.count(answer(9), WEEK)
    assert bool(ledger.figures.week(WEEK)) is counts
