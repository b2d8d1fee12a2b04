"""How fast digests go, and when they stop."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.domain.sending import Limits, Sent, pace_of

SECOND = timedelta(seconds=1)


@given(st.floats(min_value=0.1, max_value=100_000))
def test_no_second_holds_more_than_the_rate_whatever_it_is(rate: float) -> None:
    pace = pace_of(rate)
    turns = -(-SECOND // pace.every)
    assert turns * pace.mails <= max(1, rate * 0.8)
    assert 1 <= pace.mails <= 50


def test_a_generous_rate_is_made_use_of() -> None:
    assert (pace_of(500).mails, pace_of(500).every) == (50, SECOND / 8)
    assert (pace_of(14).mails, pace_of(14).every) == (11, SECOND)


def test_of_many_groups_the_first_few_go_and_at_least_one() -> None:
    pace = pace_of(14)
    assert pace.turns([50, 11, 1]) == 7
    assert pace.within([50] * 20, timedelta(seconds=60)) == 12
    assert pace.within([5000], timedelta(seconds=60)) == 1


def test_an_account_without_a_limit_has_room() -> None:
    assert Limits(rate=1, daily=-1, sent=10**9).left > 10**9
    assert Limits(rate=1, daily=200, sent=100).left == 80


@pytest.mark.parametrize(
    ("fared", "stops"),
    [
        (Sent(1000, bounced=20), True),
        (Sent(1000, bounced=19), False),
        (Sent(40, bounced=20), False),
        (Sent(100, bounced=2), False),
        (Sent(4000, complained=2), True),
        (Sent(4001, complained=2), False),
        (Sent(1000, complained=1), False),
        (Sent(1000), False),
    ],
)
def test_too_many_that_come_back_or_are_complained_of_stop_it(fared: Sent, *, stops: bool) -> None:
    assert bool(fared.alarm) is stops
