"""What a department is told of all its cases at once, and how often."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from throughline.domain.case import Case
from throughline.domain.gathering import short
from throughline.domain.letter import Letter
from throughline.domain.line import Advance

SINGLE_MAILS = 3
A_DAY = 2
LAST_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open case, and whether its words have been erased."""

    case: Case
    erased: bool = False


@dataclass(frozen=True, slots=True)
class HeldMail:
    """A mail about a single case that waits to be told of in a bundle, by its key."""

    line: str
    name: str

    @property
    def subject(self) -> str:
        """The case that it is about, as the case names itself."""
        return f"{self.line}/{self.name.rpartition('#')[2]}"


@dataclass(frozen=True, slots=True)
class Telling:
    """A mail, the steps of the cases that it takes further, and the single mails that it stands for."""

    letter: Letter | None = None
    advances: tuple[Advance, ...] = ()
    held: tuple[HeldMail, ...] = ()


def line_of_day(department: str, day: date) -> str:
    """The line that a department's mails of a day about all its cases stand on."""
    return f"O#{short(department)}#{day.isoformat()}"


def name_of(said: str, count: int = 1) -> str:
    """The name of a day's first, or `count`th, mail that says so."""
    return f"letter#{said}#{count}"


def next_name(said: str, told: Collection[str]) -> str | None:
    """The name of a day's next mail that says so; None when there were as many as there may be."""
    names = (name_of(said, count) for count in range(1, A_DAY + 1))
    return next((name for name in names if name not in told), None)


def bundle_is_due(first_reminder: datetime, closes: datetime, now: datetime) -> bool:
    """Whether held mails are told of: in the last hour of work, or before the first of them would be recalled."""
    return now >= min(first_reminder, closes - LAST_HOUR)
