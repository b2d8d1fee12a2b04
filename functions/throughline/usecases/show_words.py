"""Mantra, lessons and goals as a manager sees them, each list beside the text that would put it in force again."""

from typing import Any

from throughline.domain.goal import Goal, Measure, Progress
from throughline.domain.goal_check import GOAL_COLUMNS
from throughline.domain.journey import JourneyMap
from throughline.domain.map_file import LESSON_COLUMNS
from throughline.domain.written_table import written
from throughline.ports.goals import GoalBoard, Goals
from throughline.ports.managers import MapDesk
from throughline.usecases.accept_proposals import map_to_edit
from throughline.usecases.set_words import LESSONS, LONGEST_MANTRA, MANTRA
from throughline.usecases.show_goals import told_of


def words_view(name: str, *, maps: MapDesk, goals: Goals, board: GoalBoard) -> dict[str, Any]:
    """The mantra, the lessons or the goals by that name."""
    if name == MANTRA:
        return mantra_view(maps)
    return lessons_view(maps) if name == LESSONS else goals_shown(maps=maps, goals=goals, board=board)


def mantra_view(maps: MapDesk) -> dict[str, Any]:
    """The sentence in force, and how long one may be."""
    said = map_to_edit(maps).mantra
    return {"mantra": said, "text": said, "longest": LONGEST_MANTRA, "problems": list[str]()}


def lessons_view(maps: MapDesk) -> dict[str, Any]:
    """The lessons in the order of their list."""
    current = map_to_edit(maps)
    lessons = [{name: getattr(one, name) for name in LESSON_COLUMNS} for one in current.lessons]
    text = written(LESSON_COLUMNS, ([one[name] for name in LESSON_COLUMNS] for one in lessons))
    return {"lessons": lessons, "moments": _moments(current), **_list(text, LESSON_COLUMNS, current)}


def goals_shown(*, maps: MapDesk, goals: Goals, board: GoalBoard) -> dict[str, Any]:
    """Each department's goals with how far they had come on the day `on`, the last that this was reckoned."""
    current, wanted, noted = map_to_edit(maps), goals.current(), board.current()
    known = {one.goal: one for one in noted.progress} if noted else {}
    departments = {goal.department: list[dict[str, Any]]() for goal in wanted}
    for goal in wanted:
        departments[goal.department].append(_shown(known.get(goal, Progress(goal))))
    text = written(GOAL_COLUMNS, map(_cells, wanted))
    return {
        "departments": [{"department": name, "goals": own} for name, own in departments.items()],
        "on": noted.on.isoformat() if noted else "",
        "measures": [one.value for one in Measure],
        **_list(text, GOAL_COLUMNS, current),
    }


def _list(text: str, columns: tuple[str, ...], journey_map: JourneyMap) -> dict[str, Any]:
    around = {"columns": list(columns), "problems": list[str](), "mantra": journey_map.mantra}
    return {"text": text, **around}


def _moments(journey_map: JourneyMap) -> list[str]:
    return list(dict.fromkeys(part.touchpoint for part in journey_map.parts if part.touchpoint))


def _shown(one: Progress) -> dict[str, Any]:
    return {**told_of(one), "start": one.goal.start.isoformat(), "until": one.goal.until.isoformat()}


def _cells(goal: Goal) -> list[str]:
    about = [goal.corporate, goal.goal, goal.department, goal.role, goal.measure.value, goal.touchpoint]
    return [*about, f"{goal.target} of 10", goal.start.isoformat(), goal.until.isoformat()]
