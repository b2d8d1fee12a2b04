"""Text as it comes out of files and goes into them."""

import re
import unicodedata
from pathlib import Path

from throughline.errors import Refused

MOST_BYTES = 20 * 1024 * 1024
ZIP_START, OLD_EXCEL_START = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# Where a cell may begin: a program that splits by another separator than ours finds beginnings inside, too.
_BEGINS = r"((?:^|[;\t\n])[^\S\t\n\r]*[\"\u200b-\u200f\u2060\ufeff]*)"
_FORMULA = re.compile(_BEGINS + r"(?='*[=+\-@＝＋－＠])")
_PREFIXED = re.compile(r"'+[=+\-@]")
_GUARDED = re.compile(_BEGINS + r"'(?='*[=+\-@＝＋－＠])")
_KEPT_CONTROLS = "\n\t"


def read_bytes(path: Path) -> bytes:
    """Read a file whole; refuses one that is missing, empty or far too big for a list people keep."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(f"{path.name} is over 20 MB.", field=str(path), do="Split it or remove what isn't text.")
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise Refused(f"{path} can't be read: {reason}.", field=str(path), do="Check the name.") from error
    if not content.strip():
        raise Refused(f"{path.name} is empty.", field=str(path), do="Save the file again, with its rows.")
    return content


def decoded(content: bytes, path: Path) -> str:
    """Decode UTF-8, marked UTF-16, else Windows' western letters; refuses what isn't text."""
    if content.startswith((ZIP_START, OLD_EXCEL_START)):
        raise Refused(f"{path.name} is a workbook, not text.", field=str(path), do="Name it .xlsx and try again.")
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused(f"{path.name} isn't text.", field=str(path), do='Save it as "CSV UTF-8" or as YAML, in UTF-8.')


def clean(text: str) -> str:
    """Trim a cell, give it plain line ends, and leave out control signs that no file carries safely."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (sign for sign in lines if sign in _KEPT_CONTROLS or not _is_control(sign))
    return "".join(kept).strip()


def guarded(cell: str) -> str:
    """Mark what a spreadsheet would take for a formula as text, by an apostrophe before it."""
    return _FORMULA.sub(r"\1'", cell)


def unguarded(cell: str) -> str:
    """Take back what `guarded` did."""
    return _GUARDED.sub(r"\1", cell)


def unprefixed(cell: str) -> str:
    """A workbook's cell without the apostrophe by which somebody made a formula words."""
    return cell[1:] if _PREFIXED.match(cell) else cell


def column_name(heading: str) -> str:
    """Bring a heading into the form of a column's name: "How they affect it" -> "how_they_affect_it"."""
    return "_".join(heading.replace("-", " ").replace("_", " ").split()).casefold()


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs"} or sign in "\ufffe\uffff"
