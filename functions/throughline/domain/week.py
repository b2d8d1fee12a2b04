"""ISO weeks as values: the unit that figures, digests and thanks are counted in."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

_WRITTEN = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO 8601 week; the year is the ISO year, which differs from the calendar's around New Year."""

    year: int
    number: int

    @classmethod
    def of(cls, moment: date | datetime) -> Self:
        """The week that holds this day."""
        year, number, _ = moment.isocalendar()
        return cls(year, number)

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read "2026-W47"; ValueError when it is not a week of that year."""
        found = _WRITTEN.fullmatch(written.strip())
        if not found:
            raise ValueError(f"{written!r} is not a week; write it like 2026-W47")
        week = cls(int(found[1]), int(found[2]))
        week.monday()
        return week

    def monday(self) -> date:
        """The first day of the week."""
        return date.fromisocalendar(self.year, self.number, 1)

    def previous(self) -> Self:
        """The week before."""
        return type(self).of(self.monday() - timedelta(days=7))

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02}"
