"""What customers' words are gathered into, week by week."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from throughline.domain.case import Case
from throughline.domain.gathering import Gathering, Risen, ThemeWeek
from throughline.domain.letter import Letter
from throughline.domain.week import Week


class Themes(Protocol):
    """Gathered words, and what was made of them; reads grow with the week, never with history."""

    def gathered(self, week: Week) -> Iterator[Gathering]:
        """All that was gathered in a week, touchpoint by touchpoint."""

    def week(self, week: Week) -> ThemeWeek:
        """What is remembered of a week's themes."""

    def keep(self, week: Week, kept: Mapping[str, int]) -> None:
        """Remember how many spoke of what in a week that is over; a repeat changes nothing."""

    def tell(self, week: Week, department: str, letter: Letter | None) -> bool:
        """Note that a department was told of a week, and let the mail go, both or neither; False if it was before."""

    def rise(self, risen: Risen, case: Case, letter: Letter) -> bool:
        """Open the case of a theme that rose; False when it has one already, under any of its codes."""

    def still_risen(self, week: Week, codes: tuple[str, ...]) -> None:
        """Note that a theme with a case is still risen in this week."""
