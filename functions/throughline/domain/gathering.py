"""Customers' words that are gathered into themes, and what is remembered of a week's themes."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from throughline.domain.survey import CONTACT_WANTED, Answer, Band

_WORST_FIRST = (Band.DETRACTOR, Band.PASSIVE, Band.PROMOTER)
_SHORT = 16


@dataclass(frozen=True, slots=True)
class Gathering:
    """One answer's words, under the touchpoint that they are about; both names may be empty.

    `fact` is its key in `line`; `on` is the day it was gathered, which tells its week, so that what comes late is
    told in a later one and never lost.
    """

    line: str
    fact: str
    touchpoint: str
    department: str
    words: str
    on: date
    band: Band | None = None

    @property
    def key(self) -> str:
        """The name of its comment, the same whatever its words become."""
        return f"{self.line} {self.fact}"

    @property
    def digest(self) -> str:
        """A fingerprint of what may change of it."""
        return short(f"{self.band}\n{self.words}")


@dataclass(frozen=True, slots=True)
class Quote:
    """Where a customer's sentence stands, never the sentence: it is read again whenever it is shown.

    `digest` is its fingerprint: of words that changed or were erased since nothing is shown.
    """

    line: str
    fact: str
    start: int
    end: int
    digest: str

    def of(self, answer: Answer | None) -> str:
        """The sentence as it stands in the answer now; empty when it is no longer there."""
        sentence = answer.verbatim.strip()[self.start : self.end] if answer else ""
        return sentence if short(sentence) == self.digest else ""


@dataclass(frozen=True, slots=True)
class Risen:
    """A theme that rose suddenly, as its case tells of it: how many speak of what, and where their words stand.

    `codes` are what it is known by in its week.
    """

    line: str
    week: str
    touchpoint: str
    name: str
    count: int
    codes: tuple[str, ...]
    quotes: tuple[Quote, ...] = ()

    @property
    def told(self) -> str:
        """In one sentence, without quoting anybody."""
        return f"{self.count} customers speak of “{self.name}”"


@dataclass(frozen=True, slots=True)
class ThemeWeek:
    """What is remembered of a week's themes.

    `kept` holds the counts under each mark, None before the week was over; `risen` and `told` are the codes of
    the themes that rose in it and of the departments that were told of it.
    """

    kept: Mapping[str, int] | None = None
    risen: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()


def short(text: str) -> str:
    """A fingerprint, as short as keys need it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_SHORT]


def band_of(answer: Answer, beside: Iterable[Answer]) -> Band | None:
    """How a customer felt: by the answer's own score, else by the lowest of the same response."""
    bands = {one.band() for one in beside}
    return answer.band() or next((band for band in _WORST_FIRST if band in bands), None)


def wants_contact(answers: Iterable[Answer]) -> bool:
    """Whether the customer asked to be contacted, in whichever answer."""
    return any(one.hints.get(CONTACT_WANTED) for one in answers)
