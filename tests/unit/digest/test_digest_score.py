"""Scores are told with their noise, and never from a handful of answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.domain.digest_score import ScoreTold, scores_of, tenths_of
from throughline.domain.score import Tally
from throughline.domain.shares import Asked
from throughline.domain.survey import Metric


def told(now: Tally, before: Tally = Tally(), metric: Metric = Metric.NPS) -> ScoreTold:  # noqa: B008 - frozen
    asked = Asked.usual(metric)
    return scores_of({asked: now}, {asked: before})[0]


def test_under_ten_answers_there_is_no_score() -> None:
    assert told(Tally(7, 1, 1)) == ScoreTold(Metric.NPS, 9)


def test_so_many_of_ten_and_a_small_change_may_be_chance() -> None:
    score = told(Tally(30, 3, 4), Tally(27, 5, 6))
    assert (score.answered, score.tenths, score.before, score.share, score.chance) == (37, 8, 7, 81, True)


def test_a_big_change_among_many_is_more_than_chance() -> None:
    assert not told(Tally(800, 100, 100), Tally(500, 250, 250)).chance


def test_a_week_with_too_few_answers_is_not_compared_with() -> None:
    assert told(Tally(30, 3, 4), Tally(9, 0, 0)).before is None


@pytest.mark.parametrize(("metric", "tenths"), [(Metric.NPS, 5), (Metric.CSAT, 5), (Metric.CES, 8)])
def test_for_effort_rather_easy_is_easy_too(metric: Metric, tenths: int) -> None:
    assert told(Tally(10, 6, 4), metric=metric).tenths == tenths


def test_metrics_come_in_a_fixed_order_and_unasked_ones_not_at_all() -> None:
    week = {Asked.usual(Metric.CES): Tally(1), Asked.usual(Metric.NPS): Tally(1)}
    assert [score.metric for score in scores_of(week, {})] == [Metric.NPS, Metric.CES]


FIVE, SEVEN = Asked.usual(Metric.CSAT), Asked(Metric.CSAT, 1, 7)


def test_of_several_scales_the_one_that_most_answered_is_told_and_compared_with_itself() -> None:
    now, before = {FIVE: Tally(30, 0, 10), SEVEN: Tally(5, 0, 10)}, {FIVE: Tally(10), SEVEN: Tally(0, 0, 10)}
    assert [(one.answered, one.before) for one in scores_of(now, before)] == [(40, 10)]


def test_which_scale_is_told_changes_only_as_most_of_two_weeks_do() -> None:
    before = {FIVE: Tally(40)}
    assert [one.answered for one in scores_of({FIVE: Tally(20), SEVEN: Tally(25)}, before)] == [20]
    assert [one.answered for one in scores_of({SEVEN: Tally(25)}, before)] == [25]


@given(st.integers(1, 10_000).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count))))
def test_ten_of_ten_means_all_and_none_means_none(hits_of: tuple[int, int]) -> None:
    hits, count = hits_of
    tenths = tenths_of(hits, count)
    assert (tenths == 10) == (hits == count)
    assert (tenths == 0) == (hits == 0)
    assert abs(tenths - 10 * hits / count) <= 1
