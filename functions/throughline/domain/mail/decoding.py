"""Bytes of a mail as text: by what it declares, then by what it can be; never a broken sign."""

import re
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
_LONGEST_HEADER = 10_000
DAMAGED = (ValueError, LookupError, TypeError, AttributeError)  # what the standard library raises on odd parameters
_NOT_FOR_MAIL = re.compile(r"(?:raw_)?unicode_?escape|idna|punycode|undefined")  # Python's own, no charsets


def decoded(raw: bytes, charset: str | None) -> str:
    """Text from bytes; a wrong or unknown charset is replaced by one that can be read."""
    named = (charset or "").lower()
    known = named and not _NOT_FOR_MAIL.fullmatch(named.replace("-", "_"))
    tried = [_BETTER.get(named, named)] if known else []
    tried += ["iso2022_jp"] if _ESCAPE in raw else []
    for name in (*tried, "utf-8", "cp1252", _LAST):
        try:
            text = raw.decode(name)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return whole.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return ""


def header(message: Message, name: str) -> str:
    """A header on one line, its encoded words read; empty when it is absent."""
    value = next((value for known, value in message.raw_items() if known.lower() == name.lower()), "")
    written = decoded(str(value)[:_LONGEST_HEADER].encode("ascii", "surrogateescape"), None)
    try:
        pieces = decode_header(written)
    except Exception:  # noqa: BLE001 - the standard library raises many kinds on damaged headers
        return " ".join(written.split())
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


def is_attached(part: Message) -> bool:
    """Whether the part is a file beside the words; a name that can't be read is a name."""
    try:
        return bool(part.get_filename())
    except DAMAGED:
        return True
