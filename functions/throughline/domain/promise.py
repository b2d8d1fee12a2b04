"""The promise to answer: a date reckoned in a department's own working time."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from throughline.domain.journey import Department

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_A_DAY = 24 * 60
EXAMPLE_HOURS = "Mon-Fri 09:00-17:00, Sat 10:00-14:00"

_REPLY = re.compile(r"([1-9][0-9]{0,2})([hd])")
_STRETCH = re.compile(r"([a-z]{3})(?:-([a-z]{3}))? (\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")


class BadPromiseError(ValueError):
    """The words of a promise or of working hours can't be read; says how to write them."""


@dataclass(frozen=True, slots=True)
class ReplyWithin:
    """An amount of working time: whole hours ("h") or whole days ("d")."""

    amount: int
    unit: str

    def __str__(self) -> str:
        """The short form, as the map writes it: "4h"."""
        return f"{self.amount}{self.unit}"


@dataclass(frozen=True, slots=True)
class Shift:
    """One stretch of a working week, in minutes since that weekday's midnight; past 1440 is the next day."""

    weekday: int
    opens: int
    closes: int


def read_reply_within(text: str) -> ReplyWithin:
    """Reads "4h" or "5d"; raises BadPromiseError for anything else."""
    found = _REPLY.fullmatch("".join(text.split()).lower())
    if not found:
        message = f'"{text}" is no time to answer in: write hours as 4h or days as 5d'
        raise BadPromiseError(message)
    return ReplyWithin(int(found[1]), found[2])


def read_hours(text: str) -> tuple[Shift, ...]:
    """Reads "Mon-Fri 09:00-17:00, Sat 10:00-14:00"; a closing at or before the opening is the next day's."""
    shifts = [shift for stretch in text.split(",") for shift in _shifts(stretch, text)]
    return tuple(sorted(shifts, key=lambda shift: (shift.weekday, shift.opens)))


def promised_by(
    start: datetime, reply_within: str, department: Department, holidays: Collection[date] = ()
) -> datetime:
    """When an answer is due (UTC): so much of the department's working time after `start` (aware).

    Hours are working hours as the clock on the wall of the department passes them, holidays left out.
    Days end at the same time of a later working day; a note that waited for the opening has its first
    day to the full, and is due when the last of its days closes.
    """
    if start.tzinfo is None:
        message = "a promise starts at an aware time, this one has no time zone"
        raise BadPromiseError(message)
    promise = read_reply_within(reply_within)
    calendar = calendar_of(department, holidays)
    if promise.unit == "h":
        return calendar.after(start.astimezone(UTC), timedelta(hours=promise.amount))
    return calendar.after_days(start.astimezone(UTC), promise.amount)


def promised_day(
    start: datetime, reply_within: str, department: Department, holidays: Collection[date] = ()
) -> datetime:
    """The same to the day: when the last work of that day ends, so that it tells no hour of `start`."""
    due = promised_by(start, reply_within, department, holidays)
    workday = calendar_of(department, holidays).today(due - timedelta(seconds=1))
    return workday.closes if workday else due


def calendar_of(department: Department, holidays: Collection[date] = ()) -> "Calendar":
    """When a department is at work."""
    return Calendar(read_hours(department.hours), ZoneInfo(department.timezone), frozenset(holidays))


@dataclass(frozen=True, slots=True)
class Workday:
    """A working day: its date where the department is, its first opening and its last closing (UTC)."""

    day: date
    opens: datetime
    closes: datetime


