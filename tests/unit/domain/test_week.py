"""Weeks as values, New Year included."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.domain.week import Week


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2026-11-23", "2026-W48"),
        ("2026-11-22", "2026-W47"),
        ("2026-12-28", "2026-W53"),
        ("2027-01-03", "2026-W53"),
        ("2027-01-04", "2027-W01"),
        ("2025-12-29", "2026-W01"),
        ("2024-12-30", "2025-W01"),
        ("2021-01-03", "2020-W53"),
    ],
)
def test_a_day_lies_in_its_iso_week(day: str, week: str) -> None:
    assert str(Week.of(date.fromisoformat(day))) == week


def test_a_moment_lies_in_the_week_of_its_own_day() -> None:
    assert Week.of(datetime(2027, 1, 3, 23, 59, tzinfo=UTC)) == Week(2026, 53)


@pytest.mark.parametrize(
    ("week", "before"), [("2027-W01", "2026-W53"), ("2026-W01", "2025-W52"), ("2026-W53", "2026-W52")]
)
def test_the_week_before(week: str, before: str) -> None:
    assert str(Week.parse(week).previous()) == before


@pytest.mark.parametrize(
    "written", ["2026-47", "2026-W54", "2025-W53", "2026-W00", "26-W47", "2026W47", "", "2026-W47-1"]
)
def test_what_is_no_week_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Week.parse(written)


def test_a_week_is_read_with_blanks_around_it() -> None:
    assert Week.parse(" 2026-W47 ") == Week(2026, 47)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_week_holds_its_days_from_monday_on(day: date) -> None:
    week = Week.of(day)
    assert week.monday() <= day < week.monday() + timedelta(days=7)
    assert week.monday().weekday() == 0
    assert Week.parse(str(week)) == week
    assert week.previous() < week
