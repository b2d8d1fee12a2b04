"""Tables as spreadsheets write them into text, separated by comma, semicolon or tab."""

import csv
import io
import string
from collections.abc import Iterable, Sequence
from typing import TextIO

from throughline.domain.cells import clean, column_name, guarded, unguarded
from throughline.domain.table import Row, Table
from throughline.errors import Refused

SEPARATORS = (",", ";", "\t")
NAMELESS = "(no name)"


def table_in(text: str, columns: Sequence[str], name: str) -> Table:
    """The table that a text holds, separated by what most of `columns` are found with; Refused where it is none."""
    told, _, rest = text.partition("\n")
    if told.strip().casefold().startswith("sep="):
        return table_of(name, [(n + 1, line) for n, line in _lines(rest, told.strip()[4:5] or "\t", name)])
    separator = max(SEPARATORS, key=lambda one: _found(text, one, columns))
    return table_of(name, _lines(text, separator, name))


def table_of(name: str, lines: Iterable[tuple[int, Sequence[str]]]) -> Table:
    """The table of numbered lines; the first that isn't blank holds the headings, blank ones are left out."""
    filled = [(number, line) for number, line in lines if any(line)]
    headings = _headings(filled[0][1]) if filled else []
    rows = [Row(number, _cells(headings, line)) for number, line in filled[1:]]
    used = dict.fromkeys(headings) | dict.fromkeys(cell for row in rows for cell in row.cells)
    letters = {heading: _letters(index + 1) for index, heading in enumerate(headings)}
    labels = {one: f"{letters[one]} {one}" if one in letters else one for one in used if one != ""}
    return Table(name, tuple(rows), labels)


def written(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text that `table_in` reads back."""
    text = io.StringIO(newline="")
    stream_csv(text, columns, rows)
    return text.getvalue()


def stream_csv(file: TextIO, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write row by row to an open file."""
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([guarded(clean(cell)) for cell in row] for row in rows)


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
            cells[f"{NAMELESS} {_letters(index + 1)}"] = cell
    return cells


def _letters(number: int) -> str:
    """The column of that number as spreadsheets name it: 1 is A, 28 is AB."""
    named = ""
    while number:
        number, left = divmod(number - 1, len(string.ascii_uppercase))
        named = string.ascii_uppercase[left] + named
    return named


def _found(text: str, separator: str, columns: Sequence[str]) -> int:
    try:
        headings = next((line for line in csv.reader(io.StringIO(text), delimiter=separator) if any(line)), [])
    except csv.Error:
        return 0
    return sum(column_name(heading) in columns for heading in headings)


def _lines(text: str, separator: str, name: str) -> list[tuple[int, list[str]]]:
    lines: list[tuple[int, list[str]]] = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        for number, line in enumerate(reader, start=1):
            lines.append((number, [unguarded(clean(cell)) for cell in line]))
    except (csv.Error, ValueError) as error:
        what = f"{name}, row {len(lines) + 1}: the cells can't be told apart ({error})."
        raise Refused(what, field=f"row {len(lines) + 1}", do='Write quotes inside a cell twice: ""so"".') from error
    return lines
