"""From a file's tables to a journey map, or to everything that is wrong with them, at once."""

from dataclasses import replace

from throughline.domain.address import is_address
from throughline.domain.department_check import NO, YES, check_departments
from throughline.domain.journey import (
    ANYWHERE,
    CONFIDANT,
    Cue,
    Department,
    JourneyMap,
    Lesson,
    Part,
    SurveyRule,
    folded,
    versioned,
)
from throughline.domain.map_file import PART_COLUMNS, MapFile
from throughline.domain.promise import BadPromiseError, read_reply_within
from throughline.domain.routes_when import BadCueError, read_cues
from throughline.domain.surroundings_check import check_holidays, check_lessons, check_settings
from throughline.domain.survey_rules_check import check_survey_rules
from throughline.domain.table import Problem, Row, Table, column_problems, nearest, problem

USUAL_REPLY = "5d"


def check(
    file: MapFile, base: JourneyMap | None = None, *, zone: str = "UTC"
) -> tuple[JourneyMap | None, tuple[Problem, ...]]:
    """The map of a file, or None and every problem in it.

    What the file does not speak of (departments, holidays, lessons, settings, rules) is taken from `base`;
    `zone` is that of departments which name none.
    """
    if file.parts is None or not file.parts.rows:
        sheet = file.parts.name if file.parts else ""
        return None, (Problem(sheet, 0, "", "There are no rows. One row is one department's part in one touchpoint."),)
    departments, problems = check_departments(file.departments, zone) if file.departments else ((), [])
    parts, part_problems = _check_parts(file.parts, departments, closed=file.departments is not None)
    holidays, holiday_problems = check_holidays(file.holidays) if file.holidays else ((), [])
    lessons, lesson_problems = check_lessons(file.lessons, parts) if file.lessons else ((), [])
    settings, setting_problems = check_settings(file.settings) if file.settings else ({}, [])
    rules, rule_problems = check_survey_rules(file.survey_rules, parts) if file.survey_rules else ((), [])
    problems = [*part_problems, *problems, *holiday_problems, *lesson_problems, *setting_problems, *rule_problems]
    if problems:
        return None, tuple(problems)
    kept = base or JourneyMap("", ())
    known = departments or _derived(parts, () if file.departments else kept.departments, zone)
    return versioned(
        replace(
            kept,
            parts=parts,
            departments=known,
            holidays=holidays if file.holidays else kept.holidays,
            lessons=lessons if file.lessons else _still_fitting(kept.lessons, parts),
            survey_rules=rules if file.survey_rules else _still_ruling(kept.survey_rules, parts),
            mantra=settings.get("mantra", kept.mantra),
            confidential_contact=settings.get("confidential_contact", kept.confidential_contact),
            cx_manager=settings.get("cx_manager", kept.cx_manager),
            precision_target=float(settings.get("precision_target", kept.precision_target)),
            confidential_words=settings.get("confidential_words", kept.confidential_words),
            values=settings.get("values", kept.values),
        )
    ), ()


def _check_parts(
    table: Table, departments: tuple[Department, ...], *, closed: bool
) -> tuple[tuple[Part, ...], list[Problem]]:
    problems = column_problems(table, known=PART_COLUMNS, needed=PART_COLUMNS)
    checker = _PartCheck(table, departments, closed=closed and bool(departments))
    parts = tuple(checker.part(row) for row in table.rows)
    return parts, [*problems, *checker.problems]


