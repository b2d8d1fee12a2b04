"""Files as survey tools export them, opened as text without being held in memory."""

import codecs
import csv
import io
from collections.abc import Collection, Iterator
from typing import BinaryIO

from throughline.errors import Refused

SEPARATORS = (",", ";", "\t")
SAMPLE_CHARACTERS, CHUNK = 65_536, 1 << 20
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def opened(file: BinaryIO) -> io.TextIOWrapper:
    """The text of a seekable file: marked UTF-16, UTF-8, else Windows' western letters."""
    start = file.read(2)
    encoding = "utf-16" if start in UTF16 else "utf-8-sig" if _is_utf8(file) else "cp1252"
    file.seek(0)
    return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


def separated(text: io.TextIOWrapper, known: Collection[str]) -> Iterator[list[str]]:
    """The rows, by the separator with which most of the known columns are found."""
    sample = text.read(SAMPLE_CHARACTERS)
    text.seek(0)
    told = sample.partition("\n")[0].strip()
    if told.casefold().startswith("sep="):
        text.readline()
        separator = told[4:5] or "\t"
    else:
        separator = max(SEPARATORS, key=lambda one: _found(sample, one, known))
    return _rows(text, separator)


def _rows(text: io.TextIOWrapper, separator: str) -> Iterator[list[str]]:
    usual = csv.field_size_limit(CHUNK)  # somebody's long answer is no reason to stop
    reader = csv.reader(text, delimiter=separator)
    try:
        yield from reader
    except csv.Error as error:
        what = f"Line {reader.line_num}: the cells can't be told apart ({error})."
        raise Refused(what, field=f"line {reader.line_num}", do="Export the file again, as CSV.") from error
    finally:
        csv.field_size_limit(usual)


def _found(sample: str, separator: str, known: Collection[str]) -> tuple[int, int]:
    """How many known columns the first row has, and how many at all."""
    try:
        first = next(csv.reader(io.StringIO(sample, newline=""), delimiter=separator), [])
    except csv.Error:
        return (0, 0)
    return sum(" ".join(cell.split()).casefold() in known for cell in first), len(first)


def _is_utf8(file: BinaryIO) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
