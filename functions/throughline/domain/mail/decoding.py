"""Bytes of a mail as text: by what it declares, then by what it can be; never a broken sign."""

from email.header import decode_header
from email.message import Message

_BETTER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
}
_ESCAPE = b"\x1b"
_LAST = "latin-1"


def decoded(raw: bytes, charset: str | None) -> str:
    """Text from bytes; a wrong or unknown charset is replaced by one that can be read."""
    tried = [_BETTER.get(charset.lower(), charset.lower())] if charset else []
    tried += ["iso2022_jp"] if _ESCAPE in raw else []
    for name in (*tried, "utf-8", "cp1252", _LAST):
        try:
            text = raw.decode(name)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return ""


def header(message: Message, name: str) -> str:
    """A header on one line, its encoded words read; empty when it is absent."""
    value = message.get(name)
    if value is None:
        return ""
    try:
        pieces = decode_header(str(value))
    except Exception:  # noqa: BLE001 - the standard library raises many kinds on damaged headers
        return " ".join(str(value).split())
    text = "".join(decoded(part, charset) if isinstance(part, bytes) else part for part, charset in pieces)
    return " ".join(text.split())


def part_text(part: Message) -> str:
    """The text of one part, transfer encoding and charset undone."""
    try:
        payload = part.get_payload(decode=True)
        charset = part.get_content_charset()
    except Exception:  # noqa: BLE001 - as above
        return ""
    return decoded(payload, charset) if isinstance(payload, bytes) else ""
