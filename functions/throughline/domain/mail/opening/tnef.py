"""TNEF containers (winmail.dat) opened: text, HTML and files, under caps on every count that they claim."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from throughline.domain.mail.incoming import Unpacked
from throughline.domain.mail.opening.charsets import decoded
from throughline.domain.mail.opening.parts import TNEF
from throughline.domain.mail.opening.rich_text import decompressed, plain_of

_MOST_OBJECTS, _MOST_PROPERTIES, _MOST_VALUES, _MOST_FILES = 20_000, 5_000, 1_000, 200
_OBJECT = struct.Struct("<BHHI")
_PROPERTY = struct.Struct("<HH")
_NUMBER = struct.Struct("<I")
_BODY, _CODE_PAGE, _PROPERTIES = 0x800C, 0x9007, 0x9003
_NEXT_FILE, _TITLE, _DATA, _FILE_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_TEXT, _RICH, _HTML, _INTERNET_PAGE = 0x1000, 0x1009, 0x1013, 0x3FDE
_CONTENT, _SHORT_NAME, _LONG_NAME, _SHOWN_NAME = 0x3701, 0x3704, 0x3707, 0x3001
_NAMED, _MANY = 0x8000, 0x1000
_WIDTHS = {0x01: 0, 0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_OBJECT_TYPE, _STRING, _WIDE_STRING, _BINARY = 0x0D, 0x1E, 0x1F, 0x102
_SIZED = frozenset((_OBJECT_TYPE, _STRING, _WIDE_STRING, _BINARY))
_PAGES = {20127: "us-ascii", 20866: "koi8-r", 21866: "koi8-u", 50220: "iso-2022-jp", 51932: "euc-jp", 54936: "gb18030"}
_UTF_8, _LATIN_0, _CP_MOST = 65001, 28590, 1258
_ID_SIZE = 16


@dataclass(slots=True)
class _File:
    names: dict[int, str] = field(default_factory=dict)
    content: bytes = b""

    @property
    def name(self) -> str:
        return next(
            (self.names[kind] for kind in (_LONG_NAME, _TITLE, _SHORT_NAME, _SHOWN_NAME) if kind in self.names), ""
        )


@dataclass(slots=True)
class _Opened:
    text: str = ""
    html: str = ""
    rich: bytes = b""
    page: str = "cp1252"
    files: list[_File] = field(default_factory=list)


def open_tnef(raw: bytes) -> Unpacked | None:
    """What lies in the container, as far as it is sound; None when it is none.

    Rich text stands among the files when no words can be read from it and there are no others.
    """
    if not raw.startswith(TNEF):
        return None
    opened = _Opened()
    for name, data in _objects(raw):
        _take(opened, name, data)
    files = [(file.name, file.content) for file in opened.files[:_MOST_FILES]]
    rich = b"" if opened.text.strip() or opened.html.strip() else decompressed(opened.rich)
    text = opened.text or plain_of(rich)
    if rich and not text.strip():
        files.append(("message.rtf", rich))
    return Unpacked(text, opened.html, tuple(files))


def _objects(raw: bytes) -> Iterator[tuple[int, bytes]]:
    at = len(TNEF) + 2
    for _ in range(_MOST_OBJECTS):
        if at + _OBJECT.size > len(raw):
            return
        _, name, _, size = _OBJECT.unpack_from(raw, at)
        at += _OBJECT.size
        yield name, raw[at : at + size]
        at += size + 2


def _take(opened: _Opened, name: int, data: bytes) -> None:
    if name == _CODE_PAGE and len(data) >= _NUMBER.size:
        opened.page = _page(_NUMBER.unpack_from(data)[0]) or opened.page
    elif name == _BODY:
        opened.text = decoded(data, opened.page)
    elif name == _PROPERTIES:
        _take_words(opened, dict(_properties(data)))
    elif name == _NEXT_FILE:
        opened.files.append(_File())
    elif opened.files:
        _take_file(opened.files[-1], name, data, opened.page)


def _take_words(opened: _Opened, told: dict[int, tuple[int, bytes]]) -> None:
    number = told.get(_INTERNET_PAGE, (0, b""))[1]
    page = (_page(_NUMBER.unpack(number)[0]) if len(number) == _NUMBER.size else "") or opened.page
    opened.text = _string(told[_TEXT], page) if _TEXT in told else opened.text
    opened.html = _string(told[_HTML], page) if _HTML in told else opened.html
    opened.rich = told.get(_RICH, (0, opened.rich))[1]


def _take_file(file: _File, name: int, data: bytes, page: str) -> None:
    if name == _TITLE:
        file.names[_TITLE] = decoded(data, page).strip("\0")
    elif name == _DATA:
        file.content = data
    elif name == _FILE_PROPERTIES:
        told = dict(_properties(data))
        file.names.update(
            {kind: _string(told[kind], page) for kind in (_LONG_NAME, _SHORT_NAME, _SHOWN_NAME) if kind in told}
        )
        kind, content = told.get(_CONTENT, (0, b""))
        file.content = file.content or (content[_ID_SIZE:] if kind == _OBJECT_TYPE else content)


def _page(number: int) -> str:
    if number == _UTF_8:
        return "utf-8"
    if _LATIN_0 < number <= _LATIN_0 + 15:
        return f"iso-8859-{number - _LATIN_0}"
    return _PAGES.get(number, f"cp{number}" if 0 < number <= _CP_MOST else "")


def _string(value: tuple[int, bytes], page: str) -> str:
    kind, data = value
    return (data.decode("utf-16-le", "ignore") if kind == _WIDE_STRING else decoded(data, page)).strip("\0")


def _properties(data: bytes) -> Iterator[tuple[int, tuple[int, bytes]]]:
    """Each property's number, its type and its first value; what is cut off ends them."""
    try:
        yield from _read(data)
    except struct.error:
        return


def _read(data: bytes) -> Iterator[tuple[int, tuple[int, bytes]]]:
    (count,), at = _NUMBER.unpack_from(data), _NUMBER.size
    for _ in range(min(count, _MOST_PROPERTIES)):
        kind, number = _PROPERTY.unpack_from(data, at)
        at += _PROPERTY.size
        if number >= _NAMED:
            at = _after_name(data, at + _ID_SIZE)
        bare = kind & ~_MANY
        values = 1
        if bare in _SIZED or kind & _MANY:
            (values,) = _NUMBER.unpack_from(data, at)
            at += _NUMBER.size
        if values > _MOST_VALUES or (bare not in _SIZED and bare not in _WIDTHS):
            return
        for place in range(values):
            size, at = _size(data, at, bare)
            if place == 0:
                yield number, (bare, data[at : at + size])
            at += -(-size // 4) * 4


def _size(data: bytes, at: int, kind: int) -> tuple[int, int]:
    """How long a value is and where it begins."""
    if kind in _SIZED:
        return _NUMBER.unpack_from(data, at)[0], at + _NUMBER.size
    return _WIDTHS[kind], at


def _after_name(data: bytes, at: int) -> int:
    kind, size = _NUMBER.unpack_from(data, at)[0], _NUMBER.unpack_from(data, at + _NUMBER.size)[0]
    at += 2 * _NUMBER.size
    return at + -(-size // 4) * 4 if kind else at
