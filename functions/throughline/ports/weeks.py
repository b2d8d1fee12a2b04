"""What a week counts and celebrates."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from throughline.domain.recognition import Change, Thanks
from throughline.domain.score import Tally
from throughline.domain.survey import Answer, Metric
from throughline.domain.week import Week


class Figures(Protocol):
    """Counts by week, exact under repeats."""

    def count(self, answer: Answer, week: Week) -> bool:
        """Add an answer to its week, in place of an earlier revision; whether anything changed."""

    def week(self, week: Week) -> Mapping[Metric, Tally]:
        """The week's counts of each metric, all touchpoints together."""


class Weeks(Protocol):
    """What a week has to celebrate."""

    def thanks(self, week: Week) -> Sequence[Thanks]:
        """The week's thanks."""

    def changes(self, week: Week) -> Sequence[Change]:
        """What changed in the week because somebody said so."""
