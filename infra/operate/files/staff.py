"""Staff lists read from files and written to them, the format chosen by the file's name."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from operate.files.csv_table import read_csv, write_csv
from operate.files.formats import kind_of
from operate.files.scim import read_scim
from operate.files.text import read_bytes
from operate.files.workbook_read import read_workbook
from operate.files.workbook_write import Sheet, write_workbook
from operate.files.yaml_table import entries, read_yaml, table_at, yaml_text
from throughline.domain.people_check import PERSON_COLUMNS
from throughline.domain.person import DIGEST_RHYTHMS, Person
from throughline.domain.table import Table

PEOPLE, SCIM = "People", ".json"


def read_staff(path: Path) -> Table:
    """The table of a staff list; raises Refused where the file isn't what its name says.

    A file in .json holds what an identity provider answers, and is only ever read.
    """
    content = read_bytes(path)
    if path.suffix.casefold() == SCIM:
        return read_scim(content, path)
    match kind_of(path):
        case "csv":
            return read_csv(content, path, PERSON_COLUMNS)
        case "xlsx":
            tables = read_workbook(content, path)
            return tables.get(PEOPLE) or next(iter(tables.values()))
        case _:
            root = read_yaml(content, path)
            return table_at(entries(root).get("people", root), "people")


def write_staff(people: Iterable[Person], path: Path) -> None:
    """Write the staff list with every column."""
    rows = [[person_cells(person)[column] for column in PERSON_COLUMNS] for person in people]
    match kind_of(path):
        case "csv":
            write_csv(path, PERSON_COLUMNS, rows)
        case "xlsx":
            choices = {"digest": "digest", "active": "active"}
            lists = {"digest": list(DIGEST_RHYTHMS), "active": ["yes", "no"]}
            write_workbook(path, [Sheet(PEOPLE, PERSON_COLUMNS, rows, choices)], lists)
        case _:
            filled = [{name: cell for name, cell in zip(PERSON_COLUMNS, row, strict=True) if cell} for row in rows]
            path.write_text(yaml_text({"people": filled}), encoding="utf-8")


def person_cells(person: Person) -> dict[str, str]:
    """One person's cells by column."""
    cells = {**asdict(person), "active": "yes" if person.active else "no"}
    return {column: str(cells[column]) for column in PERSON_COLUMNS}
