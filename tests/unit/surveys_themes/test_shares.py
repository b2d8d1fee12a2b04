"""What is counted together, what an answer counts as, and when a share went up or down."""

from decimal import Decimal
from functools import reduce
from operator import add
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.values import answer
from throughline.domain.score import Tally, Turn, mean, nps, nps_turn, share, wilson
from throughline.domain.shares import Asked, counted, pleased, share_turn
from throughline.domain.survey import Answer, Band, Metric

UP, BETWEEN, DOWN = Band.PROMOTER, Band.PASSIVE, Band.DETRACTOR
OWN = {Metric.NPS: (0, 10), Metric.CSAT: (1, 5), Metric.CES: (1, 7)}


def given_on(metric: Metric, low: float, high: float, direction: str, score: float | None) -> Answer:
    return answer(score, metric=metric, scale_min=low, scale_max=high, direction=direction)


ANSWERS = st.builds(
    given_on,
    st.sampled_from(list(OWN)),
    st.just(1),
    st.integers(2, 11),
    st.sampled_from(["higher", "lower"]),
    st.none() | st.integers(-1, 12) | st.floats(allow_nan=True),
)


@pytest.mark.parametrize(
    ("metric", "scale", "direction", "score", "band"),
    [
        (Metric.CSAT, (1, 5), "higher", 4, UP),
        (Metric.CSAT, (1, 5), "higher", 3, DOWN),
        (Metric.CSAT, (1, 5), "lower", 2, UP),
        (Metric.CSAT, (1, 7), "higher", 6, UP),
        (Metric.CSAT, (1, 7), "higher", 5, BETWEEN),
        (Metric.CSAT, (0, 10), "higher", 9, UP),
        (Metric.CSAT, (0, 10), "higher", 8, BETWEEN),
        (Metric.CSAT, (1, 4), "higher", 3, UP),
        (Metric.CSAT, (1, 3), "higher", 2, DOWN),
        (Metric.CSAT, (0, 1), "higher", 1, UP),
        (Metric.CSAT, (0, 1), "higher", 0, DOWN),
        (Metric.CSAT, (0, 100), "higher", 75, UP),
        (Metric.CES, (1, 7), "higher", 5, BETWEEN),
        (Metric.CES, (1, 7), "higher", 4, DOWN),
        (Metric.CES, (1, 5), "lower", 2, UP),
        (Metric.CES, (1, 5), "lower", 3, DOWN),
        (Metric.NPS, (0, 10), "higher", 9, UP),
        (Metric.NPS, (0, 10), "higher", 7, BETWEEN),
        (Metric.NPS, (0, 10), "higher", 6, DOWN),
    ],
)
def test_what_an_answer_counts_as(
    metric: Metric, scale: tuple[float, float], direction: str, score: float, band: Band
) -> None:
    tally = counted(given_on(metric, *scale, direction, score))
    assert tally == Tally(int(band is UP), int(band is BETWEEN), int(band is DOWN), round(1000 * score), 1)


@pytest.mark.parametrize("metric", list(OWN))
def test_on_its_usual_scale_an_answer_counts_as_its_customer_felt(metric: Metric) -> None:
    low, high = OWN[metric]
    for score in range(low, high + 1):
        one = given_on(metric, low, high, "higher", score)
        tally = counted(one)
        assert tally
        assert [tally.promoters, tally.passives, tally.detractors] == [int(one.band() is band) for band in Band]


@pytest.mark.parametrize(
    "left_out",
    [
        answer(None),
        answer(metric=None),
        answer(metric=Metric.OTHER),
        answer(11),
        answer(float("nan")),
        given_on(Metric.NPS, 1, 10, "higher", 9),
        given_on(Metric.NPS, 0, 10, "lower", 9),
        given_on(Metric.CSAT, 5, 5, "higher", 5),
        given_on(Metric.CSAT, 0, float("inf"), "higher", 5),
    ],
)
def test_what_is_no_score_is_not_counted(left_out: Answer) -> None:
    assert counted(left_out) is None


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (answer(9), "nps"),
        (answer(4, metric=Metric.CSAT, scale_min=None, scale_max=None), "csat"),
        (given_on(Metric.CSAT, 1, 7, "higher", 4), "csat 1..7"),
        (given_on(Metric.CES, 1, 5, "lower", 4), "ces 1..5 lower"),
        (given_on(Metric.CES, 1, 7, "lower", 4), "ces 1..7 lower"),
        (given_on(Metric.CSAT, -0.5, 2.25, "higher", 1), "csat -0.5..2.25"),
    ],
)
def test_scales_are_counted_apart_under_names_that_read_back(one: Answer, key: str) -> None:
    asked = Asked.of(one)
    assert asked
    assert asked.key == key
    assert Asked.parse(key) == asked