class _PartCheck:
    """Reads row after row, remembering what was seen and what was wrong."""

    def __init__(self, table: Table, departments: tuple[Department, ...], *, closed: bool) -> None:
        self.problems: list[Problem] = []
        self._table = table
        self._closed = closed
        self._departments = {folded(one.name): one.name for one in departments}
        self._touchpoints: dict[str, Part] = {}
        self._seen: dict[tuple[str, str, str], int] = {}

    def part(self, row: Row) -> Part:
        part = Part(
            journey=self._filled(row, "journey"),
            stage=row["stage"],
            touchpoint=self._filled(row, "touchpoint"),
            channel=row["channel"],
            department=self._department(row),
            role=row["role"],
            how_they_affect_it=row["how_they_affect_it"],
            routes_when=self._cues(row),
            reply_within=self._reply_within(row),
            notify_email=self._address(row),
            active=self._active(row),
        )
        self._once(row, part)
        return self._in_one_stage(row, part)

    def _wrong(self, row: Row, column: str, what: str, hint: str = "") -> None:
        self.problems.append(problem(self._table, row, column, what, hint))

    def _filled(self, row: Row, column: str) -> str:
        if not row[column] and (column in self._table.columns or not self._table.columns):
            self._wrong(row, column, f"The {column} is empty. Each row needs one.")
        return row[column]

    def _department(self, row: Row) -> str:
        name = self._filled(row, "department")
        if folded(name) == folded(CONFIDANT):
            what = f'"{name}" is what the owner of confidential notes is called. Give the department another name.'
            self._wrong(row, "department", what)
        known = self._departments.get(folded(name), "" if self._closed else name)
        if name and not known:
            what = f'"{name}" is not in the list of departments. Correct the name or add the department.'
            self._wrong(row, "department", what, nearest(name, self._departments.values()))
        if not self._closed and name:
            known = self._departments.setdefault(folded(name), name)
        return known or name

    def _cues(self, row: Row) -> tuple[Cue, ...]:
        try:
            return read_cues(row["routes_when"])
        except BadCueError as bad:
            self._wrong(row, "routes_when", str(bad))
            return ()

    def _reply_within(self, row: Row) -> str:
        try:
            return str(read_reply_within(row["reply_within"] or USUAL_REPLY))
        except BadPromiseError as bad:
            digits = "".join(sign for sign in row["reply_within"] if sign in "0123456789").lstrip("0")[:3]
            hours = "h" in row["reply_within"].lower()
            self._wrong(row, "reply_within", f"{bad}.", f"{digits}{'h' if hours else 'd'}" if digits else "")
            return ""

    def _address(self, row: Row) -> str:
        address = row["notify_email"]
        if address and not is_address(address):
            self._wrong(row, "notify_email", f'"{address}" is no e-mail address. Write one, such as name@example.org.')
        return address

    def _active(self, row: Row) -> bool:
        word = row["active"].casefold()
        if word and word not in YES + NO:
            what = f'"{row["active"]}" is neither yes nor no. Write yes or no.'
            self._wrong(row, "active", what, nearest(word, ("yes", "no")))
        return word not in NO

    def _once(self, row: Row, part: Part) -> None:
        key = (folded(part.touchpoint), folded(part.department), folded(part.role))
        if not part.touchpoint or not part.department:
            return
        earlier = self._seen.setdefault(key, row.number)
        if earlier != row.number:
            role = f" as {part.role}" if part.role else ""
            where = f'on "{part.touchpoint}" in {self._table.counted_in} {earlier}'
            what = f"{part.department}{role} is already {where}. Remove one of the two, or name another role."
            self._wrong(row, "touchpoint", what)

    def _in_one_stage(self, row: Row, part: Part) -> Part:
        first = self._touchpoints.setdefault(folded(part.touchpoint), part)
        for column, one, other in (
            ("journey", first.journey, part.journey),
            ("stage", first.stage, part.stage),
        ):
            if part.touchpoint and part.journey and folded(one) != folded(other):
                what = f'"{part.touchpoint}" stands in {column} "{other}" here and in "{one}" above.'
                self._wrong(row, column, f"{what} Give it one {column}, or two names.", one)
        return replace(part, journey=first.journey, stage=first.stage, touchpoint=first.touchpoint)


def _still_fitting(lessons: tuple[Lesson, ...], parts: tuple[Part, ...]) -> tuple[Lesson, ...]:
    """The lessons, those of a touchpoint that is gone being for everybody."""
    known = {folded(part.touchpoint) for part in parts}
    return tuple(one if folded(one.touchpoint) in known else replace(one, touchpoint="") for one in lessons)


def _still_ruling(rules: tuple[SurveyRule, ...], parts: tuple[Part, ...]) -> tuple[SurveyRule, ...]:
    """The rules, but those of a touchpoint that is gone."""
    known = {ANYWHERE} | {folded(part.touchpoint) for part in parts}
    return tuple(one for one in rules if folded(one.touchpoint) in known)


def _derived(parts: tuple[Part, ...], kept: tuple[Department, ...], zone: str) -> tuple[Department, ...]:
    """The departments kept, and one for each further name in the rows, with its first row's address."""
    known = {folded(one.name): one for one in kept}
    for part in parts:
        fallback = Department(part.department, notify_email=part.notify_email, timezone=zone)
        known.setdefault(folded(part.department), fallback)
    return tuple(known.values())
