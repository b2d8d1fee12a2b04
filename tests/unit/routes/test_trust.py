"""How far a record can be trusted, and when more is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.domain.routes.bounds import NEVER, bound, bounds_for, logistic, logit, lower_bound, shares
from throughline.domain.routes.target import FEWEST, HIGHEST, target_after


def test_few_prove_little() -> None:
    assert lower_bound(5, 5) < 0.8 < lower_bound(50, 50)
    assert lower_bound(0, 0) == 0


def test_a_bound_lies_where_the_record_turns() -> None:
    record = [(0.9, True)] * 60 + [(0.4, False)] * 30 + [(0.4, True)] * 10
    bounds = bounds_for(record)
    assert bound(bounds, 0.90) == 0.9
    assert bound(bounds, 0.55) == 0.4
    assert bound(bounds, 0.99) == NEVER


def test_a_record_that_is_right_throughout_leaves_room_for_what_is_a_little_less_sure() -> None:
    alike = [(0.9995, True)] * 60
    assert bound(bounds_for(alike), 0.90) == 0.90
    assert bound(bounds_for([*alike, (0.7, True)]), 0.90) == 0.7
    assert bound(bounds_for(alike[:5]), 0.90) == NEVER


def test_nothing_is_trusted_without_a_record() -> None:
    assert bound(bounds_for([]), 0.5) == NEVER


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60))
def test_a_higher_target_never_has_a_lower_bound(record: list[tuple[float, bool]]) -> None:
    bounds = bounds_for(record)
    assert list(bounds) == sorted(bounds)


@given(st.floats(0.001, 0.999))
def test_a_share_comes_back_from_the_logistic_scale(share: float) -> None:
    assert logistic(logit(share)) == pytest.approx(share)


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=8), st.floats(0.01, 1))
def test_shares_sum_to_one(scores: list[float], temperature: float) -> None:
    assert sum(shares(scores, temperature)) == pytest.approx(1)


def test_the_target_stays_while_it_is_kept() -> None:
    assert target_after(0.9, [True] * 95 + [False] * 5) == 0.9
    assert target_after(0.9, [False] * (FEWEST - 1)) == 0.9


def test_it_rises_by_what_is_missing_and_comes_down_again() -> None:
    fallen = [True] * 70 + [False] * 30
    assert target_after(0.9, fallen) == HIGHEST
    assert target_after(0.8, fallen) == pytest.approx(0.9)
    assert target_after(0.8, fallen + [True] * 200) == 0.8
