"""What a week counts and celebrates."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

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


class Weeks(Protocol):
    """What a week has to celebrate."""

    def thanks(self, week: Week) -> Sequence[Thanks]:
        """The week's thanks."""

    def changes(self, week: Week) -> Sequence[Change]:
        """What changed in the week because somebody said so."""