@dataclass(frozen=True, slots=True)
class Calendar:
    """A department's working time; what it tells is in UTC."""

    shifts: tuple[Shift, ...]
    zone: ZoneInfo
    holidays: frozenset[date]
    _known: dict[date, list[tuple[datetime, datetime]]] = field(default_factory=dict, compare=False, repr=False)

    def today(self, now: datetime) -> Workday | None:
        """The working day of this moment; None when nobody is at work."""
        here = now.astimezone(self.zone).date()
        for day in (here - timedelta(days=1), here):
            if any(opens <= now < closes for opens, closes in self._windows(day)):
                return Workday(day, *self._edges(day))
        return None

    def length(self, promise: ReplyWithin) -> timedelta:
        """How much working time a promise is; a day is as long as the department's days are on average."""
        if promise.unit == "h":
            return timedelta(hours=promise.amount)
        minutes = sum(shift.closes - shift.opens for shift in self.shifts)
        return timedelta(minutes=minutes * promise.amount / len({shift.weekday for shift in self.shifts}))

    def before(self, moment: datetime, length: timedelta) -> datetime:
        """The moment with so much working time left until another."""
        left, cursor, day = length, moment, moment.astimezone(self.zone).date()
        while True:
            for opens, closes in reversed(self._windows(day)):
                ends = min(closes, cursor)
                if ends - opens >= left:
                    return ends - left
                left -= max(ends - opens, timedelta())
                cursor = min(cursor, opens)
            day -= timedelta(days=1)

    def after(self, start: datetime, length: timedelta) -> datetime:
        """The moment with so much working time passed since another."""
        left, cursor = length, start
        for _, opens, closes in self._open_from(start):
            begin = max(opens, cursor)
            if closes - begin >= left:
                return begin + left
            left -= max(closes - begin, timedelta())
            cursor = max(closes, cursor)
        raise AssertionError  # the working weeks never end

    def after_days(self, start: datetime, days: int) -> datetime:
        """The same time of a later working day, as `promised_by` tells."""
        first, opens, _ = next(self._open_from(start))
        if opens >= start and opens == self._edges(first)[0]:
            return self._edges(self._later(first, days - 1))[1]
        day = self._later(first, days)
        wall = max(start, opens).astimezone(self.zone).replace(tzinfo=None) - datetime.combine(first, time())
        return self._within(day, self._instant(day, wall))

    def _within(self, day: date, moment: datetime) -> datetime:
        """The moment itself if the department works then, else the next time on that day that it does."""
        for opens, closes in self._windows(day):
            if moment <= closes:
                return max(moment, opens)
        return self._edges(day)[1]

    def _open_from(self, start: datetime) -> Iterator[tuple[date, datetime, datetime]]:
        """Each stretch of work that ends after `start`: its day, opening and closing."""
        day = start.astimezone(self.zone).date() - timedelta(days=1)
        while True:
            for opens, closes in self._windows(day):
                if closes > start:
                    yield day, opens, closes
            day += timedelta(days=1)

    def _later(self, day: date, working_days: int) -> date:
        while working_days:
            day += timedelta(days=1)
            working_days -= bool(self._windows(day))
        return day

    def _edges(self, day: date) -> tuple[datetime, datetime]:
        windows = self._windows(day)
        return windows[0][0], windows[-1][1]

    def _windows(self, day: date) -> list[tuple[datetime, datetime]]:
        if day not in self._known:
            self._known[day] = self._reckoned(day)
        return self._known[day]

    def _reckoned(self, day: date) -> list[tuple[datetime, datetime]]:
        if day in self.holidays:
            return []
        bounds = [
            (
                self._instant(day, timedelta(minutes=one.opens)),
                self._instant(day, timedelta(minutes=one.closes)),
            )
            for one in self.shifts
            if one.weekday == day.weekday()
        ]
        return [(opens, closes) for opens, closes in bounds if opens < closes]

    def _instant(self, day: date, wall: timedelta) -> datetime:
        return (datetime.combine(day, time()) + wall).replace(tzinfo=self.zone).astimezone(UTC)


def _shifts(stretch: str, text: str) -> Iterator[Shift]:
    found = _STRETCH.fullmatch(" ".join(stretch.lower().split()))
    first, last = (found[1], found[2] or found[1]) if found else ("", "")
    if not found or first not in WEEKDAYS or last not in WEEKDAYS:
        raise _bad_hours(text)
    opens, closes = (int(found[3]) * 60 + int(found[4]), int(found[5]) * 60 + int(found[6]))
    if opens >= MINUTES_A_DAY or closes > MINUTES_A_DAY or max(int(found[4]), int(found[6])) > 59:  # noqa: PLR2004
        raise _bad_hours(text)
    day, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
    for weekday in range(day, end + 1 if end >= day else end + 8):
        yield Shift(weekday % 7, opens, closes if closes > opens else closes + MINUTES_A_DAY)


def _bad_hours(text: str) -> BadPromiseError:
    return BadPromiseError(f'"{text}" are no working hours: write them as {EXAMPLE_HOURS}')
