"""Thanks and changes: what a week has to celebrate."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from throughline.domain.letter import Letter

MOST_GIVEN = 10  # to people by name, in a week, by one giver: beyond it still arrives and is told to nobody else


class Publicity(StrEnum):
    """Who may read a recognition: all who work here, nobody before a person has looked, nobody, or whom it is for."""

    PUBLISHED = "published"
    HELD = "held"
    DROPPED = "dropped"
    PRIVATE = "private"


class HeldFor(StrEnum):
    """Why a person looks at a recognition before others read it."""

    HURTFUL = "hurtful"
    NAME = "name"
    NUMBER = "number"
    ADDRESS = "address"
    SEVERAL = "several"
    LIMIT = "limit"
    NOBODY = "nobody"  # private, and nobody has the name that it is for: a person may know whose it is
    ALONE = "alone"  # private, and a word in it may hurt: a person decides whether whom it is for reads it
    BY_HAND = "by_hand"  # all could read it before


FOR_ONE = frozenset({HeldFor.NOBODY, HeldFor.ALONE})  # never published: a person hands them over or drops them


P = Publicity
# What a moderator may make of it; what is private is not theirs to read.
MODERATED = {
    P.PUBLISHED: frozenset({P.HELD, P.DROPPED}),
    P.HELD: frozenset({P.PUBLISHED, P.DROPPED}),
    P.DROPPED: frozenset({P.HELD}),
    P.PRIVATE: frozenset[P](),
}


@dataclass(frozen=True, slots=True)
class Behind:
    """A department that stands behind a moment, and how its work touches it."""

    department: str
    role: str
    how: str


@dataclass(frozen=True, slots=True)
class Thanks:
    """Praise in somebody's own words, credited along the journey to the back office too.

    `to` is the id of the person whom it names, whose name is taken out of the words; `value` is the one of the
    organisation's values that it shows; `held_for` is why a person has to look first. What goes `back` to whoever
    wrote is a department's own word. `about` is the code by which privacy requests find it.
    """

    line: str
    number: int
    words: str
    touchpoint: str
    behind: tuple[Behind, ...]
    on: date
    who: str
    why: str
    to: str = ""
    value: str = ""
    state: Publicity = Publicity.PUBLISHED
    held_for: str = ""
    back: bool = False
    about: str = ""

    @property
    def ref(self) -> str:
        """What it is found again by."""
        return f"{self.line}/{self.number}"

    @property
    def reaches(self) -> bool:
        """Whether the person it names hears of it: of what others may not read only where nothing in it can hurt."""
        return self.state in (P.PUBLISHED, P.PRIVATE) or self.held_for == HeldFor.LIMIT


class Effort(StrEnum):
    """Whether what changed makes more or less effort for customers."""

    MORE = "more"
    SAME = "same"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is different because somebody said so; `effort` is what it makes for customers, if known.

    `by` is the id of whoever said so, where their own mail proved who they are.
    """

    line: str
    number: int
    department: str
    touchpoint: str
    said: str
    change: str
    on: date
    place: str = ""
    effort: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Thanked:
    """The mail of a day that tells a person who thanked them: which thanks it is to tell of, and when it goes.

    It is written with the first of that day; the others are added to it.
    """

    letter: Letter
    refs: Collection[str]
    due: datetime
