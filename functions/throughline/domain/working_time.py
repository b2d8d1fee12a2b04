"""Whether a department is at its desks."""

from collections.abc import Collection
from datetime import date, datetime
from zoneinfo import ZoneInfo

from throughline.domain.journey import Department
from throughline.domain.promise import read_hours

SATURDAY = 5
USUAL = Department("").hours


def at_work(department: Department, holidays: Collection[date], now: datetime) -> bool:
    """Whether it is a working hour of a weekday there; who works at weekends alone is thought of in office hours."""
    wall = now.astimezone(ZoneInfo(department.timezone))
    minute = wall.hour * 60 + wall.minute
    weekdays = [shift for shift in read_hours(department.hours) if shift.weekday < SATURDAY] or read_hours(USUAL)
    today = (shift for shift in weekdays if shift.weekday == wall.weekday())
    return wall.date() not in holidays and any(shift.opens <= minute < shift.closes for shift in today)
