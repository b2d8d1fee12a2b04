"""Who claims to have written a mail, and when."""

import re
from datetime import date
from email.message import Message
from email.utils import parsedate_tz

from throughline.domain.address import is_address
from throughline.domain.mail.opening.charsets import Detect
from throughline.domain.mail.opening.decoding import header, undecoded
from throughline.domain.mail.opening.encoded_words import words_read

_IN_BRACKETS = re.compile(r"<([^<>]{1,400})>")
_BARE = re.compile(r"[^\s<>(),;:\"\[\]@]{1,64}@[^\s<>(),;:\"\[\]@]{1,255}")
_LONGEST_NAME = 200
_LONGEST_FIELD = 4_000
_AROUND = re.compile(r"[\s\"'();<>]+")


def sender_of(message: Message, detect: Detect = lambda _: None) -> tuple[str, str]:
    """Name and address as claimed; no address where none, or more than one, is told."""
    told = [value for name, value in message.raw_items() if name.lower() == "from"]
    name, address = mailbox(undecoded(message, "From", detect), detect)
    return name, "" if len(set(map(str, told))) > 1 else address


def mailbox(field: str, detect: Detect = lambda _: None) -> tuple[str, str]:
    """Name and address of the first person a field names; encoded words can't pretend to be an address's end."""
    short = field[:_LONGEST_FIELD]
    found = _IN_BRACKETS.search(short) or _BARE.search(short)
    if not found:
        decoded = words_read(short, detect)
        return (_name(decoded), "") if decoded == short else mailbox(decoded)
    address = "".join(found[found.re.groups].split()).lower()
    around = short[: found.start()] if found.re.groups else short[: found.start()] + short[found.end() :]
    name = _name(words_read(around, detect))
    return name, address if is_address(address) else ""


def written_on(message: Message) -> date | None:
    """The day its sender's clock told; None where no day can be read."""
    try:
        told = parsedate_tz(header(message, "Date")[:200])
        return date(*told[:3]) if told else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _name(text: str) -> str:
    return " ".join(_AROUND.sub(" ", text.replace("\\", "")).split()).strip(" ,")[:_LONGEST_NAME].rstrip()
