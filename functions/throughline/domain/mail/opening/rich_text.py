"""Rich text (RTF) as mail programs pack it into containers: decompressed, and its words."""

import re
import struct

from throughline.domain.mail.opening.charsets import decoded

LONGEST = 2_000_000
_HEAD = struct.Struct("<II4s4x")
_COMPRESSED, _STORED = b"LZFu", b"MELA"
_FIRST = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096
_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
_SILENT = frozenset(
    "fonttbl colortbl stylesheet info pict object header footer generator htmltag mhtmltag themedata".split()
)
_BREAKS = {b"par": "\n", b"line": "\n", b"tab": "\t", b"cell": "\t", b"row": "\n", b"emdash": "—", b"endash": "–"}
_SIGNS = {b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•"}
_PLAIN = {b"\\": "\\", b"{": "{", b"}": "}", b"~": "\u00a0", b"_": "-", b"\n": "\n", b"\r": "\n"}
_MOST_TOKENS, _DEEPEST = 400_000, 200


def decompressed(packed: bytes) -> bytes:
    """The rich text that lies compressed in a container; as much of it as is sound."""
    if len(packed) < _HEAD.size:
        return b""
    _, size, kind = _HEAD.unpack_from(packed)
    if kind == _STORED:
        return packed[_HEAD.size : _HEAD.size + min(size, LONGEST)]
    return _unpacked(packed, min(size, LONGEST)) if kind == _COMPRESSED else b""


def _unpacked(packed: bytes, size: int) -> bytes:
    out = bytearray(_FIRST)
    at, most = _HEAD.size, len(_FIRST) + size
    while at < len(packed) and len(out) < most:
        flags, at = packed[at], at + 1
        for bit in range(8):
            if not flags >> bit & 1:
                out += packed[at : at + 1]
                at += 1
                continue
            token, at = int.from_bytes(packed[at : at + 2], "big"), at + 2
            back = (len(out) - (token >> 4)) % _WINDOW
            if not back or at > len(packed):
                return bytes(out[len(_FIRST) : most])
            _copy(out, back, (token & 15) + 2)
    return bytes(out[len(_FIRST) : most])


def _copy(out: bytearray, back: int, count: int) -> None:
    """Signs from so far back again; what is copied may be copied on."""
    start = max(0, len(out) - back)
    for place in range(start, start + count):
        out.append(out[place])


class _Words:
    """The words as they come; each group may be silent and skips so many signs after one by its number."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.page = "cp1252"
        self._waiting = b""
        self._groups: list[tuple[bool, int]] = []
        self._silent, self._skip, self._to_skip = False, 1, 0
        self._twice = False

    def group(self, bracket: bytes) -> None:
        self.flush()
        if bracket == b"{" and len(self._groups) < _DEEPEST:
            self._groups.append((self._silent, self._skip))
        elif bracket == b"}" and self._groups:
            self._silent, self._skip = self._groups.pop()

    def sign(self, raw: bytes) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif not self._silent and not self._twice:
            self._waiting += raw

    def text(self, raw: bytes) -> None:
        rest = raw[self._to_skip :]
        self._to_skip = max(0, self._to_skip - len(raw))
        if not self._silent and not self._twice:
            self._waiting += rest

    def told(self, text: str) -> None:
        self.flush()
        if not self._silent and not self._twice:
            self.pieces.append(text)

    def word(self, name: bytes, number: int | None) -> None:
        if name == b"u" and number is not None:
            self.told(chr(number % 65_536))
            self._to_skip = self._skip
        elif name == b"uc":
            self._skip = number or 0
        elif name == b"ansicpg" and number:
            self.page = f"cp{number}"
        elif name == b"htmlrtf":
            self.flush()
            self._twice = number != 0
        elif name.decode("ascii") in _SILENT:
            self._silent = True
        elif name in _BREAKS or name in _SIGNS:
            self.told(_BREAKS.get(name) or _SIGNS[name])

    def hush(self) -> None:
        self._silent = True

    def flush(self) -> None:
        if self._waiting:
            self.pieces.append(decoded(self._waiting, self.page))
            self._waiting = b""


def plain_of(rich: bytes) -> str:
    """The words of rich text; empty when it is none."""
    if not rich.startswith(b"{\\rtf"):
        return ""
    words = _Words()
    for count, token in enumerate(_TOKEN.finditer(rich[:LONGEST])):
        if count > _MOST_TOKENS:
            break
        _take(words, token)
    words.flush()
    text = "".join(words.pieces).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def _take(words: _Words, token: re.Match[bytes]) -> None:
    sign, name, number, special, bracket, text = token.groups()
    if sign:
        words.sign(bytes.fromhex(sign.decode("ascii")))
    elif name:
        words.word(name, int(number) if number else None)
    elif special == b"*":
        words.hush()
    elif special:
        words.told(_PLAIN.get(special, ""))
    elif bracket:
        words.group(bracket)
    elif text:
        words.text(text)
