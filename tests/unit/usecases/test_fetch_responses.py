"""What is asked of vendors, and what waits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from throughline.domain.fetching import Later, Limits, next_day, next_minute
from throughline.usecases.fetch_responses import Fetched, Wanted, delay_of, fetch_responses

NOW = datetime(2026, 11, 23, 10, 0, 30, tzinfo=UTC)
WAIT = Later(NOW + timedelta(minutes=2), "the vendor asks us to wait")


@dataclass
class Counted:
    """Lets a few calls through."""

    left: int
    paused: list[Later] = field(default_factory=list)

    def take(self, source: str, limits: Limits, now: datetime) -> Later | None:
        assert (source, limits.a_minute) == ("north", 2)
        self.left -= 1
        return None if self.left >= 0 else Later(next_minute(now), "used up")

    def pause(self, source: str, later: Later, now: datetime) -> None:
        assert (source, now) == ("north", NOW)
        self.paused.append(later)


@dataclass
class Vendor:
    """Answers each response by one call."""

    waits: Later | None = None
    limits: Limits = field(default_factory=lambda: Limits(2, 9))

    def fetch(self, survey: str, responses: Sequence[str], may_call: Callable[[], Later | None]) -> Fetched:
        found: dict[str, bytes] = {}
        for one in responses:
            later = may_call() or self.waits
            if later:
                return Fetched(found, later=later)
            found[one] = survey.encode()
        return Fetched(found)


def fetched(vendor: Vendor, allowance: Counted) -> Fetched:
    wanted = Wanted("north", "s1", ("r1", "r2", "r3"))
    return fetch_responses(wanted=wanted, vendor=vendor, allowance=allowance, clock=lambda: NOW)


def test_what_the_limit_leaves_over_comes_later_and_nobody_else_waits_for_it() -> None:
    allowance = Counted(2)
    got = fetched(Vendor(), allowance)
    assert (list(got.found), got.later) == (["r1", "r2"], Later(next_minute(NOW), "used up"))
    assert allowance.paused == []


def test_what_the_vendor_asks_for_holds_for_all() -> None:
    allowance = Counted(9)
    assert fetched(Vendor(WAIT), allowance).later == WAIT
    assert allowance.paused == [WAIT]


@pytest.mark.parametrize(
    ("wait", "spread", "seconds"),
    [(-60, 0, 5), (60, 0, 60), (60, 1, 75), (80_000, 0, 900), (80_000, 1, 900)],
)
def test_a_message_waits_as_long_as_a_queue_can_hold_it(wait: int, spread: float, seconds: int) -> None:
    assert delay_of(Later(NOW + timedelta(seconds=wait), ""), NOW, spread) == seconds


def test_a_minute_and_a_day_end_by_utc() -> None:
    assert next_minute(NOW) == datetime(2026, 11, 23, 10, 1, tzinfo=UTC)
    assert next_day(NOW) == datetime(2026, 11, 24, tzinfo=UTC)
