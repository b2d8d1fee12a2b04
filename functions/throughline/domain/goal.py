"""Goals: what the organisation wants, what a department does for it, and how far that has come.

A goal is always about a department's notes or a moment's scores, never about a person; a role only says whose daily
work it is. Progress is reckoned over the last whole weeks, and told as so many of ten.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from throughline.domain.case_tally import CaseTally
from throughline.domain.digest_score import Moments, tenths_of
from throughline.domain.journey import folded
from throughline.domain.score import Tally
from throughline.domain.shares import Asked, moment_key, pleased
from throughline.domain.survey import Metric
from throughline.domain.week import Week

WEEKS = 4
FEWEST_NOTES = 5
TEN = 10


class Measure(StrEnum):
    """What a goal is measured by: shares of a department's notes, or of a moment's answers."""

    ACKNOWLEDGED = "acknowledged in time"
    ANSWERED = "answered"
    RESOLVED = "resolved in time"
    NPS = "nps"
    CSAT = "csat"
    CES = "ces"

    @property
    def metric(self) -> Metric | None:
        """The score that it is; None for what is counted of notes."""
        return Metric(self.value) if self in SCORES else None


SCORES = frozenset({Measure.NPS, Measure.CSAT, Measure.CES})


@dataclass(frozen=True, slots=True)
class Goal:
    """What is wanted of a department, from a day until a day; `target` is so many of ten.

    `corporate` is what it serves; `role` is whose daily work it is, empty for all; `touchpoint` is the moment whose
    notes or scores count, empty for all of the department's notes.
    """

    id: str
    corporate: str
    goal: str
    department: str
    role: str
    measure: Measure
    touchpoint: str
    target: int
    start: date
    until: date

    def runs(self, on: date) -> bool:
        """Whether it counts on a day."""
        return self.start <= on <= self.until

    def is_of(self, department: str, role: str = "") -> bool:
        """Whether it is a department's, and the role's where it names one."""
        own = folded(self.department) == folded(department)
        return own and (not self.role or not role or folded(self.role) == folded(role))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a goal has come: `hits` of `count` in the last whole weeks."""

    goal: Goal
    hits: int = 0
    count: int = 0

    @property
    def enough(self) -> bool:
        """Whether there were enough to speak of a share, so that none stands for one note."""
        return self.count >= FEWEST_NOTES

    @property
    def tenths(self) -> int:
        """So many of ten."""
        return tenths_of(self.hits, self.count) if self.count else 0

    @property
    def reached(self) -> bool:
        """Whether it is there, by the share itself and not by its rounding."""
        return self.enough and self.hits * TEN >= self.goal.target * self.count


@dataclass(frozen=True, slots=True)
class Board:
    """How far all goals had come on a day."""

    on: date
    progress: tuple[Progress, ...] = ()

    def of(self, department: str, role: str = "") -> tuple[Progress, ...]:
        """A department's goals that run, in the order they were given."""
        return tuple(one for one in self.progress if one.goal.runs(self.on) and one.goal.is_of(department, role))


Notes = Mapping[tuple[str, str], CaseTally]


def weeks_until(on: date) -> tuple[Week, ...]:
    """The whole weeks before a day that progress is reckoned over."""
    last = Week.of(on).monday() - timedelta(days=1)
    return tuple(Week.of(last - timedelta(days=7 * back)) for back in range(WEEKS))


def weeks_of(goal: Goal, on: date) -> tuple[Week, ...]:
    """Those of them that the goal has a day in."""
    return tuple(week for week in weeks_until(on) if week.monday() + timedelta(days=6) >= goal.start)


def progress_in_notes(goal: Goal, weeks: Iterable[Notes]) -> Progress:
    """How many of the department's notes were as the goal wants them."""
    kept = opened = 0
    for notes in weeks:
        for (department, touchpoint), one in notes.items():
            if goal.is_of(department) and (not goal.touchpoint or folded(touchpoint) == folded(goal.touchpoint)):
                opened += one.opened
                kept += _kept(goal.measure, one)
    return Progress(goal, min(kept, opened), opened)


def progress_in_scores(goal: Goal, weeks: Iterable[Moments]) -> Progress:
    """How many felt well at the goal's moment; of several scales the one that most answered.

    None where a few answered elsewhere: what is told of all would tell of them.
    """
    own = moment_key(goal.touchpoint)
    found: dict[Asked, Tally] = defaultdict(Tally)
    elsewhere: Counter[Asked] = Counter()
    counts = ((moment, *count) for figures in weeks for moment, at in figures.items() for count in at.items())
    for moment, asked, tally in counts:
        if moment == own and asked.metric is goal.measure.metric:
            found[asked] += tally
        elsewhere[asked] += tally.answered if moment != own else 0
    most = max(sorted(found), key=lambda one: found[one].answered, default=None)
    if most is None or 0 < elsewhere[most] < FEWEST_NOTES:
        return Progress(goal)
    return Progress(goal, pleased(most.metric, found[most]), found[most].answered)


def _kept(measure: Measure, one: CaseTally) -> int:
    match measure:
        case Measure.ACKNOWLEDGED:
            return one.acknowledged_in_time
        case Measure.ANSWERED:
            return one.answered
        case _:
            return one.resolved_in_time
