"""A mail taken apart into its parts, under caps on their number, their depth and the work; bytes are not copied."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from throughline.domain.mail.opening.heads import head_of
from throughline.domain.mail.opening.parameters import content_type, parameter, raw_value
from throughline.domain.mail.opening.sealed import signed_content
from throughline.domain.mail.opening.transfer import undone

MOST_PARTS, DEEPEST = 500, 50
LARGEST = 40 * 1024 * 1024  # what the mail service takes
LARGEST_OPENED = 10_000_000  # a part that holds a mail or files; what is larger stays closed
TNEF = b"\x78\x9f\x3e\x22"  # how a container begins that was saved without the mail around it
MOST_TEXT = 2_000_000  # bytes of one part, before they are decoded
_MOST_SEARCHED = 400_000_000
_MOST_TRIES = 20_000
_REST = re.compile(rb"(--)?[ \t]*(\r?\r\n|\r|\n|\Z)")
_GUESSED = re.compile(rb"(?:^|[\r\n])--([^\r\n]{1,100}?)[ \t]*\r?\n(?=content-)", re.IGNORECASE)
_GUESSED_WITHIN = 20_000
_MEANT_ZEROS = re.compile(rb"charset=\"?utf-?(?:16|32)|encoding:\s{0,9}binary", re.IGNORECASE)
_BLANK = re.compile(rb"(?:\r\n){2,}|\n{2,}|\r{2,}")
OPAQUE = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_REPORTED = ("message/delivery-status",)
_MOST_REPORTED = 200


@dataclass(slots=True)
class Part:
    """One part: its headers, its type, its body from `begin` to `end` of `source`, and what it holds.

    `number` counts the mail's parts from 0, a part before those it holds.
    """

    message: Message
    type: str
    source: bytes
    begin: int
    end: int
    number: int
    children: list["Part"] = field(default_factory=list)

    @property
    def encoding(self) -> str:
        """Its transfer encoding as declared."""
        return raw_value(self.message, "Content-Transfer-Encoding")

    @property
    def disposition(self) -> str:
        """`attachment`, `inline` or nothing, in small letters."""
        return raw_value(self.message, "Content-Disposition").partition(";")[0].strip().lower()

    @property
    def file_name(self) -> str:
        """The name it declares, as it stands."""
        return parameter(self.message, "Content-Disposition", "filename") or parameter(
            self.message, "Content-Type", "name"
        )

    def body(self) -> bytes:
        """Its body as it was sent, cut at what text may hold."""
        return self.source[self.begin : min(self.end, self.begin + MOST_TEXT)]

    def content(self) -> bytes:
        """Its content whole, the transfer encoding undone."""
        return undone(self.source[self.begin : self.end], self.encoding)

    def walk(self) -> Iterator["Part"]:
        """Itself and all parts in it."""
        yield self
        for child in self.children:
            yield from child.walk()


def take_apart(raw: bytes) -> Part:
    """The whole mail; its `message` holds its parts' as the standard library's parser would have it."""
    if raw.startswith(TNEF):
        return Part(Message(), "application/ms-tnef", raw, 0, len(raw), 0)
    source = _plain(raw if len(raw) <= LARGEST else raw[:LARGEST_OPENED])
    return _Taking().part(source, 0, len(source), "text/plain", 0, top=True)


def _plain(raw: bytes) -> bytes:
    """A mail saved as wide characters, or with zero bytes in its head, as mail is sent."""
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if raw.startswith(mark):
            return raw.decode("utf-16", "ignore").encode("utf-8", "ignore")
    begins = raw[:_GUESSED_WITHIN]
    stray = b"\0" in begins and not _MEANT_ZEROS.search(begins)
    return raw.replace(b"\0", b"") if stray else raw.removeprefix(codecs.BOM_UTF8)


class _Taking:
    """One mail being taken apart: how many parts there are, and how many bytes were searched for their bounds."""

    def __init__(self) -> None:
        self.parts = 0
        self.searched = 0

    def part(self, source: bytes, begin: int, end: int, default: str, depth: int, *, top: bool = False) -> Part:
        message, at = head_of(source, begin, end, top=top)
        part = Part(message, content_type(message, default), source, at, end, self.parts)
        self.parts += 1
        if depth < DEEPEST:
            part.children = self._children(part, depth + 1)
        if part.children:
            _hold(message, [child.message for child in part.children])
        elif part.type in _REPORTED:
            _hold(message, _reported(part))
        else:
            part.type = "text/plain" if part.type.startswith("multipart/") and self._looked_into(depth) else part.type
            message.set_payload(part.body().decode("ascii", "surrogateescape") if _is_told(part) else "")
        return part

    def _looked_into(self, depth: int) -> bool:
        """Whether a multipart at this depth was searched for its parts, so that without them it is plain text."""
        return depth < DEEPEST and self.searched < _MOST_SEARCHED

    def _children(self, part: Part, depth: int) -> list[Part]:
        if part.type.startswith("multipart/"):
            default = "message/rfc822" if part.type == "multipart/digest" else "text/plain"
            return [
                self.part(part.source, begin, end, default, depth)
                for begin, end in self._bounds(part)
                if self.parts < MOST_PARTS
            ]
        if self.parts >= MOST_PARTS or part.end - part.begin > LARGEST_OPENED:
            return []
        if part.type.startswith("message/") and part.type not in _REPORTED:
            return [self._message_in(part, depth)]
        inner = signed_content(part.content()) if part.type in OPAQUE else None
        return [self.part(inner, 0, len(inner), "text/plain", depth, top=True)] if inner else []

    def _message_in(self, part: Part, depth: int) -> Part:
        if _is_encoded(part):
            content = part.content()
            return self.part(content, 0, len(content), "text/plain", depth, top=True)
        return self.part(part.source, part.begin, part.end, "text/plain", depth, top=True)

    def _bounds(self, part: Part) -> list[tuple[int, int]]:
        declared = parameter(part.message, "Content-Type", "boundary").rstrip()
        bounds = self._split(part, declared.encode("utf-8", "surrogateescape")) if declared else []
        if bounds:
            return bounds
        guessed = _GUESSED.search(part.source, max(0, part.begin - 1), min(part.end, part.begin + _GUESSED_WITHIN))
        return self._split(part, guessed[1]) if guessed else []

    def _split(self, part: Part, boundary: bytes) -> list[tuple[int, int]]:
        """Begin and end of each part between the lines that bound them."""
        self.searched += part.end - part.begin
        found: list[tuple[int, int]] = []
        begin = -1
        for at, after, closes in _delimiters(part, b"--" + boundary) if self.searched < _MOST_SEARCHED else ():
            if closes and begin >= 0 and part.source.find(boundary + b"--", begin, at) >= 0:
                continue  # the part itself names a bound that looks like this one's end
            if begin >= 0:
                found.append((begin, _line_end_before(part.source, at, begin)))
            begin = -1 if closes else after
            if closes or len(found) > MOST_PARTS:
                break
        return [*found, (begin, part.end)] if begin >= 0 else found


def _hold(message: Message, parts: list[Message]) -> None:
    message.set_payload([*parts])


def _delimiters(part: Part, mark: bytes) -> Iterator[tuple[int, int, bool]]:
    """Each line that is the mark: where it begins, where the next line does, and whether it closes."""
    at = part.begin
    for _ in range(_MOST_TRIES):
        at = part.source.find(mark, at, part.end)
        if at < 0:
            return
        rest = _REST.match(part.source, at + len(mark), part.end)
        if rest and (at == part.begin or part.source[at - 1] in b"\r\n"):
            yield at, rest.end(), rest[1] is not None
        at += len(mark)


def _line_end_before(source: bytes, at: int, begin: int) -> int:
    """Where a part ends whose delimiter stands there: the line end before that is the delimiter's."""
    ended = 2 if source[max(begin, at - 2) : at] == b"\r\n" else 1
    return max(begin, at - ended)


def _is_encoded(part: Part) -> bool:
    return part.encoding.strip().lower() not in ("", "7bit", "8bit", "binary")


def _is_told(part: Part) -> bool:
    """Whether its body is words, and not a file's bytes."""
    return part.type.startswith(("text/", "message/")) and part.disposition != "attachment"


def _reported(part: Part) -> list[Message]:
    """The blocks of fields in a delivery report, each as a message without a body."""
    raw = undone(part.body(), part.encoding)
    starts = [0, *(blank.end() for blank in _BLANK.finditer(raw))][:_MOST_REPORTED]
    blocks = (head_of(raw, start, len(raw), top=False)[0] for start in starts)
    return [block for block in blocks if block.keys()]
