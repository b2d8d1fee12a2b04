"""What is found wrong in a map, all of it at once."""

from dataclasses import replace
from pathlib import Path

import pytest

from operate import sample
from operate.files.maps import read_map
from throughline.domain.journey import JourneyMap
from throughline.domain.journey_check import check
from throughline.domain.map_file import PART_COLUMNS, MapFile
from throughline.domain.table import Problem, Row, Table

GOOD = {
    "journey": "Buying",
    "stage": "Pay",
    "touchpoint": "Paying at the till",
    "department": "IT",
    "routes_when": "card",
    "reply_within": "4h",
    "notify_email": "it@example.org",
    "active": "yes",
}
COLUMNS = {name: f"{letter} {name}" for letter, name in zip("ABCDEFGHIJK", PART_COLUMNS, strict=True)}


def a_file(*rows: dict[str, str], departments: tuple[str, ...] = ()) -> MapFile:
    parts = Table("Journey", tuple(Row(n, {**GOOD, **row}) for n, row in enumerate(rows, start=2)), COLUMNS)
    listed = tuple(Row(n, {"name": name}) for n, name in enumerate(departments, start=2))
    return MapFile(parts, Table("Departments", listed, {"name": "A name"}) if departments else None)


def problems_of(file: MapFile) -> tuple[Problem, ...]:
    journey_map, problems = check(file)
    assert (journey_map is None) == bool(problems)
    return problems


@pytest.mark.parametrize(
    ("cells", "column", "nearest"),
    [
        ({"department": "Acounts"}, "E department", "Accounts"),
        ({"department": ""}, "E department", ""),
        ({"touchpoint": ""}, "C touchpoint", ""),
        ({"journey": ""}, "A journey", ""),
        ({"reply_within": "4 hours"}, "I reply_within", "4h"),
        ({"reply_within": "0d"}, "I reply_within", ""),
        ({"reply_within": "two days"}, "I reply_within", ""),
        ({"notify_email": "it at example"}, "J notify_email", ""),
        ({"notify_email": "a@example.org, b@example.org"}, "J notify_email", ""),
        ({"active": "yess"}, "K active", "yes"),
        ({"routes_when": 'card; "till down'}, "H routes_when", ""),
    ],
)
def test_a_wrong_cell_is_told_with_row_column_and_the_nearest_name(
    cells: dict[str, str], column: str, nearest: str
) -> None:
    (found,) = problems_of(a_file({"role": "fine"}, cells, departments=("IT", "Accounts")))
    assert (found.sheet, found.row, found.column, found.nearest) == ("Journey", 3, column, nearest)
    assert f"row 3, column {column}" in str(found)


def test_everything_wrong_is_told_at_once() -> None:
    found = problems_of(a_file({"active": "perhaps", "reply_within": "x"}, {"notify_email": "x", "role": "other"}))
    assert [(one.row, one.column) for one in found] == [
        (2, "I reply_within"),
        (2, "K active"),
        (3, "J notify_email"),
    ]


def test_the_same_department_and_role_twice_on_a_touchpoint_is_told_with_the_first_row() -> None:
    (found,) = problems_of(a_file({}, {"department": "it", "touchpoint": "paying  at the till"}))
    assert (found.row, found.column) == (3, "C touchpoint")
    assert "row 2" in found.what


def test_a_touchpoint_stands_in_one_stage_of_one_journey() -> None:
    found = problems_of(a_file({}, {"role": "b", "stage": "Wait"}, {"role": "c", "journey": "Returning"}))
    assert [(one.row, one.column, one.nearest) for one in found] == [
        (3, "B stage", "Pay"),
        (4, "A journey", "Buying"),
    ]


def test_unknown_and_missing_columns_are_told_by_letter_and_name() -> None:
    columns = {name: label for name, label in COLUMNS.items() if name != "department"}
    table = Table("Journey", (Row(2, GOOD),), {**columns, "departmnt": "E departmnt"})
    found = problems_of(MapFile(table))
    assert [(one.column, one.nearest) for one in found] == [("E departmnt", "department"), ("", "")]
    assert '"department" is missing' in found[1].what


@pytest.mark.parametrize("parts", [None, Table("Journey", (), COLUMNS)])
def test_a_file_without_rows_says_so(parts: Table | None) -> None:
    (found,) = problems_of(MapFile(parts))
    assert "no rows" in found.what


def test_blank_cells_mean_the_usual() -> None:
    journey_map, _ = check(a_file({"reply_within": "", "active": "", "notify_email": "", "stage": ""}))
    assert journey_map is not None
    part = journey_map.parts[0]
    assert (part.reply_within, part.active, part.stage) == ("5d", True, "")


def test_departments_come_from_the_rows_where_no_list_is_given() -> None:
    journey_map, _ = check(a_file({}, {"department": "Packing", "notify_email": "packing@example.org"}))
    assert journey_map is not None
    assert [(one.name, one.notify_email) for one in journey_map.departments] == [
        ("IT", "it@example.org"),
        ("Packing", "packing@example.org"),
    ]


