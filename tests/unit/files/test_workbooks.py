"""Workbooks as people find them when they open them."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook

from operate import sample
from operate.files.maps import read_map, write_map
from throughline.domain.journey_check import check
from throughline.domain.map_file import PART_COLUMNS


def test_an_exported_workbook_offers_lists_fixed_headings_and_no_formula(tmp_path: Path) -> None:
    journey_map, _ = check(read_map(sample.JOURNEY))
    assert journey_map is not None
    path = tmp_path / "map.xlsx"
    write_map(journey_map, path)
    workbook = load_workbook(path)
    assert workbook.sheetnames == [
        "Journey",
        "Departments",
        "Holidays",
        "Lessons",
        "Survey rules",
        "Settings",
        "Lists",
    ]
    sheet = workbook["Journey"]
    offered = {str(one.sqref)[0]: one.formula1 for one in sheet.data_validations.dataValidation}
    assert offered["E"] == f"Lists!$A$2:$A${len(journey_map.departments) + 1}"
    assert set(offered) == {"D", "E", "K"}
    assert (sheet.freeze_panes, sheet["A1"].font.bold) == ("A2", True)
    assert not [cell for each in workbook for row in each.iter_rows() for cell in row if cell.data_type == "f"]


def test_what_people_type_into_cells_is_read_as_they_see_it(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "our map"
    sheet.append([None])
    sheet.append([name.replace("_", " ").title() for name in PART_COLUMNS])
    sheet.append(["Buying", 2, " Till ", None, "IT", None, "Line one\r\nline two", None, "4H", None, True])
    holidays = workbook.create_sheet("HOLIDAYS")
    holidays.append(["Date", "Name"])
    holidays.append([date(2026, 12, 25), "Christmas"])
    path = tmp_path / "map.xlsx"
    workbook.save(path)
    journey_map, problems = check(read_map(path))
    assert not problems
    assert journey_map is not None
    part = journey_map.parts[0]
    assert (part.stage, part.touchpoint, part.reply_within, part.active) == ("2", "Till", "4h", True)
    assert part.how_they_affect_it == "Line one\nline two"
    assert journey_map.holidays == (date(2026, 12, 25),)
