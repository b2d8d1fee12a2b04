"""Where a mail's headers end and its body begins, whatever ends its lines and whatever stands between them."""

import re
from email.message import Message

_LINE = re.compile(rb"[^\r\n]*(\r?\r\n|\r|\n|\Z)")
_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]{0,40}:(?!//)")
_KNOWN = re.compile(
    rb"(?:from|to|cc|bcc|subject|date|message-id|mime-version|content-[a-z-]{1,40}|received|return-path|reply-to|sender"
    rb"|references|in-reply-to|delivered-to|x-[a-z0-9-]{1,60}|dkim-signature|list-[a-z-]{1,40}|auto-submitted"
    rb"|precedence|user-agent|thread-[a-z]{1,20}|authentication-results)[ \t]{0,40}:",
    re.IGNORECASE,
)
_MAILBOX_LINE = re.compile(rb">?From ")
_BODY = re.compile(rb"(?:\r\n|\n|\r(?!\n))(?:\r\n|\n|\r)")
_WHITE = (b" ", b"\t")
_MOST_LINES, _MOST_FIELDS = 20_000, 1_000
LONGEST = 4_096
_LONGER = {b"to": 65_536, b"cc": 65_536, b"references": 65_536, b"received": 8_192}
_LOOK_AHEAD, _LOOK_FURTHER = 3, 20


class _Head:
    """Header fields as they are found: name, pieces of the value, and how much of it is kept."""

    def __init__(self) -> None:
        self.fields: list[tuple[bytes, list[bytes]]] = []
        self._room = 0

    def begin(self, name: bytes, value: bytes) -> None:
        self._room = _LONGER.get(name.lower(), LONGEST) if len(self.fields) < _MOST_FIELDS else 0
        if self._room:
            self.fields.append((name, []))
        self.go_on(value)

    def go_on(self, value: bytes) -> None:
        if self._room > 0 and self.fields:
            self.fields[-1][1].append(value[: self._room])
            self._room -= len(value)

    def message(self) -> Message:
        message = Message()
        for name, pieces in self.fields:
            value = b"".join(pieces).replace(b"\0", b"").strip()
            message.set_raw(name.decode("ascii"), value.decode("ascii", "surrogateescape"))
        return message


def head_of(source: bytes, begin: int, end: int, *, top: bool) -> tuple[Message, int]:
    """The headers of what begins there, as a message without a body, and where its body begins.

    `top` is a mail, not a part of one: blank lines, a mailbox's own line and some rubbish may precede its headers.
    """
    head = _Head()
    at = _skipped(source, begin, end) if top else begin
    for _ in range(_MOST_LINES):
        line = _LINE.match(source, at, end)
        if not line or at >= end:
            return head.message(), end
        if line.start(1) == at:
            return head.message(), line.end()
        if not _take(head, source, at, line.start(1)):
            if not _goes_on(source, line.end(), end, head, top=top):
                return head.message(), at
            head.go_on(b" " + source[at : min(line.start(1), at + LONGEST)])
        at = line.end()
    blank = _BODY.search(source, at, end)
    return head.message(), blank.end() if blank else end


def _take(head: _Head, source: bytes, at: int, end: int) -> bool:
    """Whether the line belongs to the headers by itself."""
    if source[at : at + 1] in _WHITE and head.fields:
        head.go_on(source[at : min(end, at + LONGEST * 16)])
        return True
    field = _FIELD.match(source, at, end)
    if field:
        head.begin(field[1], source[field.end() : min(end, field.end() + LONGEST * 16)])
    return field is not None or _MAILBOX_LINE.match(source, at, end) is not None


def _goes_on(source: bytes, at: int, end: int, head: _Head, *, top: bool) -> bool:
    """Whether headers follow soon after a line that is none, so that it is rubbish between them."""
    for _ in range(_LOOK_AHEAD if head.fields or not top else _LOOK_FURTHER):
        line = _LINE.match(source, at, end)
        if not line or line.start(1) == at:
            return False
        if _KNOWN.match(source, at, end):
            return True
        at = line.end()
    return False


def _skipped(source: bytes, at: int, end: int) -> int:
    while at < end and source[at] in b"\r\n":
        at += 1
    return at
