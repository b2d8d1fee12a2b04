"""What stands on the outside of a mail: its own headers and parts, never those of a mail that it encloses."""

import re
from collections.abc import Iterator, Mapping
from email.message import Message
from itertools import islice

from throughline.domain.mail.opening.charsets import decoded
from throughline.domain.mail.opening.decoding import is_attached
from throughline.domain.mail.opening.parameters import content_type, parameter

MOST_PARTS = 200
MOST_BLOCKS = 200
LONGEST_REPORT = 200_000
READABLE = frozenset(("text/plain", "text/html"))
LONGEST_VALUE = 100_000
MOST_VALUES = 500
ADDRESS = re.compile(r"[^\s<>@,;:：\"'()\[\]\\|{}]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?", re.IGNORECASE)


def outer_parts(message: Message) -> Iterator[Message]:
    """The mail and its parts in their order; what lies in an enclosed mail is not its own."""
    waiting, seen = [message], 0
    while waiting and seen < MOST_PARTS:
        part = waiting.pop()
        seen += 1
        yield part
        if content_type(part).startswith("multipart/"):
            waiting += reversed(_within(part))


def values(message: Message, *names: str) -> list[str]:
    """What headers of these names hold, topmost first, as they were written."""
    wanted = {name.lower() for name in names}
    found = (str(value)[:LONGEST_VALUE] for name, value in message.raw_items() if name.lower() in wanted)
    return list(islice(found, MOST_VALUES))


def addresses(text: str) -> list[str]:
    """All mail addresses in a text, in small letters."""
    return [found.lower() for found in ADDRESS.findall(text)]


def text_of(part: Message) -> str:
    """The text of one part; empty when it holds parts of its own."""
    try:
        raw = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - the standard library raises many kinds on damaged parts
        return ""
    return decoded(raw, parameter(part, "Content-Type", "charset")) if isinstance(raw, bytes) else ""


def first_text(message: Message) -> str:
    """The first part that is text to read, without the tags of HTML; all, where what bounds the parts is lost."""
    for part in outer_parts(message):
        kind = content_type(part)
        readable = kind in READABLE or kind.startswith("multipart/")
        if readable and not part.is_multipart() and not is_attached(part):
            text = text_of(part)
            return _without_tags(text) if kind == "text/html" else text
    return ""


def enclosed(part: Message) -> Message | None:
    """The mail that a part encloses."""
    return next(iter(_within(part)), None) if content_type(part).startswith("message/") else None


def blocks(part: Message) -> Iterator[Mapping[str, str]]:
    """The groups of `Name: value` lines in a machine-readable report, names in small letters."""
    yield from text_blocks("\n\n".join(_as_written(one) for one in _within(part)))


def text_blocks(text: str) -> Iterator[Mapping[str, str]]:
    """The same of a text that holds such groups."""
    for _, block in zip(range(MOST_BLOCKS), re.split(r"\n[ \t]*\n", text[:LONGEST_REPORT]), strict=False):
        yield _fields(block)


def _fields(block: str) -> dict[str, str]:
    told: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        if line[:1] in (" ", "\t") and name:
            told[name] += " " + line.strip()
            continue
        written, colon, value = line.partition(":")
        name = written.strip().lower()
        if colon and name not in told:
            told[name] = value.strip()
        else:
            name = ""
    return told


def _within(part: Message) -> list[Message]:
    held = part.get_payload() if part.is_multipart() else None
    return [one for one in held[:MOST_PARTS] if isinstance(one, Message)] if isinstance(held, list) else []


def _as_written(block: Message) -> str:
    heads = "\n".join(f"{name}: {value}" for name, value in block.raw_items())
    body = "" if block.is_multipart() else text_of(block)
    return f"{heads}\n\n{body}" if body.strip() else heads


def _without_tags(html: str) -> str:
    return "\n".join(piece.rpartition(">")[2] for piece in html.split("<"))
