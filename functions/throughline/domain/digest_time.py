"""When a digest is due: on one weekday, at one hour of each reader's own clock."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from throughline.domain.person import Person
from throughline.domain.retention import DAYS, Class
from throughline.domain.week import Week

WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
FRESH = timedelta(hours=1)
CAUGHT_UP = timedelta(hours=24)
FIRST_WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The weekday ("MON") and the hour (0 to 23) at which a week's digest goes out."""

    weekday: str = "MON"
    hour: int = 9

    def __post_init__(self) -> None:
        if self.weekday not in WEEKDAYS or self.hour not in range(24):
            raise ValueError(f"{self.weekday} at {self.hour} is no digest time; write MON to SUN and 0 to 23")


@dataclass(frozen=True, slots=True)
class Due:
    """The digest of `week` is due since `day`; `late` once its own hour has passed."""

    week: Week
    day: date
    late: bool


def due_in(timezone: str, rhythm: Rhythm, now: datetime) -> Due | None:
    """What is due in a time zone at this moment, or None.

    The hour is counted in elapsed time from the local hour, so that an hour that a clock change skips
    or repeats is still one hour. For a day after it, whatever a missed hour left is still due.
    """
    day = _digest_day(timezone, rhythm, now)
    if day is None:
        return None
    since = now - datetime.combine(day, time(rhythm.hour), ZoneInfo(timezone)).astimezone(UTC)
    return Due(Week.of(day).previous(), day, late=since >= FRESH) if timedelta() <= since < CAUGHT_UP else None


def hours_to_choose(rhythm: Rhythm) -> range:
    """The hours at which a reader may get the digest: none before everybody's, since until then it may be edited."""
    return range(rhythm.hour, 24)


def hour_of(person: Person, rhythm: Rhythm) -> int:
    """The hour at which this reader gets the digest."""
    return rhythm.hour if person.hour is None else max(person.hour, rhythm.hour)


def due_by_hour(timezone: str, rhythm: Rhythm, now: datetime) -> Mapping[int, Due]:
    """What is due in a time zone at this moment, by the hours that readers chose."""
    if _digest_day(timezone, rhythm, now) is None:
        return {}
    hours = ((hour, due_in(timezone, replace(rhythm, hour=hour), now)) for hour in hours_to_choose(rhythm))
    return {hour: due for hour, due in hours if due}


def _digest_day(timezone: str, rhythm: Rhythm, now: datetime) -> date | None:
    """The day on which digests go out, if it is today or was yesterday."""
    today = now.astimezone(ZoneInfo(timezone)).date()
    days = (today, today - timedelta(days=1))
    return next((day for day in days if WEEKDAYS[day.weekday()] == rhythm.weekday), None)


def last_out(timezone: str, rhythm: Rhythm, now: datetime) -> Week:
    """The latest week whose digest's hour has come in a time zone."""
    today = now.astimezone(ZoneInfo(timezone)).date()
    back = (today.weekday() - WEEKDAYS.index(rhythm.weekday)) % 7
    day = today - timedelta(days=back)
    begins = datetime.combine(day, time(rhythm.hour), ZoneInfo(timezone))
    week = Week.of(day).previous()
    return week if begins.astimezone(UTC) <= now else week.previous()


def due_day(week: Week, rhythm: Rhythm) -> date:
    """The day on which the digest of a week goes out: that weekday of the week after."""
    return week.monday() + timedelta(days=7 + WEEKDAYS.index(rhythm.weekday))


def is_known(week: Week, rhythm: Rhythm, today: date) -> bool:
    """Whether it is still known who had a week's digest; those who went together are forgotten first."""
    return (today - due_day(week, rhythm)).days < min(DAYS[Class.LETTERS], DAYS[Class.DIGESTS])


def is_missed(person: Person, week: Week, rhythm: Rhythm, now: datetime) -> bool:
    """Whether the hour at which this reader gets a week's digest is so long ago that nobody catches it up."""
    begins = datetime.combine(due_day(week, rhythm), time(hour_of(person, rhythm)), ZoneInfo(person.timezone))
    return now - begins.astimezone(UTC) >= CAUGHT_UP


def kept_out(person: Person) -> str:
    """Why this person gets no digest whatever the day; empty when they get them."""
    if not person.active:
        return "is no longer here"
    if not person.email:
        return "has no mailbox"
    return "asked for none" if person.digest == "off" else ""


def why_not(person: Person, *, monthly: bool) -> str:
    """Why this person gets no digest of a week; `monthly` when it is for those too who asked for one a month."""
    if person.digest == "monthly" and not monthly:
        return kept_out(person) or "asked for one a month, and another week's is the one"
    return kept_out(person)
