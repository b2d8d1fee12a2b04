"""Scores are told with their noise, and never from a handful of answers."""

from collections.abc import Collection
from itertools import compress, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.domain.digest_score import Moments, ScoreTold, own_scores, scores_of, tenths_of
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


SMALLEST = 5
NPS = Asked.usual(Metric.NPS)


def own(
    moments: Collection[str], now: Moments, before: Moments | None = None
) -> list[tuple[int, int | None, int | None]]:
    told = own_scores(moments, now, before or {}, SMALLEST)
    return [(one.answered, one.tenths, one.before) for one in told]


def test_enough_elsewhere_are_enough_on_the_scale_that_is_told() -> None:
    lone = {"here": {FIVE: Tally(9, 0, 1)}, "there": {FIVE: Tally(0, 0, 1), SEVEN: Tally(5)}}
    assert own({"here"}, lone) == []
    assert own({"here"}, {**lone, "there": {FIVE: Tally(0, 0, 5)}}) == [(10, 9, None)]


def test_a_scale_that_may_not_be_told_leaves_the_place_to_one_that_may() -> None:
    now = {"here": {FIVE: Tally(40), SEVEN: Tally(11, 0, 1)}, "there": {SEVEN: Tally(9)}}
    assert own({"here"}, now) == [(12, 9, None)]


def test_a_week_before_is_not_compared_with_where_few_answered_elsewhere() -> None:
    now = {"here": {NPS: Tally(10, 5, 5)}, "there": {NPS: Tally(10)}}
    assert own({"here"}, now, {"here": {NPS: Tally(10)}, "there": {NPS: Tally(0, 0, 1)}}) == [(20, 5, None)]
    assert own({"here"}, now, {"here": {NPS: Tally(10)}, "there": {NPS: Tally(0, 0, 5)}}) == [(20, 5, 10)]


def test_two_departments_are_told_no_figures_that_differ_by_the_answers_of_a_few() -> None:
    now = {
        "shared": {NPS: Tally(10)},
        "lone": {NPS: Tally(0, 0, 1)},
        "large": {NPS: Tally(20)},
        "other": {NPS: Tally(4)},
    }
    assert own({"shared", "lone"}, now) == own({"shared"}, now) == [(10, 10, None)]
    assert own({"shared", "lone"}, now, now) == [(10, 10, 10)]


def test_few_hidden_answers_are_not_left_among_themselves() -> None:
    now = {"a": {NPS: Tally(10)}, "b": {NPS: Tally(11)}, "c": {NPS: Tally(12)}, "lone": {NPS: Tally(0, 0, 1)}}
    assert [own({moment}, now) for moment in "abc"] == [[], [(11, 10, None)], [(12, 10, None)]]


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 16), min_size=2))
def test_whatever_departments_are_told_adding_and_taking_away_finds_no_few(answered: dict[str, int]) -> None:
    now = {moment: {NPS: Tally(count)} for moment, count in answered.items()}
    every = [frozenset(compress("abcd", drawn)) for drawn in product((0, 1), repeat=4)]
    told = {one: count for one in every for count, _, _ in own(one, now)} | {frozenset("abcde"): sum(answered.values())}
    for (few, part), (many, all_of_them) in product(told.items(), told.items()):
        left = all_of_them - part
        assert not few < many or left == 0 or left >= SMALLEST
        for other, beside in told.items():
            if not few & other and few | other < many:
                assert left - beside == 0 or left - beside >= SMALLEST
