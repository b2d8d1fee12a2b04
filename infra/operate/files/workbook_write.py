"""Tables into XLSX workbooks that are pleasant to keep: fixed headings, filters, drop-downs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from throughline.domain.cells import clean
from throughline.errors import Refused

LISTS = "Lists"
ROOM_FOR_ROWS = 2000
NARROWEST, WIDEST = 10, 48
LONGEST_CELL = 32_767
_HEADING_FONT = Font(bold=True, color="FFFFFF")
_HEADING_FILL = PatternFill("solid", fgColor="14532D")
_CELL_ALIGNMENT = Alignment(vertical="top", wrap_text=True)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet to write; `choices` names, by column, the list in Lists that its drop-down offers."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    choices: Mapping[str, str] = field(default_factory=dict)


def write_workbook(path: Path, sheets: Sequence[Sheet], lists: Mapping[str, Sequence[str]]) -> None:
    """Write the sheets, then a sheet of the lists that drop-downs take their words from."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    ranges = {name: _range(index, len(words)) for index, (name, words) in enumerate(lists.items())}
    for sheet in sheets:
        written = workbook.create_sheet(sheet.name)
        _fill(written, sheet.columns, sheet.rows)
        _offer(written, sheet, ranges)
    longest = max((len(words) for words in lists.values()), default=0)
    columns = [[*words, *[""] * (longest - len(words))] for words in lists.values()]
    _fill(workbook.create_sheet(LISTS), list(lists), list(zip(*columns, strict=True)))
    workbook.save(path)


def _fill(sheet: Worksheet, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for number, line in enumerate([columns, *rows], start=1):
        for index, value in enumerate(line, start=1):
            _put(sheet, number, index, clean(value))
    for index, name in enumerate(columns, start=1):
        longest = max([len(name) + 4, *(len(row[index - 1]) for row in rows)])
        sheet.column_dimensions[get_column_letter(index)].width = min(max(longest, NARROWEST), WIDEST)
        heading = sheet.cell(1, index)
        heading.font, heading.fill = _HEADING_FONT, _HEADING_FILL
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"


def _put(sheet: Worksheet, number: int, index: int, value: str) -> None:
    if not value:
        return
    if len(value) > LONGEST_CELL:
        where = f"sheet {sheet.title}, row {number}, column {get_column_letter(index)}"
        do = "Shorten it, or write YAML instead."
        raise Refused(f"{where}: a workbook's cell can't hold {len(value)} letters.", field=where, do=do)
    cell = sheet.cell(number, index, value)
    cell.data_type = "s"
    # What looks like a formula is words here; a spreadsheet keeps it as words even when it is edited.
    cell.quotePrefix = value[0] in "=+-@"
    cell.alignment = _CELL_ALIGNMENT


def _offer(sheet: Worksheet, table: Sheet, ranges: Mapping[str, str]) -> None:
    for column, words in table.choices.items():
        validation = DataValidation(type="list", formula1=ranges[words], allow_blank=True, showErrorMessage=True)
        validation.errorStyle = "warning"
        validation.error = f"This is not in the list of {words}. See the sheet {LISTS}."
        letter = get_column_letter(list(table.columns).index(column) + 1)
        validation.add(f"{letter}2:{letter}{ROOM_FOR_ROWS}")
        sheet.add_data_validation(validation)


def _range(index: int, length: int) -> str:
    letter = get_column_letter(index + 1)
    return f"{LISTS}!${letter}$2:${letter}${max(length, 1) + 1}"
