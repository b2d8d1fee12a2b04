"""Lessons and mantras read from files of their own."""

from pathlib import Path

from operate.files.csv_table import read_csv
from operate.files.formats import kind_of
from operate.files.text import decoded, read_bytes
from operate.files.workbook_read import read_workbook
from operate.files.yaml_table import entries, read_yaml, table_at, words_at
from throughline.domain.cells import clean
from throughline.domain.map_file import LESSON_COLUMNS
from throughline.domain.table import Table
from throughline.errors import Refused

TEXT_ENDINGS = (".txt", ".md")


def read_lessons(path: Path) -> Table:
    """The table of a file's lessons: YAML (`lessons:` or a bare list), XLSX (sheet Lessons), CSV."""
    content = read_bytes(path)
    match kind_of(path):
        case "csv":
            return read_csv(content, path, LESSON_COLUMNS)
        case "xlsx":
            tables = read_workbook(content, path)
            named = {name.strip().casefold(): table for name, table in tables.items()}
            return named.get("lessons") or next(iter(tables.values()))
        case _:
            root = read_yaml(content, path)
            return table_at(entries(root).get("lessons", root), "lessons", single="title")


def read_mantra(path: Path) -> str:
    """The one sentence of a text file, or `mantra:` of a YAML file."""
    content = read_bytes(path)
    if path.suffix.casefold() in TEXT_ENDINGS:
        words = clean(decoded(content, path))
    else:
        kind_of(path)
        nodes = entries(read_yaml(content, path))
        words = words_at(nodes["mantra"]) if "mantra" in nodes else ""
    if not words:
        do = "Write it in a .txt file, or as `mantra: ...` in a .yaml file."
        raise Refused(f"{path.name} holds no mantra.", field=str(path), do=do)
    return " ".join(words.split())
