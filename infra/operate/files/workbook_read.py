"""Tables out of XLSX workbooks."""

import io
import warnings
import zipfile
from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from operate.files.text import OLD_EXCEL_START, ZIP_START, unprefixed
from throughline.domain.cells import clean
from throughline.domain.table import Table
from throughline.domain.written_table import table_of
from throughline.errors import Refused

MOST_UNPACKED = 200 * 1024 * 1024


def read_workbook(content: bytes, path: Path) -> dict[str, Table]:
    """Each sheet's table by the sheet's name; a formula counts as the value last seen in its cell."""
    _refuse_other_kinds(content, path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            return _tables(workbook)
    except Refused:
        raise
    except Exception as error:  # the library raises whatever its parts raise on a broken workbook
        raise _unreadable(path) from error


def _refuse_other_kinds(content: bytes, path: Path) -> None:
    if content.startswith(OLD_EXCEL_START):
        do = "Open it in a spreadsheet program and save it as .xlsx, without a password."
        raise Refused(f"{path.name} is an old or locked workbook.", field=str(path), do=do)
    if not content.startswith(ZIP_START):
        raise _unreadable(path)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except zipfile.BadZipFile as error:
        raise _unreadable(path) from error
    if unpacked > MOST_UNPACKED:
        raise Refused(f"{path.name} unpacks to over 200 MB.", field=str(path), do="Keep only the map's sheets.")


def _unreadable(path: Path) -> Refused:
    do = "Save it again as an Excel workbook (.xlsx), or hand it in as CSV or YAML."
    return Refused(f"{path.name} is named as a workbook, but isn't one that can be read.", field=str(path), do=do)


def _tables(workbook: Workbook) -> dict[str, Table]:
    tables = {}
    for sheet in workbook.worksheets:
        lines = [[_text(value) for value in line] for line in sheet.iter_rows(values_only=True)]
        tables[sheet.title] = table_of(sheet.title, enumerate(lines, start=1))
    workbook.close()
    return tables


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.date().isoformat() if value.time() == value.time().min else value.isoformat()
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return unprefixed(clean(str(value)))
