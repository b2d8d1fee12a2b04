"""Tables in CSV, as the spreadsheets of this world write it."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from operate.files.grid import table_of
from operate.files.text import clean, column_name, decoded, guarded, unguarded
from throughline.domain.table import Table
from throughline.errors import Refused

SEPARATORS = (",", ";", "\t")


def read_csv(content: bytes, path: Path, columns: Sequence[str]) -> Table:
    """The table of a file separated by comma, semicolon or tab: by which most of `columns` are found."""
    text = decoded(content, path)
    told, _, rest = text.partition("\n")
    if told.strip().casefold().startswith("sep="):
        return table_of(path.name, [(n + 1, line) for n, line in _lines(rest, told.strip()[4:5] or "\t", path)])
    separator = max(SEPARATORS, key=lambda one: _found(text, one, columns))
    return table_of(path.name, _lines(text, separator, path))


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write UTF-8 with a mark, which Excel needs, no cell being a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        stream_csv(file, columns, rows)


def stream_csv(file: TextIO, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write row by row to an open file."""
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([guarded(clean(cell)) for cell in row] for row in rows)


def _found(text: str, separator: str, columns: Sequence[str]) -> int:
    try:
        headings = next((line for line in csv.reader(io.StringIO(text), delimiter=separator) if any(line)), [])
    except csv.Error:
        return 0
    return sum(column_name(heading) in columns for heading in headings)


def _lines(text: str, separator: str, path: Path) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        for number, line in enumerate(reader, start=1):
            lines.append((number, [unguarded(clean(cell)) for cell in line]))
    except csv.Error as error:
        what = f"{path.name}, row {len(lines) + 1}: the cells can't be told apart ({error})."
        raise Refused(what, field=f"row {len(lines) + 1}", do='Write quotes inside a cell twice: ""so"".') from error
    return lines
