"""Thanks and changes: what a week has to celebrate."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Behind:
    """A department that stands behind a moment, and how its work touches it."""

    department: str
    role: str
    how: str


@dataclass(frozen=True, slots=True)
class Thanks:
    """Praise in somebody's own words, credited along the journey to the back office too."""

    line: str
    number: int
    words: str
    touchpoint: str
    behind: tuple[Behind, ...]
    on: date
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is different because somebody said so."""

    line: str
    number: int
    department: str
    touchpoint: str
    said: str
    change: str
    on: date
    place: str = ""
