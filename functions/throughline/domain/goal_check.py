"""From a table to goals, or to everything that is wrong with it, at once."""

import hashlib
import re
from datetime import date

from throughline.domain.goal import SCORES, TEN, Goal, Measure
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.table import Problem, Row, Table, column_problems, nearest, problem

GOAL_COLUMNS = ("corporate", "goal", "department", "role", "measure", "touchpoint", "target", "from", "until")
NEEDED = ("goal", "department", "measure", "target", "from", "until")
ID_LENGTH = 12
_TARGET = re.compile(r"(\d+(?:[.,]\d+)?)\s*(%|of\s*10|/\s*10)?")


def check_goals(table: Table, journey_map: JourneyMap) -> tuple[tuple[Goal, ...], tuple[Problem, ...]]:
    """The goals of a table, or none and every problem in it; departments and moments are those of the map."""
    problems = column_problems(table, known=GOAL_COLUMNS, needed=NEEDED)
    goals: dict[str, Goal] = {}
    for row in table.rows:
        goal, wrong = _read(row, journey_map)
        problems += [problem(table, row, *one) for one in wrong]
        if goal and goal.id in goals:
            problems.append(problem(table, row, "goal", "This goal is listed twice. Keep one of the two."))
        elif goal:
            goals[goal.id] = goal
    return (() if problems else tuple(goals.values())), tuple(problems)


def _read(row: Row, journey_map: JourneyMap) -> tuple[Goal | None, list[tuple[str, str, str]]]:
    names = list(dict.fromkeys(part.department for part in journey_map.parts))
    names += [one.name for one in journey_map.departments if one.name not in names]
    moments = list(dict.fromkeys(part.touchpoint for part in journey_map.parts))
    wrong: list[tuple[str, str, str]] = []
    department = _known(row, "department", names, wrong)
    touchpoint = _known(row, "touchpoint", moments, wrong, empty=True)
    measure = _measure(row, wrong)
    target, start, until = _target(row, wrong), _day(row, "from", wrong), _day(row, "until", wrong)
    if not row["goal"]:
        wrong.append(("goal", "The goal is empty. Say in a few words what you want.", ""))
    if measure in SCORES and not touchpoint and not any(one[0] == "touchpoint" for one in wrong):
        wrong.append(("touchpoint", "A score is one of a moment. Name the touchpoint.", ""))
    if start and until and until < start:
        wrong.append(("until", "It ends before it begins.", ""))
    if wrong or not (measure and target and start and until):
        return None, wrong
    identity = "|".join(map(folded, (row["goal"], department, row["role"], measure, touchpoint))) + f"|{start}|{until}"
    made = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
    about = (row["corporate"], row["goal"], department, row["role"], measure, touchpoint)
    return Goal(made, *about, target, start, until), wrong


def _known(row: Row, column: str, names: list[str], wrong: list[tuple[str, str, str]], *, empty: bool = False) -> str:
    name = row[column]
    found = next((one for one in names if folded(one) == folded(name)), "")
    if not found and (name or not empty):
        wrong.append((column, f'"{name}" is no {column} of the map.', nearest(name, names)))
    return found


def _measure(row: Row, wrong: list[tuple[str, str, str]]) -> Measure | None:
    written = " ".join(row["measure"].replace("_", " ").casefold().split())
    try:
        return Measure(written)
    except ValueError:
        known = [one.value for one in Measure]
        what = f'"{row["measure"]}" is no measure. The measures are: {", ".join(known)}.'
        wrong.append(("measure", what, nearest(written, known)))
        return None


def _target(row: Row, wrong: list[tuple[str, str, str]]) -> int:
    """So many of ten; 0 for what is none."""
    found = _TARGET.fullmatch(row["target"].strip().casefold())
    value = float(found[1].replace(",", ".")) if found else 0.0
    if found and found[2] == "%":
        value /= TEN
    elif found and not found[2] and value < 1:
        value *= TEN
    if value.is_integer() and 1 <= value <= TEN:
        return int(value)
    what = f'"{row["target"]}" is no target. Write so many of ten: 9 of 10, or 90 %.'
    wrong.append(("target", what, "9 of 10"))
    return 0


def _day(row: Row, column: str, wrong: list[tuple[str, str, str]]) -> date | None:
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        wrong.append((column, f'"{row[column]}" is no date. Write year, month, day: 2026-12-25.', ""))
        return None
