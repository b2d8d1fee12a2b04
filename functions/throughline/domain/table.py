"""Tables as people write them: cells of text, each knowing where it stands."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

NEAR_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """One row's cells by column name; `number` is the row of a spreadsheet or the line of a text file."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell's text, empty where there is none."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, or a list in a text file.

    `columns` gives each column's label by its name ("department" -> "E department"); it is empty where
    every row names its own cells. `counted_in` is "row" or "line".
    """

    name: str
    rows: tuple[Row, ...]
    columns: Mapping[str, str]
    counted_in: str = "row"

    def label(self, column: str) -> str:
        """How people find the column: its letter and name, or its name alone."""
        return self.columns.get(column, column)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: where, what, and the nearest name that would be right."""

    sheet: str
    row: int
    column: str
    what: str
    nearest: str = ""
    counted_in: str = "row"

    def __str__(self) -> str:
        """One line for people."""
        where = [self.sheet] if self.sheet else []
        where += [f"{self.counted_in} {self.row}"] if self.row else []
        where += [f"column {self.column}"] if self.column else []
        hint = f' Did you mean "{self.nearest}"?' if self.nearest else ""
        return f"{', '.join(where) or 'The file'}: {self.what}{hint}"


def problem(table: Table, row: Row | None, column: str, what: str, nearest: str = "") -> Problem:
    """A problem at one cell of a table, or with the table itself where there is no row."""
    number = row.number if row else 0
    return Problem(table.name, number, table.label(column) if column else "", what, nearest, table.counted_in)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name most like the word, or nothing if none is."""
    by_fold = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold(), by_fold, n=1, cutoff=NEAR_ENOUGH)
    return by_fold[found[0]] if found else ""


def column_problems(table: Table, *, known: tuple[str, ...], needed: tuple[str, ...]) -> list[Problem]:
    """What is wrong with the columns themselves: unknown ones, and needed ones that are missing."""
    named = ((None, table.columns),) if table.columns else ((row, row.cells) for row in table.rows)
    found = [
        problem(
            table,
            row,
            name,
            f'"{name}" is no column of this table. The columns are: {", ".join(known)}.',
            hint,
        )
        for row, names in named
        for name in names
        if name not in known
        for hint in [nearest(name, known)]
    ]
    missing = [name for name in needed if table.columns and name not in table.columns]
    found += [
        problem(table, None, "", f'The column "{name}" is missing. Add it; its cells may be empty.') for name in missing
    ]
    return found
