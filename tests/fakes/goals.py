"""Goals in memory."""

from collections.abc import Iterable, Sequence
from datetime import date

from throughline.domain.goal import Board, Goal, Progress


class MemoryGoals:
    def __init__(self) -> None:
        self._held: list[Goal] = []

    def current(self) -> Sequence[Goal]:
        return list(self._held)

    def replace(self, goals: Iterable[Goal]) -> None:
        self._held = list(goals)


class MemoryGoalBoard:
    def __init__(self) -> None:
        self._board: Board | None = None
        self.reached: dict[str, date] = {}

    def current(self) -> Board | None:
        return self._board

    def keep(self, board: Board) -> None:
        self._board = board

    def reach(self, progress: Progress, on: date) -> bool:
        return self.reached.setdefault(progress.goal.id, on) is on
