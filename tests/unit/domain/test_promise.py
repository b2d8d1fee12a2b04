"""Answers promised in working time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.domain.journey import Department
from throughline.domain.promise import BadPromiseError, promised_by, read_hours, read_reply_within

LONDON = ZoneInfo("Europe/London")
OFFICE = Department("Accounts", timezone="Europe/London", hours="Mon-Fri 09:00-17:00")
SHOP = Department("Shop", timezone="Europe/London", hours="Mon-Fri 09:00-12:00, Mon-Fri 13:00-17:00, Sat 10:00-14:00")
NIGHT = Department("Warehouse", timezone="Europe/London", hours="Mon-Sun 22:00-06:00")
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
DEPARTMENTS = st.sampled_from(
    [
        Department("A", timezone=zone, hours=hours)
        for zone in ("Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")
        for hours in (OFFICE.hours, SHOP.hours, NIGHT.hours, "Sun 01:00-03:00", "Mon-Sun 00:00-24:00")
    ]
)


def due(start: str, within: str, department: Department = OFFICE, *holidays: date) -> str:
    moment = datetime.fromisoformat(start).replace(tzinfo=LONDON)
    return promised_by(moment, within, department, holidays).astimezone(LONDON).strftime("%a %d %b %H:%M")


@pytest.mark.parametrize(
    ("start", "within", "department", "by"),
    [
        ("2026-11-23T10:00", "4h", OFFICE, "Mon 23 Nov 14:00"),
        ("2026-11-23T16:00", "4h", OFFICE, "Tue 24 Nov 12:00"),
        ("2026-11-27T16:00", "4h", OFFICE, "Mon 30 Nov 12:00"),
        ("2026-11-22T03:00", "8h", OFFICE, "Mon 23 Nov 17:00"),
        ("2026-11-23T10:00", "1d", OFFICE, "Tue 24 Nov 10:00"),
        ("2026-11-23T10:00", "5d", OFFICE, "Mon 30 Nov 10:00"),
        ("2026-11-21T10:00", "1d", OFFICE, "Mon 23 Nov 17:00"),
        ("2026-11-23T09:00", "1d", OFFICE, "Mon 23 Nov 17:00"),
        ("2026-11-23T18:00", "2d", OFFICE, "Wed 25 Nov 17:00"),
        ("2026-11-23T11:00", "4h", SHOP, "Mon 23 Nov 16:00"),
        ("2026-11-27T16:00", "1d", SHOP, "Sat 28 Nov 14:00"),
        ("2026-11-28T10:30", "1d", SHOP, "Mon 30 Nov 10:30"),
        ("2026-11-27T12:30", "1d", SHOP, "Sat 28 Nov 13:00"),
        ("2026-11-24T05:00", "1d", NIGHT, "Wed 25 Nov 05:00"),
        ("2026-11-24T05:00", "2h", NIGHT, "Tue 24 Nov 23:00"),
    ],
)
def test_a_promise_counts_working_time(start: str, within: str, department: Department, by: str) -> None:
    assert due(start, within, department) == by


def test_holidays_are_left_out() -> None:
    days = (date(2026, 12, 25), date(2026, 12, 28))
    assert due("2026-12-24T16:00", "2h", OFFICE, *days) == "Tue 29 Dec 10:00"
    assert due("2026-12-24T16:00", "1d", OFFICE, *days) == "Tue 29 Dec 16:00"


def test_the_night_that_the_clock_is_put_back_has_an_hour_more() -> None:
    assert due("2026-10-24T22:00", "8h", NIGHT) == "Sun 25 Oct 05:00"
    assert due("2026-10-23T10:00", "1d", OFFICE) == "Mon 26 Oct 10:00"


@settings(deadline=None)
@given(MOMENTS, st.integers(1, 40), st.sampled_from("hd"), DEPARTMENTS)
def test_a_promise_lies_ahead_and_within_working_hours(
    start: datetime, amount: int, unit: str, department: Department
) -> None:
    by = promised_by(start, f"{amount}{unit}", department)
    assert by > start
    there = by.astimezone(ZoneInfo(department.timezone))
    minutes = there.hour * 60 + there.minute + there.second / 60
    assert any(
        shift.opens <= minutes + 1440 * later <= shift.closes
        for shift in read_hours(department.hours)
        for later in (0, 1)
        if (shift.weekday + later) % 7 == there.weekday()
    )


@settings(deadline=None)
@given(
    MOMENTS,
    st.timedeltas(timedelta(0), timedelta(days=4)),
    st.integers(1, 9),
    st.sampled_from("hd"),
    DEPARTMENTS,
)
def test_who_writes_later_is_never_promised_an_earlier_answer(
    start: datetime, wait: timedelta, amount: int, unit: str, department: Department
) -> None:
    first = promised_by(start, f"{amount}{unit}", department)
    assert first <= promised_by(start + wait, f"{amount}{unit}", department)


@settings(deadline=None)
@given(MOMENTS, st.integers(1, 20), st.integers(1, 20), DEPARTMENTS)
def test_hours_add_up(start: datetime, first: int, second: int, department: Department) -> None:
    step = promised_by(start, f"{first}h", department)
    assert promised_by(step, f"{second}h", department) == promised_by(start, f"{first + second}h", department)


@settings(deadline=None)
@given(MOMENTS, st.integers(1, 20), DEPARTMENTS)
def test_a_holiday_never_brings_an_answer_forward(start: datetime, days: int, department: Department) -> None:
    usual = promised_by(start, f"{days}d", department)
    assert promised_by(start, f"{days}d", department, {start.date() + timedelta(days=1)}) >= usual


@pytest.mark.parametrize("text", ["", "4", "h", "0h", "4 weeks", "-1d", "4.5h", "1000d", "٤h"])
def test_a_bad_promise_says_how_to_write_one(text: str) -> None:
    with pytest.raises(BadPromiseError, match="as 4h or days as 5d"):
        read_reply_within(text)


@pytest.mark.parametrize(
    "text", ["", "always", "Mon-Fri", "Mon 9-5", "Mon 25:00-26:00", "Mon 09:75-10:00", "Mox 09:00-10:00"]
)
def test_bad_hours_say_how_to_write_them(text: str) -> None:
    with pytest.raises(BadPromiseError, match="Mon-Fri 09:00-17:00"):
        read_hours(text)


def test_a_promise_needs_an_aware_start() -> None:
    with pytest.raises(BadPromiseError, match="time zone"):
        promised_by(datetime(2026, 1, 1), "1d", OFFICE)  # noqa: DTZ001
