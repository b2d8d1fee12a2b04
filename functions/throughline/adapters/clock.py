"""The clock on the wall, and a clock that was set."""

from dataclasses import dataclass
from datetime import UTC, datetime


class WallClock:
    """The time it is."""

    def now(self) -> datetime:
        """This moment in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class SetClock:
    """A time that a schedule or an operator says it is."""

    moment: datetime

    def now(self) -> datetime:
        """That moment."""
        return self.moment


def clock_of(event: object) -> WallClock | SetClock:
    """The time that a scheduled event carries as `time`, else the time it is."""
    said = event.get("time") if isinstance(event, dict) else None
    try:
        moment = datetime.fromisoformat(str(said))
    except ValueError:
        return WallClock()
    return SetClock(moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC))
