"""When a promise is recalled: reckoned back in working time from the day that was promised."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.values import case
from throughline.domain.case import Case, State
from throughline.domain.journey import Department
from throughline.domain.promise import calendar_of, promised_by
from throughline.domain.promise_kept import Level, deadlines, due_levels, next_deadline

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
OFFICE = Department("Packing", timezone="Europe/London")
NIGHT = Department("Bakery", timezone="Europe/London", hours="Mon-Sun 22:00-06:00")
WEEKEND = Department("Market", timezone="Europe/London", hours="Sat-Sun 10:00-16:00")
MOMENTS = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: BEGIN + timedelta(minutes=minutes))
TOLD = (Level.HEARD_SOON, Level.ANSWERED_SOON, Level.CONTACT, Level.MANAGER)


def at(text: str) -> datetime:
    return datetime.strptime(f"2026 {text}", "%Y %d %b %H:%M").replace(tzinfo=LONDON)


def promised(start: str, within: str, department: Department = OFFICE, **told: Any) -> Case:
    by = promised_by(at(start), within, department)
    return case(reply_by=by, reply_within=within, department=department.name, **told)


def words(moment: datetime) -> str:
    return moment.astimezone(LONDON).strftime("%a %H:%M")


@pytest.mark.parametrize(
    ("start", "within", "heard_soon", "heard_by", "answered_soon", "manager"),
    [
        ("23 Nov 09:00", "2d", "Mon 11:00", "Mon 13:00", "Tue 13:00", "Wed 13:00"),
        ("23 Nov 13:00", "2d", "Mon 15:00", "Tue 09:00", "Wed 09:00", "Wed 17:00"),
        ("27 Nov 16:00", "4h", "Fri 16:30", "Mon 09:00", "Mon 11:00", "Mon 13:00"),
        ("23 Nov 10:00", "2h", "Mon 10:30", "Mon 11:00", "Mon 11:00", "Mon 13:00"),
        ("23 Nov 10:00", "1h", "Mon 10:30", "Mon 11:00", "Mon 10:00", "Mon 12:00"),
    ],
)
def test_the_deadlines_of_a_promise(
    start: str, within: str, heard_soon: str, heard_by: str, answered_soon: str, manager: str
) -> None:
    times = deadlines(promised(start, within), calendar_of(OFFICE))
    found = (times.heard_soon, times.heard_by, times.answered_soon, times.manager)
    assert tuple(map(words, found)) == (heard_soon, heard_by, answered_soon, manager)


@pytest.mark.parametrize(
    ("state", "levels", "now", "due"),
    [
        (State.ROUTED, (), "23 Nov 10:59", ()),
        (State.ROUTED, (), "23 Nov 11:00", (Level.HEARD_SOON,)),
        (State.REOPENED, (), "23 Nov 11:00", (Level.HEARD_SOON,)),
        (State.ACKNOWLEDGED, (), "23 Nov 11:00", ()),
        (State.ROUTED, TOLD[:1], "23 Nov 12:59", ()),
        (State.ROUTED, TOLD[:1], "23 Nov 13:00", (Level.CONTACT,)),
        (State.ROUTED, (), "23 Nov 13:00", (Level.HEARD_SOON,)),
        (State.ROUTED, (), "24 Nov 13:00", TOLD[:2]),
        (State.WORKING, (), "24 Nov 13:00", (Level.ANSWERED_SOON,)),
        (State.WORKING, (Level.ANSWERED_SOON,), "24 Nov 16:59", ()),
        (State.WORKING, (Level.ANSWERED_SOON,), "24 Nov 17:00", (Level.CONTACT,)),
        (State.WORKING, (Level.ANSWERED_SOON, Level.CONTACT), "25 Nov 12:59", ()),
        (State.WORKING, (Level.ANSWERED_SOON, Level.CONTACT), "25 Nov 13:00", (Level.MANAGER,)),
        (State.WORKING, TOLD, "30 Nov 13:00", ()),
        *((state, (), "30 Nov 13:00", ()) for state in (State.WAITING, State.RESOLVED, State.CLOSED, State.HANDED_ON)),
    ],
)
def test_what_a_case_has_reached(state: State, levels: tuple[str, ...], now: str, due: tuple[Level, ...]) -> None:
    told = promised("23 Nov 09:00", "2d", state=state, levels=levels)
    assert due_levels(told, calendar_of(OFFICE), at(now)) == due


def test_reminders_may_be_looked_for_ahead_of_time_escalations_not() -> None:
    calendar, evening = calendar_of(OFFICE), at("23 Nov 17:00")
    told = promised("23 Nov 09:00", "2d")
    assert due_levels(told, calendar, at("23 Nov 09:30"), until=evening) == (Level.HEARD_SOON,)
    reminded = promised("23 Nov 09:00", "2d", levels=(Level.HEARD_SOON.value,))
    assert due_levels(reminded, calendar, at("23 Nov 09:30"), until=evening) == ()


def test_an_hour_passes_between_what_is_said_of_a_case() -> None:
    told = promised("23 Nov 09:00", "2d", levels=TOLD[:1], recalled_at=at("23 Nov 15:00"))
    said = [
        due_levels(told, calendar_of(OFFICE), at(f"23 Nov {hour}")) for hour in ("14:00", "15:00", "15:59", "16:00")
    ]
    assert said == [(), (), (), (Level.CONTACT,)]


def test_the_next_deadline_is_the_first_that_nobody_was_told_of() -> None:
    calendar = calendar_of(OFFICE)
    told = promised("23 Nov 09:00", "2d")
    assert next_deadline(told, calendar) == (Level.HEARD_SOON, at("23 Nov 11:00"))
    again = promised("23 Nov 09:00", "2d", levels=(Level.HEARD_SOON.value,))
    assert next_deadline(again, calendar) == (Level.CONTACT, at("23 Nov 13:00"))
    assert next_deadline(promised("23 Nov 09:00", "2d", state=State.CLOSED), calendar) is None
    assert next_deadline(promised("23 Nov 09:00", "2d", levels=TOLD), calendar) is None


@settings(deadline=None)
@given(
    MOMENTS,
    st.integers(1, 40),
    st.sampled_from("hd"),
    st.sampled_from([OFFICE, NIGHT, WEEKEND]),
)
def test_deadlines_follow_each_other_in_working_time(
    start: datetime, amount: int, unit: str, department: Department
) -> None:
    within, calendar = f"{amount}{unit}", calendar_of(department)
    told = case(reply_by=promised_by(start, within, department), reply_within=within)
    times = deadlines(told, calendar)
    assert times.heard_soon < times.heard_by <= times.answered_by < times.manager
    assert times.answered_soon < times.answered_by
    for moment in (times.heard_soon, times.heard_by, times.answered_soon, times.manager):
        assert calendar.today(moment) or calendar.today(moment - timedelta(seconds=1))


@settings(deadline=None)
@given(
    MOMENTS,
    st.integers(1, 60),
    st.sampled_from([OFFICE, NIGHT, WEEKEND]),
)
def test_going_on_and_back_by_the_same_work_comes_to_the_same_time(
    start: datetime, hours: int, department: Department
) -> None:
    calendar, length = calendar_of(department), timedelta(hours=hours)
    then = calendar.after(start, length)
    assert calendar.after(calendar.before(then, length), length) == then


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("23 Nov 09:00", "2026-11-23"),
        ("23 Nov 16:59", "2026-11-23"),
        ("23 Nov 17:00", None),
        ("28 Nov 10:00", None),
    ],
)
def test_a_working_day_lasts_from_opening_to_closing(now: str, day: str | None) -> None:
    found = calendar_of(OFFICE).today(at(now))
    assert (found.day.isoformat() if found else None) == day


def test_a_night_belongs_to_the_day_on_which_it_began() -> None:
    found = calendar_of(NIGHT).today(at("24 Nov 03:00"))
    assert found
    assert found.day.isoformat() == "2026-11-23"
    assert (words(found.opens), words(found.closes)) == ("Mon 22:00", "Tue 06:00")


def test_nobody_works_on_a_holiday_and_whoever_works_at_weekends_does() -> None:
    noon = at("28 Nov 12:00")
    assert calendar_of(WEEKEND).today(noon)
    assert calendar_of(WEEKEND, [noon.date()]).today(noon) is None
