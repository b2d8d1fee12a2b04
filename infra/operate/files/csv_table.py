"""Tables in CSV, as the spreadsheets of this world write it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from operate.files.text import decoded
from throughline.domain.table import Table
from throughline.domain.written_table import stream_csv, table_in


def read_csv(content: bytes, path: Path, columns: Sequence[str]) -> Table:
    """The table of a file separated by comma, semicolon or tab: by which most of `columns` are found."""
    return table_in(decoded(content, path), columns, path.name)


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write UTF-8 with a mark, which Excel needs, no cell being a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        stream_csv(file, columns, rows)
