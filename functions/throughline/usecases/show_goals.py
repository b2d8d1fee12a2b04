"""How far a department's goals have come, as its page and its digest tell it."""

from typing import Any

from throughline.domain.goal import Board, Progress


def goals_view(board: Board | None, department: str, role: str = "") -> list[dict[str, Any]]:
    """The department's goals that run; `tenths` is left empty where too few notes or answers would stand for it."""
    return [told_of(one) for one in board.of(department, role)] if board else []


def told_of(one: Progress) -> dict[str, Any]:
    """One goal and how far it has come, in so many of ten."""
    goal = one.goal
    about = {"goal": goal.goal, "corporate": goal.corporate, "role": goal.role, "touchpoint": goal.touchpoint}
    stands = {"tenths": str(one.tenths) if one.enough else "", "target": goal.target, "reached": one.reached}
    return {**about, "measure": goal.measure.value, **stands}
