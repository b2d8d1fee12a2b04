"""A sudden rise is told when chance does not explain it, and hardly ever otherwise."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operate.bench.figures_of_surveys import RATES, THEMES, WEEKS, false_alarm
from throughline.domain.rise import MOST_WEEKS, rises, turn
from throughline.domain.score import Turn

COUNTS = st.lists(st.integers(0, 500), max_size=12)


@pytest.mark.parametrize(
    ("now", "earlier", "rose"),
    [
        (5, [0] * 8, True),
        (4, [0] * 8, False),
        (15, [5] * 8, True),
        (14, [5] * 8, False),
        (40, [20] * 8, True),
        (39, [20] * 8, False),
        (200, [100] * 8, True),
        (199, [100] * 8, False),
        (9, [0], False),
        (10, [0], True),
        (1000, [], False),
        (30, [500, *[2] * 8], True),
        (2_000_000, [100_000] * 8, True),
    ],
)
def test_a_week_against_those_before_it(now: int, earlier: list[int], rose: bool) -> None:
    assert rises(now, earlier) is rose


@given(st.integers(0, 500), st.integers(0, 500), COUNTS)
def test_what_rose_still_rises_when_more_say_so(now: int, more: int, earlier: list[int]) -> None:
    assert rises(now, earlier) <= rises(now + more, earlier)


@given(st.integers(0, 500), st.lists(st.integers(0, 500), min_size=1, max_size=8))
def test_a_louder_past_hides_a_rise_and_its_order_says_nothing(now: int, earlier: list[int]) -> None:
    louder = [earlier[0] + 3, *earlier[1:]]
    assert rises(now, louder) <= rises(now, earlier) == rises(now, sorted(earlier))


@pytest.mark.parametrize("weeks", [1, 2, 4, MOST_WEEKS])
@pytest.mark.parametrize("rate", RATES[:7])
def test_at_a_steady_rate_a_touchpoint_has_less_than_one_false_alarm_a_year(rate: float, weeks: int) -> None:
    assert WEEKS * THEMES * false_alarm(rate, weeks) < 1


def test_four_times_as_much_talk_is_noticed_more_often_than_not() -> None:
    enough = next(now for now in range(100) if rises(now, [3] * MOST_WEEKS))
    missed = sum(math.exp(-12) * 12**now / math.factorial(now) for now in range(enough))
    assert missed < 0.5


@pytest.mark.parametrize(
    ("now", "before", "went"),
    [
        (0, 0, Turn.CHANCE),
        (6, 0, Turn.UP),
        (0, 6, Turn.DOWN),
        (5, 0, Turn.CHANCE),
        (20, 12, Turn.CHANCE),
        (40, 12, Turn.UP),
        (12, 40, Turn.DOWN),
    ],
)
def test_from_one_week_to_the_next(now: int, before: int, went: Turn) -> None:
    assert turn(now, before) is went
