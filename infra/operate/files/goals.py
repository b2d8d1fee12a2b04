"""Goals read from a file."""

from pathlib import Path

from operate.files.csv_table import read_csv
from operate.files.formats import kind_of
from operate.files.text import read_bytes
from operate.files.workbook_read import read_workbook
from operate.files.yaml_table import entries, read_yaml, table_at
from throughline.domain.goal_check import GOAL_COLUMNS
from throughline.domain.table import Table


def read_goals(path: Path) -> Table:
    """The table of a file's goals: YAML (`goals:` or a bare list), XLSX (sheet Goals), CSV."""
    content = read_bytes(path)
    match kind_of(path):
        case "csv":
            return read_csv(content, path, GOAL_COLUMNS)
        case "xlsx":
            tables = read_workbook(content, path)
            named = {name.strip().casefold(): table for name, table in tables.items()}
            return named.get("goals") or next(iter(tables.values()))
        case _:
            root = read_yaml(content, path)
            return table_at(entries(root).get("goals", root), "goals", single="goal")