def test_what_a_file_does_not_speak_of_stays_as_it_was() -> None:
    base, _ = check(read_map(sample.JOURNEY))
    journey_map, _ = check(a_file({}, {"department": "Falconry"}), base)
    assert base is not None
    assert journey_map is not None
    assert [one.text for one in journey_map.lessons] == [one.text for one in base.lessons]
    assert {one.touchpoint for one in journey_map.lessons} == {"", "Paying at the till"}
    assert journey_map.mantra == base.mantra
    assert journey_map.departments[:-1] == base.departments
    assert journey_map.departments[-1].name == "Falconry"


def test_names_take_the_spelling_of_the_list_of_departments() -> None:
    journey_map, _ = check(a_file({"department": " it "}, departments=("IT",)))
    assert journey_map is not None
    assert journey_map.parts[0].department == "IT"


def read_yaml_map(folder: Path, text: str) -> tuple[JourneyMap | None, tuple[Problem, ...]]:
    path = folder / "map.yaml"
    path.write_text(text, encoding="utf-8")
    return check(read_map(path))


@pytest.mark.parametrize(("word", "tracker"), [("true", True), ("Yes", True), ("no", False), ("''", False)])
def test_a_department_says_whether_a_ticket_system_answers_for_it(tmp_path: Path, word: str, *, tracker: bool) -> None:
    rows = "rows:\n- {journey: B, touchpoint: Till, department: IT}\n"
    found, problems = read_yaml_map(tmp_path, f"{rows}departments:\n- {{name: IT, tracker: {word}}}\n")
    assert problems == ()
    assert found
    assert found.departments[0].tracker is tracker


def test_a_department_says_which_language_it_reads(tmp_path: Path) -> None:
    rows = "rows:\n- {journey: B, touchpoint: Till, department: IT}\n"
    found, problems = read_yaml_map(tmp_path, f"{rows}departments:\n- {{name: IT, language: de-AT}}\n")
    assert problems == ()
    assert found
    assert found.departments[0].language == "de-AT"


def test_what_stands_around_the_rows_is_checked_too(tmp_path: Path) -> None:
    _, problems = read_yaml_map(
        tmp_path,
        "rows:\n- {journey: B, touchpoint: Till, department: Packing, rolle: x}\n"
        "departments:\n- {name: Packing, timezone: Europe/Londn, hours: nine to five, kind: contrakt}\n"
        "- {name: packing, escalate_to: Pakcing, notify_email: x, tracker: yess, language: no tag}\n- {kind: staff}\n"
        "holidays: [2026-13-01]\nmantr: x\ncx_manager: nobody\n"
        "lessons:\n- {id: a, title: One, text: t, touchpoint: Tilll}\n"
        "- {id: a, title: '', text: t, question: why}\n",
    )
    assert [(one.sheet, one.row, one.column, one.nearest) for one in problems] == [
        ("rows", 2, "rolle", "role"),
        ("departments", 4, "kind", "contract"),
        ("departments", 4, "timezone", "Europe/London"),
        ("departments", 4, "hours", ""),
        ("departments", 5, "name", ""),
        ("departments", 5, "tracker", "yes"),
        ("departments", 5, "language", ""),
        ("departments", 5, "notify_email", ""),
        ("departments", 5, "escalate_to", "Packing"),
        ("departments", 6, "name", ""),
        ("holidays", 7, "date", ""),
        ("lessons", 11, "touchpoint", "Till"),
        ("lessons", 12, "title", ""),
        ("lessons", 12, "answer", ""),
        ("lessons", 12, "id", ""),
        ("settings", 8, "name", "mantra"),
        ("settings", 9, "value", ""),
    ]
    assert {one.counted_in for one in problems} == {"line"}


@pytest.mark.parametrize(("said", "target"), [("0.95", 0.95), ("'0,8'", 0.8), ("", 0.9), ("0.99", 0.99)])
def test_a_map_says_how_much_shall_be_right(tmp_path: Path, said: str, target: float) -> None:
    rows = "rows:\n- {journey: B, touchpoint: Till, department: IT}\n"
    found, problems = read_yaml_map(tmp_path, f"{rows}precision_target: {said}\n")
    assert problems == ()
    assert found
    assert found.precision_target == target


@pytest.mark.parametrize("said", ["1", "0.4", "90", "high", "nan"])
def test_a_target_out_of_reach_is_told(tmp_path: Path, said: str) -> None:
    rows = "rows:\n- {journey: B, touchpoint: Till, department: IT}\n"
    _, (wrong,) = read_yaml_map(tmp_path, f"{rows}precision_target: {said}\n")
    assert (wrong.sheet, wrong.row, wrong.column, wrong.nearest) == ("settings", 3, "value", "0.9")


def test_the_target_stays_where_a_file_does_not_speak_of_it() -> None:
    base, _ = check(a_file({}))
    assert base
    journey_map, _ = check(a_file({}), replace(base, precision_target=0.8))
    assert journey_map
    assert journey_map.precision_target == 0.8
