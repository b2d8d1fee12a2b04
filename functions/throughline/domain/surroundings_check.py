"""What stands around a map in its file, checked: holidays, lessons, mantra and contacts."""

import hashlib
from datetime import date

from throughline.domain.address import is_address
from throughline.domain.journey import Lesson, Part, folded
from throughline.domain.map_file import HOLIDAY_COLUMNS, LESSON_COLUMNS, SETTING_COLUMNS, SETTINGS
from throughline.domain.routes.target import HIGHEST, LOWEST, TARGET
from throughline.domain.table import Problem, Row, Table, column_problems, nearest, problem

LESSON_ID_LENGTH = 8


def check_holidays(table: Table) -> tuple[tuple[date, ...], list[Problem]]:
    """The days nobody works, sorted, and all that is wrong with the table."""
    problems = column_problems(table, known=HOLIDAY_COLUMNS, needed=("date",))
    days = set()
    for row in table.rows:
        try:
            days.add(date.fromisoformat(row["date"]))
        except ValueError:
            what = f'"{row["date"]}" is no date. Write year, month, day: 2026-12-25.'
            problems.append(problem(table, row, "date", what))
    return tuple(sorted(days)), problems


def check_lessons(table: Table, parts: tuple[Part, ...]) -> tuple[tuple[Lesson, ...], list[Problem]]:
    """The lessons of a table and all that is wrong with it; each names a touchpoint of the map or none."""
    problems = column_problems(table, known=LESSON_COLUMNS, needed=("title", "text"))
    touchpoints = {folded(part.touchpoint): part.touchpoint for part in parts if part.touchpoint}
    seen: set[str] = set()
    lessons = []
    for row in table.rows:
        lesson = _lesson(row, touchpoints)
        problems += _lesson_problems(table, row, touchpoints, lesson.id in seen)
        seen.add(lesson.id)
        lessons.append(lesson)
    return tuple(lessons), problems


def check_settings(table: Table) -> tuple[dict[str, str], list[Problem]]:
    """The settings by name (see SETTINGS) and all that is wrong with the table."""
    problems = column_problems(table, known=SETTING_COLUMNS, needed=SETTING_COLUMNS)
    settings = {}
    for row in table.rows:
        name, value = "_".join(row["name"].casefold().split()), row["value"]
        if name not in SETTINGS:
            what = f'"{row["name"]}" is no setting. The settings are: {", ".join(SETTINGS)}.'
            problems.append(problem(table, row, "name", what, nearest(name, SETTINGS)))
        elif name == "cx_manager" and value and not is_address(value):
            problems.append(problem(table, row, "value", f'"{value}" is no e-mail address.'))
        elif name == "precision_target" and not (value := _target(value)):
            what = f'"{row["value"]}" is no target. Write the share that shall be right, from {LOWEST} to {HIGHEST}.'
            problems.append(problem(table, row, "value", what, str(TARGET)))
        else:
            settings[name] = value
    return settings, problems


def _target(value: str) -> str:
    """A target as a plain number, the usual one where nothing is said; empty when it is none."""
    try:
        target = float(value.replace(",", ".") or TARGET)
    except ValueError:
        return ""
    return str(target) if LOWEST <= target <= HIGHEST else ""


def _lesson(row: Row, touchpoints: dict[str, str]) -> Lesson:
    made = hashlib.sha256(f"{row['title']}|{row['text']}".encode()).hexdigest()[:LESSON_ID_LENGTH]
    return Lesson(
        id=row["id"] or made,
        touchpoint=touchpoints.get(folded(row["touchpoint"]), row["touchpoint"]),
        title=row["title"],
        text=row["text"],
        question=row["question"],
        answer=row["answer"],
    )


def _lesson_problems(table: Table, row: Row, touchpoints: dict[str, str], twice: bool) -> list[Problem]:
    wrong = [(name, f"The {name} is empty. Each lesson needs one.", "") for name in ("title", "text") if not row[name]]
    if row["touchpoint"] and folded(row["touchpoint"]) not in touchpoints:
        what = f'"{row["touchpoint"]}" is no touchpoint of the map.'
        wrong.append(("touchpoint", what, nearest(row["touchpoint"], touchpoints.values())))
    if row["question"] and not row["answer"]:
        wrong.append(("answer", "The question has no answer. Write what to say.", ""))
    if twice:
        wrong.append(("id", "This lesson is listed twice. Keep one of the two, or give them ids.", ""))
    return [problem(table, row, column, what, hint) for column, what, hint in wrong]
