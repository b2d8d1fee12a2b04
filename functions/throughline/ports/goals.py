"""What the organisation wants of its departments, and how far that has come."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from throughline.domain.goal import Board, Goal, Progress


class Goals(Protocol):
    """The goals themselves."""

    def current(self) -> Sequence[Goal]:
        """All of them, in the order they were given."""

    def replace(self, goals: Iterable[Goal]) -> None:
        """Put these in place of those we have."""


class GoalBoard(Protocol):
    """How far they have come."""

    def current(self) -> Board | None:
        """What was noted last; None before anything was."""

    def keep(self, board: Board) -> None:
        """Note it in place of what was noted before."""

    def reach(self, progress: Progress, on: date) -> bool:
        """Note that a goal was reached, once; False when it was before."""
