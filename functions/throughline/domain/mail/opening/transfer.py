"""Transfer encodings undone, with the damage that mail takes on its way: as much as can be read, never an error."""

import re
from binascii import Error, a2b_base64, a2b_qp, a2b_uu
from collections.abc import Iterator

_NO_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="))
_ENDS = re.compile(rb"=+(?:[ \t][^\r\n]*)?")  # what follows an end on its line is no content
_CLEAN = re.compile(rb"[A-Za-z0-9+/=\s]*")
_PLAIN_ONE_IN = 8
_FOOTER_WITHIN, _FOOTER_WORDS = 300, 3
_UU_NAMES = frozenset(("x-uuencode", "uuencode", "x-uue", "uue"))
_BEGINS = re.compile(r"^begin(?:-base64)? [0-7]{3,4} (\S[^\n]*)\n(?=([^\n]+)\n)", re.MULTILINE)
_UU_END = "\nend"
_WIDEST = 45  # bytes in one line of uuencoded text


def undone(raw: bytes, encoding: str) -> bytes:
    """The content of a part whose transfer encoding is this; an unknown one changes nothing."""
    name = encoding.strip().strip("\"';").lower()
    if name == "base64":
        return _base64_text(raw)
    if name in ("quoted-printable", "quoted/printable"):
        return a2b_qp(raw)
    return b"".join(_uu_lines(raw.splitlines())) if name in _UU_NAMES else raw


def size_of(raw: bytes, begin: int, end: int, encoding: str) -> int:
    """How many bytes a part holds once undone, counted and not decoded where it is base64 or plain."""
    name = encoding.strip().lower()
    if name == "base64":
        signs = end - begin - sum(raw.count(white, begin, end) for white in (b"\n", b"\r", b" ", b"\t", b"="))
        return signs * 3 // 4
    return end - begin if name in ("", "7bit", "8bit", "binary") else len(undone(raw[begin:end], encoding))


def from_base64(raw: bytes) -> bytes:
    """Base64 with foreign signs, missing ends or several ends."""
    return b"".join(_block(block.translate(None, _NO_BASE64)) for block in _ENDS.split(raw))


def _block(block: bytes) -> bytes:
    whole = block[:-1] if len(block) % 4 == 1 else block
    return a2b_base64(whole + b"=" * (-len(whole) % 4))


def _base64_text(raw: bytes) -> bytes:
    """Base64, with what a mailing list added below it as it stands; raw when it is no base64 at all."""
    clean = _CLEAN.match(raw)
    end = clean.end() if clean else 0
    if end == len(raw):
        return from_base64(raw)
    foreign = len(raw) - len(raw.translate(None, _NO_BASE64)) - sum(raw.count(white) for white in (b"\r", b"\n"))
    line_start = max(raw.rfind(b"\n", 0, end), raw.rfind(b"\r", 0, end)) + 1
    if line_start and raw.count(b" ", end, end + _FOOTER_WITHIN) >= _FOOTER_WORDS:
        return from_base64(raw[:line_start]) + b"\n" + raw[line_start:]
    return raw if foreign * _PLAIN_ONE_IN > len(raw) else from_base64(raw)


def without_uu_files(text: str) -> tuple[str, tuple[tuple[str, bytes], ...]]:
    """Text without the uuencoded files that stand in it, and those files by name."""
    kept: list[str] = []
    files: list[tuple[str, bytes]] = []
    at = 0
    while begins := _next_file(text, at):
        end = text.find(_UU_END, begins.end())
        if end < 0:
            break
        lines = text[begins.end() : end].encode("ascii", "replace").splitlines()
        files.append((begins[1].strip(), b"".join(_uu_lines(lines))))
        kept.append(text[at : begins.start()])
        at = end + len(_UU_END)
    return "".join((*kept, text[at:])), tuple(files)


def _next_file(text: str, at: int) -> re.Match[str] | None:
    found = _BEGINS.finditer(text, at) if "begin" in text else ()
    return next((begins for begins in found if _is_uu(begins[2])), None)


def _is_uu(line: str) -> bool:
    """Whether a line is as long as its first sign says."""
    size = (ord(line[0]) - 32) & 63
    return 0 < size <= _WIDEST and 0 <= len(line.rstrip()) - 1 <= (size + 2) // 3 * 4 + 1 and len(line) > size


def _uu_lines(lines: list[bytes]) -> Iterator[bytes]:
    for line in lines:
        if not line or line.startswith((b"begin ", b"end")):
            continue
        try:
            yield a2b_uu(line)
        except Error:
            yield _shorter(line)


def _shorter(line: bytes) -> bytes:
    """A line with signs too many at its end, as some encoders write."""
    try:
        return a2b_uu(line[: (((line[0] - 32) & 63) * 4 + 5) // 3])
    except Error:
        return b""
