"""Text whose charsets are switched by escape sequences (ISO 2022): Japanese, Korean and Chinese in seven bits."""

import re
from collections.abc import Callable

_SWITCH = re.compile(rb"\x1b(\$[@AB]|\$\([@A-DO-Q]|\([A-Z0-9]|\$\)[A-CE]|\$\*H|\$\+[I-M]|N)|([\x0e\x0f])")
_MARKED = re.compile(rb"\x1b(?:\$[@AB]|\$\([@A-DO-Q]|\([BHIJ]|\$\)[ACE])")
_HIGH = bytes(range(128, 256)) * 2
_JAPANESE = ("euc_jp", "euc_jis_2004")
_CODECS = {
    b"$@": _JAPANESE,
    b"$B": _JAPANESE,
    b"$(@": _JAPANESE,
    b"$(B": _JAPANESE,
    b"$(O": ("euc_jis_2004",),
    b"$(Q": ("euc_jis_2004",),
    b"$A": ("gb18030",),
    b"$(A": ("gb18030",),
    b"$(C": ("cp949",),
    b"$)A": ("gb18030",),
    b"$)C": ("cp949",),
    b"(I": ("cp932",),
}
_SHIFTED = frozenset((b"$)A", b"$)C"))  # named at first, used between shift-out and shift-in
_SECOND_SET = b"$(D"


def is_escaped(raw: bytes) -> bool:
    """Whether it switches charsets; colours of a terminal do not."""
    return b"\x1b" in raw and _MARKED.search(raw) is not None


def unescaped(raw: bytes, plainly: Callable[[bytes], str]) -> str:
    """The text; `plainly` reads what stands in no switched charset. What can't be read is left out."""
    pieces: list[str] = []
    now, shifted, at = b"", b"", 0
    for switch in _SWITCH.finditer(raw):
        pieces.append(_read(raw[at : switch.start()], now, plainly))
        at, named = switch.end(), switch[1]
        if named in _SHIFTED:
            shifted = named
        else:
            now = shifted if switch[2] == b"\x0e" else b"" if switch[2] else named
    pieces.append(_read(raw[at:], now, plainly))
    return "".join(pieces)


def _read(raw: bytes, now: bytes, plainly: Callable[[bytes], str]) -> str:
    if now == _SECOND_SET:
        pairs = (raw[at : at + 2] for at in range(0, len(raw), 2))
        return b"".join(b"\x8f" + pair.translate(_HIGH) for pair in pairs).decode("euc_jp", "ignore")
    codecs = _CODECS.get(now)
    if not codecs or not raw:
        return plainly(raw)
    lines = raw.splitlines(keepends=True)
    return "".join(_line(line, codecs) for line in lines)


def _line(line: bytes, codecs: tuple[str, ...]) -> str:
    words = line.rstrip(b"\r\n")
    high = words.translate(_HIGH)
    for codec in codecs:
        try:
            return high.decode(codec) + line[len(words) :].decode("ascii")
        except UnicodeDecodeError:
            continue
    return high.decode(codecs[-1], "ignore") + line[len(words) :].decode("ascii")
