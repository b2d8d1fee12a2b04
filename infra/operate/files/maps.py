"""Journey maps read from files and written to them, the format chosen by the file's name."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from operate.files.csv_table import read_csv, write_csv
from operate.files.formats import kind_of
from operate.files.text import read_bytes
from operate.files.workbook_read import read_workbook
from operate.files.workbook_write import Sheet, write_workbook
from operate.files.yaml_table import entries, read_yaml, table_at, words_at, yaml_text
from throughline.domain.department_check import KINDS, write_members
from throughline.domain.journey import ANYWHERE, Department, JourneyMap, Part
from throughline.domain.map_file import (
    DEPARTMENT_COLUMNS,
    HOLIDAY_COLUMNS,
    LESSON_COLUMNS,
    PART_COLUMNS,
    SETTING_COLUMNS,
    SETTINGS,
    SURVEY_RULE_COLUMNS,
    MapFile,
)
from throughline.domain.routes_when import write_cues
from throughline.domain.survey_rules_check import CHOICES
from throughline.domain.table import Row, Table

PARTS_SHEET = "Journey"
TABLE_KEYS = ("rows", "departments", "holidays", "lessons", "survey_rules")
NOT_PARTS = ("lessons", "survey rules")


def read_map(path: Path) -> MapFile:
    """The tables of a map's file; raises Refused where the file isn't what its name says."""
    content = read_bytes(path)
    match kind_of(path):
        case "csv":
            return MapFile(read_csv(content, path, PART_COLUMNS))
        case "xlsx":
            return _of_workbook(read_workbook(content, path))
        case _:
            return _of_yaml(content, path)


def write_map(journey_map: JourneyMap, path: Path) -> None:
    """Write the map; CSV carries the rows alone, XLSX and YAML all of it."""
    match kind_of(path):
        case "csv":
            write_csv(path, PART_COLUMNS, part_rows(journey_map))
        case "xlsx":
            write_workbook(path, _sheets(journey_map), _lists(journey_map))
        case _:
            path.write_text(map_as_yaml(journey_map), encoding="utf-8")


def map_as_yaml(journey_map: JourneyMap) -> str:
    """The whole map as YAML."""
    return yaml_text(_document(journey_map))


def part_rows(journey_map: JourneyMap) -> list[list[str]]:
    """The map's rows as cells, in the order of PART_COLUMNS."""
    return [[part_cells(part)[column] for column in PART_COLUMNS] for part in journey_map.parts]


def part_cells(part: Part) -> dict[str, str]:
    """One row's cells by column."""
    cells = {
        **asdict(part),
        "routes_when": write_cues(part.routes_when),
        "active": "yes" if part.active else "no",
    }
    return {column: str(cells[column]) for column in PART_COLUMNS}


def _of_workbook(tables: dict[str, Table]) -> MapFile:
    named = {name.strip().casefold(): table for name, table in tables.items()}

    def sheet(name: str) -> Table | None:
        table = named.get(name)
        return table if table and table.columns else None

    others = {name: table for name, table in named.items() if name not in NOT_PARTS}
    with_touchpoints = (table for table in others.values() if "touchpoint" in table.columns)
    parts = sheet(PARTS_SHEET.casefold()) or next(with_touchpoints, next(iter(tables.values()), None))
    around = (sheet(name) for name in ("departments", "holidays", "lessons", "settings", "survey rules"))
    return MapFile(parts, *around)


def _of_yaml(content: bytes, path: Path) -> MapFile:
    root = read_yaml(content, path)
    nodes = entries(root) or {"rows": root}
    rest = tuple(
        Row(node.start_mark.line + 1, {"name": name, "value": words_at(node)})
        for name, node in nodes.items()
        if name not in TABLE_KEYS
    )

    def listed(name: str, single: str) -> Table | None:
        return table_at(nodes[name], name, single=single) if name in nodes else None

    settings = Table("settings", rest, {}, "line") if rest else None
    return MapFile(
        listed("rows", "touchpoint"),
        listed("departments", "name"),
        listed("holidays", "date"),
        listed("lessons", "title"),
        settings,
        listed("survey_rules", "touchpoint"),
    )


def _department_cells(one: Department) -> dict[str, str]:
    cells = {**asdict(one), "people": write_members(one.people), "tracker": "yes" if one.tracker else ""}
    return {column: str(cells[column]) for column in DEPARTMENT_COLUMNS}


def _sheets(journey_map: JourneyMap) -> list[Sheet]:
    departments = [[_department_cells(one)[name] for name in DEPARTMENT_COLUMNS] for one in journey_map.departments]
    lessons = [[getattr(one, name) for name in LESSON_COLUMNS] for one in journey_map.lessons]
    choices = {"department": "departments", "channel": "channels", "active": "active"}
    of_departments = {"kind": "kinds", "escalate_to": "departments", "tracker": "active"}
    return [
        Sheet(PARTS_SHEET, PART_COLUMNS, part_rows(journey_map), choices),
        Sheet("Departments", DEPARTMENT_COLUMNS, departments, of_departments),
        Sheet("Holidays", HOLIDAY_COLUMNS[:1], [[day.isoformat()] for day in journey_map.holidays]),
        Sheet("Lessons", LESSON_COLUMNS, lessons, {"touchpoint": "touchpoints"}),
        Sheet("Survey rules", SURVEY_RULE_COLUMNS, _rules(journey_map), {"touchpoint": "ruled", "low_scores": "low"}),
        Sheet("Settings", SETTING_COLUMNS, [[name, str(getattr(journey_map, name))] for name in SETTINGS]),
    ]


def _rules(journey_map: JourneyMap) -> list[list[str]]:
    return [[rule.touchpoint, rule.low_scores] for rule in journey_map.survey_rules]


def _lists(journey_map: JourneyMap) -> dict[str, Sequence[str]]:
    def once(value: Callable[[Part], str]) -> list[str]:
        return [word for word in dict.fromkeys(map(value, journey_map.parts)) if word]

    return {
        "departments": [one.name for one in journey_map.departments],
        "touchpoints": once(lambda part: part.touchpoint),
        "channels": once(lambda part: part.channel),
        "active": ["yes", "no"],
        "kinds": list(KINDS),
        "ruled": [ANYWHERE, *once(lambda part: part.touchpoint)],
        "low": list(CHOICES),
    }


def _document(journey_map: JourneyMap) -> dict[str, object]:
    document: dict[str, object] = {name: getattr(journey_map, name) for name in SETTINGS}
    document["holidays"] = [day.isoformat() for day in journey_map.holidays]
    document["departments"] = [_written_department(one) for one in journey_map.departments]
    document["rows"] = [_filled(part_cells(part)) for part in journey_map.parts]
    if journey_map.survey_rules:
        document["survey_rules"] = [dict(zip(SURVEY_RULE_COLUMNS, row, strict=True)) for row in _rules(journey_map)]
    document["lessons"] = [
        _filled({name: getattr(one, name) for name in LESSON_COLUMNS}) for one in journey_map.lessons
    ]
    return document


def _written_department(one: Department) -> dict[str, object]:
    people = [_filled({"name": member.name, "role": member.role}) for member in one.people]
    written: dict[str, object] = dict(_filled({**_department_cells(one), "people": ""}))
    return {**written, "people": people} if people else written


def _filled(cells: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in cells.items() if cell}
