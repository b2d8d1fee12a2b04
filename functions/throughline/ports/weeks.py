"""What a week counts and celebrates."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from throughline.domain.case import Case, Step
from throughline.domain.case_tally import CaseTally
from throughline.domain.edition import Edition, Hand
from throughline.domain.recognition import Change, Thanks
from throughline.domain.score import Tally
from throughline.domain.shares import Asked
from throughline.domain.survey import Answer
from throughline.domain.week import Week


class Figures(Protocol):
    """Counts by week, exact under repeats."""

    def count(self, answer: Answer, week: Week) -> bool:
        """Add an answer to its week, in place of an earlier revision; whether anything changed."""

    def week(self, week: Week, *, at: Collection[str] | None = None) -> Mapping[Asked, Tally]:
        """The week's counts, each scale apart; of these touchpoints, else of all together."""

    def each(self, week: Week) -> Mapping[str, Mapping[Asked, Tally]]:
        """The week's counts of each touchpoint, by its moment_key."""


class CaseFigures(Protocol):
    """Counts of cases by week, department and touchpoint, exact under repeats."""

    def count(self, case: Case, steps: Sequence[Step], changes: Iterable[Change]) -> bool:
        """Count a case as it stands, in place of what was counted of it before; whether anything changed."""

    def done(self, line: str, number: int, version: int) -> None:
        """A step, or the case that it began with, waits no more to be counted."""

    def week(self, week: Week) -> Mapping[tuple[str, str], CaseTally]:
        """The week's counts, by department and touchpoint."""


class Weeks(Protocol):
    """What a week has to celebrate."""

    def thanks(self, week: Week) -> Sequence[Thanks]:
        """The week's thanks."""

    def changes(self, week: Week) -> Sequence[Change]:
        """What changed in the week because somebody said so."""


class Readings(Protocol):
    """How often the page of a week's digest was read to its end; by whom is not known."""

    def note(self, week: Week, reading: str) -> None:
        """Count one more; the same one counts once."""

    def count(self, week: Week) -> int:
        """How many there were."""


class Editions(Protocol):
    """What each week's digest was settled to tell, and what the CX manager wants of it."""

    def of(self, week: Week) -> tuple[Edition | None, Hand]:
        """The edition that was settled, if one was, and the manager's wishes."""

    def settle(self, edition: Edition) -> Edition:
        """Keep it unless one was settled before; the one that holds."""

    def hold(self, week: Week, *, held: bool) -> None:
        """Hold the week's digest back, or let it go; what is let go goes however little it tells."""

    def let_go_at(self, week: Week) -> datetime | None:
        """When the week's digest was let go; None when it is held, or nobody ever said so."""

    def mark(self, week: Week, mark: str, wish: str) -> None:
        """Note that a success is PINNED or DROPPED; the last wish counts."""

    def note(self, week: Week, words: str, by: str) -> None:
        """A signed line for the week's digest, in place of an earlier one."""
