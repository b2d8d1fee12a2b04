"""The rules for customers' low scores in a map's file, checked."""

from throughline.domain.journey import ANYWHERE, CASES, THEMES, Part, SurveyRule, folded
from throughline.domain.map_file import SURVEY_RULE_COLUMNS
from throughline.domain.table import Problem, Row, Table, column_problems, nearest, problem

CHOICES = (THEMES, CASES)


def check_survey_rules(table: Table, parts: tuple[Part, ...]) -> tuple[tuple[SurveyRule, ...], list[Problem]]:
    """The rules of a table and all that is wrong with it; each names a touchpoint of the map, or "*" for all others."""
    problems = column_problems(table, known=SURVEY_RULE_COLUMNS, needed=SURVEY_RULE_COLUMNS)
    touchpoints = {ANYWHERE: ANYWHERE} | {folded(part.touchpoint): part.touchpoint for part in parts if part.touchpoint}
    seen: set[str] = set()
    rules = []
    for row in table.rows:
        name = folded(row["touchpoint"])
        problems += [problem(table, row, *wrong) for wrong in _wrong(row, touchpoints, twice=name in seen)]
        seen.add(name)
        rules.append(SurveyRule(touchpoints.get(name, row["touchpoint"]), row["low_scores"].casefold()))
    return tuple(rules), problems


def _wrong(row: Row, touchpoints: dict[str, str], *, twice: bool) -> list[tuple[str, str, str]]:
    wrong = []
    if folded(row["touchpoint"]) not in touchpoints:
        what = f'"{row["touchpoint"]}" is no touchpoint of the map. Write one, or * for all others.'
        wrong.append(("touchpoint", what, nearest(row["touchpoint"], touchpoints.values())))
    elif twice:
        wrong.append(("touchpoint", f'There are two rules for "{row["touchpoint"]}". Keep one of them.', ""))
    if row["low_scores"].casefold() not in CHOICES:
        what = f'"{row["low_scores"]}" says nothing about low scores. Write {THEMES} or {CASES}.'
        wrong.append(("low_scores", what, nearest(row["low_scores"].casefold(), CHOICES)))
    return wrong
