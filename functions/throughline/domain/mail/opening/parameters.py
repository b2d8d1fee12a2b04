"""What headers say beyond their first word: content types and parameters, read tolerantly and in linear time."""

import re
from email.message import Message
from urllib.parse import unquote_to_bytes

from throughline.domain.mail.opening.charsets import decoded
from throughline.domain.mail.opening.encoded_words import words_read

_TYPE = re.compile(r"\s*([\w.+-]{1,100})\s*/\s*([\w.+-]{1,100})", re.ASCII)
_ONE = re.compile(r'[;\s]([^\s=;"]{1,100})\s{0,9}=\s{0,9}("(?:[^"\\]|\\.)*"?|[^;]*)', re.DOTALL)
_SECTION = re.compile(r"([^*]+)(?:\*(\d{1,4}))?(\*?)")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ENCODED_PARTS = 3


def raw_value(message: Message, name: str) -> str:
    """A header's first value as it stands, undecoded; bytes above ASCII are surrogates."""
    wanted = name.lower()
    return next((str(value) for known, value in message.raw_items() if known.lower() == wanted), "")


def content_type(message: Message, default: str = "text/plain") -> str:
    """The declared content type, in small letters; the default where none can be read."""
    found = _TYPE.match(raw_value(message, "Content-Type"))
    return f"{found[1]}/{found[2]}".lower() if found else default


def parameter(message: Message, name: str, wanted: str) -> str:
    """One parameter of a header, its sections joined and its charset undone; empty when it is absent."""
    sections: dict[int, tuple[str, bool]] = {}
    plain = ""
    for found in _ONE.finditer(raw_value(message, name)):
        named = _SECTION.fullmatch(found[1].lower())
        if not named or named[1] != wanted:
            continue
        value = _unquoted(found[2])
        if named[2] or named[3]:
            sections.setdefault(int(named[2] or 0), (value, bool(named[3])))
        else:
            plain = plain or value
    return _joined(sections) if sections else _told(plain)


def _unquoted(value: str) -> str:
    if not value.startswith('"'):
        return value.strip()
    inner = value[1:-1] if len(value) > 1 and value.endswith('"') else value[1:]
    return _ESCAPED.sub(lambda escaped: escaped[1] if escaped[1] in '"\\' else escaped[0], inner)


def _joined(sections: dict[int, tuple[str, bool]]) -> str:
    charset, raw = "", b""
    for at, (value, encoded) in sorted(sections.items()):
        text = value
        if at == 0 and encoded and text.count("'") >= _ENCODED_PARTS - 1:
            charset, _, text = text.split("'", _ENCODED_PARTS - 1)
        raw += unquote_to_bytes(text.encode("utf-8", "surrogateescape")) if encoded else _bytes(text)
    return words_read(decoded(raw, charset))


def _told(plain: str) -> str:
    return words_read(decoded(_bytes(plain)))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
