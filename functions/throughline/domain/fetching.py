"""What a vendor lets us ask it: how much in a minute and in a day, and when to come again."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """How many calls a vendor takes from one account."""

    a_minute: int
    a_day: int


@dataclass(frozen=True, slots=True)
class Later:
    """Not now, but from that moment on, and why."""

    at: datetime
    reason: str


def next_minute(now: datetime) -> datetime:
    """When the minute is over."""
    return now.astimezone(UTC).replace(second=0, microsecond=0) + MINUTE


def next_day(now: datetime) -> datetime:
    """When the day is over, by UTC."""
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + DAY
