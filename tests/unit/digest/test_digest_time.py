"""A digest is due once a week at its hour of each reader's own clock, whatever clocks and schedules do."""

import itertools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.weeks import MemoryEditions
from throughline.domain.digest_time import WEEKDAYS, Due, Rhythm, due_day, due_in, why_not
from throughline.domain.edition import Edition
from throughline.domain.week import Week
from throughline.usecases.monthly_digest import is_months_one
from unit.digest.rooms import person

ZONES = st.sampled_from(sorted(zone for zone in available_timezones() if "/" in zone and "Etc" not in zone))
RHYTHMS = st.builds(Rhythm, st.sampled_from(WEEKDAYS), st.integers(0, 23))
HOURS_OF_TWO_YEARS = 104 * 7 * 24
START = datetime(2026, 1, 5, tzinfo=UTC)


def firings(zone: str, rhythm: Rhythm, hours: range) -> list[Due]:
    found = (due_in(zone, rhythm, START + timedelta(hours=hour)) for hour in hours)
    return [due for due in found if due]


@settings(max_examples=25, deadline=None)
@given(ZONES, RHYTHMS)
def test_each_week_is_due_at_one_hour_and_caught_for_a_day(zone: str, rhythm: Rhythm) -> None:
    due = firings(zone, rhythm, range(48, 48 + 24 * 7 * 60))
    on_time = [one for one in due if not one.late]
    weeks = [one.week for one in on_time]
    assert weeks == sorted(set(weeks))
    assert all(later.previous() == earlier for earlier, later in itertools.pairwise(weeks))
    assert len(weeks) in (59, 60, 61)


@pytest.mark.parametrize("zone", ["Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"])
@pytest.mark.parametrize("hour", [0, 2, 9, 23])
def test_over_104_weeks_nobody_misses_one_when_every_third_firing_is_lost(zone: str, hour: int) -> None:
    fired = (START + timedelta(hours=at) for at in range(HOURS_OF_TWO_YEARS) if at % 3)
    weeks = sorted({due.week for moment in fired if (due := due_in(zone, Rhythm("MON", hour), moment))})
    assert len(weeks) >= 104
    assert all(later.previous() == earlier for earlier, later in itertools.pairwise(weeks))


def test_week_53_is_told_in_the_first_week_of_the_next_year() -> None:
    due = due_in("Europe/London", Rhythm(), datetime(2027, 1, 4, 9, tzinfo=UTC))
    assert due == Due(Week(2026, 53), date(2027, 1, 4), late=False)


def test_the_hour_is_the_readers_own() -> None:
    summer = datetime(2026, 7, 6, 8, tzinfo=UTC)
    assert due_in("Europe/London", Rhythm(), summer) == Due(Week(2026, 27), date(2026, 7, 6), late=False)
    assert due_in("America/New_York", Rhythm(), summer) is None
    tokyo = due_in("Asia/Tokyo", Rhythm(), summer)
    assert tokyo
    assert tokyo.late


def test_an_hour_that_the_clock_skips_is_still_due() -> None:
    sunday_at_two = Rhythm("SUN", 2)
    due = due_in("America/New_York", sunday_at_two, datetime(2026, 3, 8, 7, tzinfo=UTC))
    assert due
    assert not due.late


def test_a_day_after_the_hour_nothing_is_due_any_more() -> None:
    assert due_in("UTC", Rhythm(), datetime(2026, 11, 24, 8, 59, tzinfo=UTC))
    assert due_in("UTC", Rhythm(), datetime(2026, 11, 24, 9, tzinfo=UTC)) is None


@given(st.integers(0, 3000), RHYTHMS)
def test_the_due_day_of_a_week_tells_that_week(weeks: int, rhythm: Rhythm) -> None:
    week = Week.of(date(2020, 1, 1) + timedelta(weeks=weeks))
    day = due_day(week, rhythm)
    due = due_in("UTC", rhythm, datetime(day.year, day.month, day.day, rhythm.hour, tzinfo=UTC))
    assert due == Due(week, day, late=False)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({}, ""),
        ({"active": False}, "is no longer here"),
        ({"email": ""}, "has no mailbox"),
        ({"digest": "off"}, "asked for none"),
        ({"digest": "monthly"}, "asked for one a month, and another week's is the one"),
    ],
)
def test_who_gets_one_and_why_not(told: dict[str, str], reason: str) -> None:
    assert why_not(person(**told), monthly=False) == reason


@pytest.mark.parametrize(
    ("told", "days"),
    [
        (None, [2, 7]),
        ("told told told told told told told told told", [2, 7]),
        ("off told told told told told told told told", [9, 7]),
        ("held held empty told told empty told told told", [23, 14]),
        ("off off off off off told told told told", [7]),
    ],
)
def test_monthly_readers_get_the_first_of_the_month_that_goes(told: str | None, days: list[int]) -> None:
    editions, found = MemoryEditions(), list[int]()
    for at, what in enumerate((told or "told " * 9).split()):
        week = Week.of(date(2026, 10, 26) + timedelta(weeks=at))
        if is_months_one(week, Rhythm(), editions if told else None) and what == "told":
            found.append(due_day(week, Rhythm()).day)
        if what != "held":
            editions.settle(Edition(str(week), told=("mark",) * (what == "told"), put_off=what == "off"))
    assert found == days


@pytest.mark.parametrize(("weekday", "hour"), [("Monday", 9), ("MON", 24), ("MON", -1)])
def test_a_wrong_rhythm_says_what_to_write(weekday: str, hour: int) -> None:
    with pytest.raises(ValueError, match="write MON to SUN and 0 to 23"):
        Rhythm(weekday, hour)
