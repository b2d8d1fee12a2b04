"""Text as it comes out of files and goes into them."""

import re
from pathlib import Path

from throughline.errors import Refused

MOST_BYTES = 20 * 1024 * 1024
ZIP_START, OLD_EXCEL_START = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_PREFIXED = re.compile(r"'+[=+\-@]")


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


def unprefixed(cell: str) -> str:
    """A workbook's cell without the apostrophe by which somebody made a formula words."""
    return cell[1:] if _PREFIXED.match(cell) else cell
