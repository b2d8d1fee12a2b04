"""Headers and parts of a mail as text: by what they declare, then by what they can be; never a broken sign."""

import re
from email.message import Message
from itertools import islice

from throughline.domain.mail.opening.charsets import Detect, decoded
from throughline.domain.mail.opening.encoded_words import words_read
from throughline.domain.mail.opening.flowed import unflowed
from throughline.domain.mail.opening.parameters import parameter, raw_value
from throughline.domain.mail.opening.transfer import undone

_LONGEST = 16_000
_PARTS_ASKED = 6
DAMAGED = (ValueError, LookupError, TypeError, AttributeError)  # what the standard library raises on odd parameters
_CONTROL = dict.fromkeys((*range(9), *range(14, 28), 127))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_META_WITHIN = 4_000


def header(message: Message, name: str, detect: Detect = lambda _: None) -> str:
    """A header's first value on one line, its encoded words read; empty when it is absent."""
    text = words_read(undecoded(message, name, detect), detect)
    return " ".join(text.translate(_CONTROL).split())


def undecoded(message: Message, name: str, detect: Detect = lambda _: None) -> str:
    """A header's first value with its encoded words as they stand, and bare bytes read."""
    value = raw_value(message, name)[:_LONGEST]
    raw = value.encode("utf-8", "surrogateescape")
    return value if value.isascii() and "\x1b" not in value else decoded(raw, _charset_within(message), detect)


def part_text(part: Message, detect: Detect = lambda _: None) -> str:
    """The text of one part, transfer encoding and charset undone; empty when it holds parts of its own."""
    payload = part.get_payload()
    return text_from(part, payload.encode("utf-8", "surrogateescape"), detect) if isinstance(payload, str) else ""


def text_from(part: Message, body: bytes, detect: Detect) -> str:
    """The text that a part with these headers and this body holds."""
    raw = undone(body, raw_value(part, "Content-Transfer-Encoding"))
    charset = parameter(part, "Content-Type", "charset")
    meta = None if charset else _META.search(raw, 0, _META_WITHIN)
    text = decoded(raw, meta[1].decode("ascii") if meta else charset, detect)
    if parameter(part, "Content-Type", "format").lower() != "flowed":
        return text
    return unflowed(text, delete_space=parameter(part, "Content-Type", "delsp").lower() == "yes")


def is_attached(part: Message) -> bool:
    """Whether the part is a file beside the words: it has a name, or says so."""
    named = parameter(part, "Content-Disposition", "filename") or parameter(part, "Content-Type", "name")
    return bool(named) or raw_value(part, "Content-Disposition").strip().lower().startswith("attachment")


def _charset_within(message: Message) -> str:
    """What the first parts declare: bare bytes in a header are mostly written in the same."""
    named = (parameter(part, "Content-Type", "charset") for part in islice(message.walk(), _PARTS_ASKED))
    return next(filter(None, named), "")
