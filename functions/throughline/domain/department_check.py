"""The list of departments in a map's file, checked."""

import re
from zoneinfo import available_timezones

from throughline.domain.address import is_address
from throughline.domain.journey import Department, Member, folded
from throughline.domain.map_file import DEPARTMENT_COLUMNS
from throughline.domain.promise import BadPromiseError, read_hours
from throughline.domain.table import Problem, Row, Table, column_problems, nearest, problem

KINDS = ("staff", "contract")
YES, NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_MEMBER = re.compile(r"(?P<name>.*?)(?:\s*\((?P<role>[^()]*)\))?")


def check_departments(table: Table, zone: str) -> tuple[tuple[Department, ...], list[Problem]]:
    """The departments of a table and all that is wrong with it; `zone` is that of those who name none."""
    problems = column_problems(table, known=DEPARTMENT_COLUMNS, needed=("name",))
    names = {folded(row["name"]): row["name"] for row in reversed(table.rows) if row["name"]}
    seen: set[str] = set()
    departments = []
    for row in table.rows:
        problems += _row_problems(table, row, names, seen)
        seen.add(folded(row["name"]))
        departments.append(_department(row, zone))
    return tuple(departments), problems


def read_members(cell: str) -> tuple[Member, ...]:
    """Reads "Ana Ruiz (Packer); Tom Hale"."""
    found = [_MEMBER.fullmatch(entry.strip()) for entry in cell.split(";") if entry.strip()]
    return tuple(Member(one["name"].strip(), (one["role"] or "").strip()) for one in found if one)


def write_members(people: tuple[Member, ...]) -> str:
    """The cell that `read_members` reads back."""
    return "; ".join(f"{one.name} ({one.role})" if one.role else one.name for one in people)


def zone_problem(zone: str) -> tuple[str, str] | None:
    """What is wrong with the name of a time zone, and the nearest name; None if nothing is."""
    zones = available_timezones()
    if zone in zones:
        return None
    return f'"{zone}" is no time zone. Write one such as Europe/London.', nearest(zone, sorted(zones))


def language_problem(tag: str) -> str:
    """What is wrong with a language's tag; empty if nothing is, or where none stands."""
    if not tag or _LANGUAGE.fullmatch(tag):
        return ""
    return f'"{tag}" is no language. Write a short tag such as en or de.'


def _department(row: Row, zone: str) -> Department:
    usual = Department(row["name"])
    return Department(
        name=row["name"],
        notify_email=row["notify_email"],
        timezone=row["timezone"] or zone,
        hours=row["hours"] or usual.hours,
        escalate_to=row["escalate_to"],
        kind=row["kind"].casefold() or usual.kind,
        people=read_members(row["people"]),
        tracker=row["tracker"].casefold() in YES,
        language=row["language"],
    )


def _row_problems(table: Table, row: Row, names: dict[str, str], seen: set[str]) -> list[Problem]:
    wrong: list[tuple[str, str, str]] = []
    if not row["name"]:
        wrong.append(("name", "The name is empty. Each department needs one.", ""))
    elif folded(row["name"]) in seen:
        wrong.append(("name", f'"{row["name"]}" is listed twice. Keep one of the two.', ""))
    if row["kind"] and row["kind"].casefold() not in KINDS:
        wrong.append(("kind", f'"{row["kind"]}" is neither staff nor contract.', nearest(row["kind"], KINDS)))
    if row["tracker"] and row["tracker"].casefold() not in YES + NO:
        what = f'"{row["tracker"]}" is neither yes nor no. Write yes where a ticket system answers by itself.'
        wrong.append(("tracker", what, nearest(row["tracker"], ("yes", "no"))))
    if what := language_problem(row["language"]):
        wrong.append(("language", what, ""))
    if row["notify_email"] and not is_address(row["notify_email"]):
        wrong.append(("notify_email", f'"{row["notify_email"]}" is no e-mail address.', ""))
    if row["timezone"] and (zone := zone_problem(row["timezone"])):
        wrong.append(("timezone", *zone))
    wrong += _hours_problem(row["hours"])
    later = row["escalate_to"]
    if later and folded(later) not in names and not is_address(later):
        what = f'"{later}" is neither a department in this list nor an e-mail address.'
        wrong.append(("escalate_to", what, nearest(later, names.values())))
    return [problem(table, row, column, what, hint) for column, what, hint in wrong]


def _hours_problem(hours: str) -> list[tuple[str, str, str]]:
    try:
        read_hours(hours or Department("").hours)
    except BadPromiseError as bad:
        return [("hours", f"{bad}.", "")]
    return []