def test_a_name_that_is_none_is_told() -> None:
    for wrong in ("mood", "nps 0", "csat a..b"):
        with pytest.raises(ValueError, match=r".+"):
            Asked.parse(wrong)


@given(st.lists(ANSWERS, max_size=30), st.randoms(use_true_random=False))
def test_counting_in_parts_and_in_any_order_is_counting_at_once(answers: list[Answer], random: Random) -> None:
    tallies = [tally for one in answers if (tally := counted(one))]
    whole, cut = reduce(add, tallies, Tally()), len(tallies) // 3
    shuffled = random.sample(tallies, len(tallies))
    assert reduce(add, shuffled[:cut], Tally()) + reduce(add, shuffled[cut:], Tally()) == whole
    assert whole.answered == whole.summed == len(tallies)
    assert all(whole - one + one == whole for one in tallies)


@given(st.lists(ANSWERS.filter(lambda one: one.metric is Metric.CES), min_size=1, max_size=30))
def test_the_mean_lies_on_the_scale(answers: list[Answer]) -> None:
    tallies = [tally for one in answers if (tally := counted(one))]
    middle = mean(reduce(add, tallies, Tally()))
    assert (middle is None) == (not tallies)
    assert middle is None or 1 <= middle <= 11


@pytest.mark.parametrize(
    ("thousandths", "count", "middle"),
    [(11_500, 2, "5.8"), (5_250, 1, "5.3"), (5_249, 1, "5.2"), (-5_250, 1, "-5.3"), (0, 3, "0.0")],
)
def test_a_mean_is_rounded_once_half_away_from_zero(thousandths: int, count: int, middle: str) -> None:
    assert mean(Tally(count, thousandths=thousandths, summed=count)) == Decimal(middle)


def test_counts_kept_without_their_scores_have_no_mean() -> None:
    assert mean(Tally(3, 2, 1)) is None
    assert mean(Tally(3, 2, 1) + Tally(1, thousandths=9000, summed=1)) is None


def test_for_effort_rather_easy_is_easy_too() -> None:
    assert [pleased(metric, Tally(4, 3, 2)) for metric in OWN] == [4, 4, 7]


@pytest.mark.parametrize(
    ("now", "before", "went"),
    [
        ((56, 70), (48, 80), Turn.UP),
        ((48, 80), (56, 70), Turn.DOWN),
        ((9, 10), (3, 10), Turn.UP),
        ((8, 10), (4, 10), Turn.CHANCE),
        ((10, 10), (0, 9), Turn.CHANCE),
        ((800, 1000), (790, 1000), Turn.CHANCE),
    ],
)
def test_a_share_goes_up_or_down_only_beyond_chance(now: tuple[int, int], before: tuple[int, int], went: Turn) -> None:
    assert share_turn(*now, *before) is went


@given(st.integers(10, 300), st.integers(10, 300), st.floats(0, 1), st.floats(0, 1))
def test_turning_two_weeks_round_turns_the_change_round(count: int, before: int, part: float, other: float) -> None:
    now, then = (round(part * count), count), (round(other * before), before)
    turned = {Turn.UP: Turn.DOWN, Turn.DOWN: Turn.UP, Turn.CHANCE: Turn.CHANCE}
    assert share_turn(*then, *now) is turned[share_turn(*now, *then)]


@given(st.integers(1, 300).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count))))
def test_a_share_lies_within_its_interval(hits_of: tuple[int, int]) -> None:
    low, high = wilson(*hits_of)
    assert 0 <= low <= hits_of[0] / hits_of[1] <= high <= 1


@given(st.integers(0, 99), st.integers(100, 300))
def test_one_more_who_is_pleased_never_lowers_a_score(hits: int, count: int) -> None:
    assert share(hits, count).value <= share(hits + 1, count).value
    less, more = Tally(hits, 1, count), Tally(hits + 1, 0, count)
    assert nps(less).value <= nps(more).value
    assert nps(less).low <= nps(more).low


@pytest.mark.parametrize(
    ("now", "before", "went"),
    [
        (Tally(600, 200, 200), Tally(400, 200, 400), Turn.UP),
        (Tally(400, 200, 400), Tally(600, 200, 200), Turn.DOWN),
        (Tally(6, 2, 2), Tally(4, 2, 4), Turn.CHANCE),
        (Tally(0, 0, 9), Tally(400, 0, 0), Turn.CHANCE),
    ],
)
def test_the_net_promoter_score_goes_up_or_down_only_beyond_chance(now: Tally, before: Tally, went: Turn) -> None:
    assert nps_turn(now, before) is went
