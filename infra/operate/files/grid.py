"""From a grid of cells with a heading row to a table."""

from collections.abc import Iterable, Sequence

from openpyxl.utils import get_column_letter

from operate.files.text import column_name
from throughline.domain.table import Row, Table

NAMELESS = "(no name)"


def table_of(name: str, lines: Iterable[tuple[int, Sequence[str]]]) -> Table:
    """The table of numbered lines; the first that isn't blank holds the headings, blank ones are left out."""
    filled = [(number, line) for number, line in lines if any(line)]
    headings = _headings(filled[0][1]) if filled else []
    rows = [Row(number, _cells(headings, line)) for number, line in filled[1:]]
    used = dict.fromkeys(headings) | dict.fromkeys(cell for row in rows for cell in row.cells)
    letters = {heading: get_column_letter(index + 1) for index, heading in enumerate(headings)}
    labels = {one: f"{letters[one]} {one}" if one in letters else one for one in used if one != ""}
    return Table(name, tuple(rows), labels)


def _headings(line: Sequence[str]) -> list[str]:
    """The columns' names; one that comes twice is told apart, so that it is found wrong."""
    names: list[str] = []
    for heading in line:
        name = column_name(heading)
        names.append(f"{name} (again)" if name and name in names else name)
    return names


def _cells(headings: Sequence[str], line: Sequence[str]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for index, cell in enumerate(line):
        name = headings[index] if index < len(headings) else ""
        if name:
            cells[name] = cell
        elif cell:
            cells[f"{NAMELESS} {get_column_letter(index + 1)}"] = cell
    return cells
