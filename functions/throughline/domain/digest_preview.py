"""What the CX manager sees of a digest before it goes, and when."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from throughline.domain.digest_time import WEEKDAYS, Rhythm
from throughline.domain.edition import Edition, Success, mark_of
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.recognition import Thanks
from throughline.domain.week import Week

OFFICE_DAYS, FARTHEST = 5, 21
CAUGHT_UP_HOURS = 6
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """A success as the manager finds it again: by its mark, its first words, and why it waits if it does."""

    mark: str
    words: str
    touchpoint: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """A week's digest as its editor sees it.

    `named` are people and departments, `quiet` the departments that nobody thanked in eight weeks, `unread` is how
    many thanks wait for somebody to look at them.
    """

    week: Week
    stories: tuple[Told, ...]
    held: tuple[Told, ...]
    named: tuple[str, ...]
    quiet: tuple[str, ...]
    unread: int = 0
    stopped: bool = False
    put_off: bool = False


def preview_due(rhythm: Rhythm, zone: str, holidays: Collection[date], now: datetime) -> Week | None:
    """The week whose digest the manager sees at this hour: on the working day before it goes, and a few hours after."""
    wall = now.astimezone(ZoneInfo(zone))
    if not rhythm.hour <= wall.hour < rhythm.hour + CAUGHT_UP_HOURS:
        return None
    today = wall.date()
    days = (today + DAY * ahead for ahead in range(1, FARTHEST))
    day = next(day for day in days if WEEKDAYS[day.weekday()] == rhythm.weekday)
    return Week.of(day).previous() if _working_day_before(day, holidays) == today else None


def coming_week(rhythm: Rhythm, zone: str, now: datetime) -> Week:
    """The week whose digest goes out next by this zone's clock; on the day itself, the one that goes on it."""
    today = now.astimezone(ZoneInfo(zone)).date()
    days = (today + DAY * ahead for ahead in range(len(WEEKDAYS)))
    return Week.of(next(day for day in days if WEEKDAYS[day.weekday()] == rhythm.weekday)).previous()


def told_as(success: Success, why: str = "") -> Told:
    """How it is listed for the manager."""
    words = success.words if isinstance(success, Thanks) else success.change
    return Told(mark_of(success), words, success.touchpoint, why)


def quiet_departments(journey_map: JourneyMap | None, editions: Iterable[Edition | None]) -> tuple[str, ...]:
    """The departments of the map that stand behind no success of these weeks, in the order of the map."""
    turns = [one.departments for one in editions if one]
    thanked = {folded(name) for one in turns for name in (*one.named, *one.waiting)}
    parts = journey_map.parts if journey_map else ()
    names = dict.fromkeys(one.department for one in parts if one.active)
    return tuple(name for name in names if folded(name) not in thanked)


def _working_day_before(day: date, holidays: Collection[date]) -> date:
    before = day - DAY
    while before.weekday() >= OFFICE_DAYS or before in holidays:
        before -= DAY
    return before
