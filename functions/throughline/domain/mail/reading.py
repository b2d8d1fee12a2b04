"""What a mail says and what kind it is; any bytes in, one answer out, never an exception."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import Message

from throughline.domain.mail.incoming import Bounced, MailKind, Own, ReadMail, Shape, Split, Tools
from throughline.domain.mail.opening.attachments import all_gathered, listed
from throughline.domain.mail.opening.body import Gathered, Words
from throughline.domain.mail.opening.decoding import header
from throughline.domain.mail.opening.parts import LARGEST, MOST_PARTS, Part, take_apart
from throughline.domain.mail.saying.forwards import Passed, is_forward, is_reply, passed_on, split_or_all, together
from throughline.domain.mail.saying.tongue import language_of
from throughline.domain.mail.sorting.bounce import bounced
from throughline.domain.mail.sorting.kind import kind_of
from throughline.domain.mail.sorting.sender import sender_of, written_on
from throughline.domain.mail.sorting.thread import thread_of
from throughline.domain.mail.sorting.verdicts import verdicts_of
from throughline.domain.mail.splitting.html_text import html_lines
from throughline.domain.mail.splitting.reply import split_mail

LONGEST_SUBJECT, LONGEST_IDENTITY = 500, 1_000
DEEPEST = 5
_LONGEST_PASSED_ON = 300_000  # signs of HTML: it is gone through twice
NOBODY, NO_TOOLS = Own(), Tools()
_END_OF_HEAD = re.compile(rb"\r\n\r\n|\n\n|\r\r")
_BACK = (MailKind.BOUNCE, MailKind.COMPLAINT)
_SHAPES = {
    Shape.ENCRYPTED: "encrypted: its words can't be read here",
    Shape.CALENDAR: "a calendar program's invitation or answer",
    Shape.SIGNED: "signed by its sender, which is not checked",
    Shape.FORWARDED: "it passes on somebody else's mail",
}


@dataclass(frozen=True, slots=True)
class _Told:
    """What a mail says: its words in three, and who wrote what it passes on."""

    split: Split
    sender: str = ""
    passes_on: bool = False


def read_mail(raw: bytes, *, own: Own = NOBODY, tools: Tools = NO_TOOLS) -> ReadMail:
    """Read a stored mail."""
    mail = take_apart(raw)
    message, detect = mail.message, tools.detect_charset
    kind, why = kind_of(message, own)
    found = all_gathered(mail, tools)
    subject = header(message, "Subject", detect)
    told = _told(found, subject, passes_on=kind is MailKind.HUMAN, tools=tools)
    shapes = _shapes(found[0], told)
    name, address = sender_of(message, detect)
    return ReadMail(
        kind,
        header(message, "Message-ID")[:LONGEST_IDENTITY] or _digest(message, raw),
        name,
        address,
        _short(subject),
        told.split,
        reason="; ".join((why, *(_SHAPES[shape] for shape in shapes), *_notes(mail, len(raw), found[0]))),
        shape=shapes[0] if shapes else Shape.PLAIN,
        attachments=listed(mail, found),
        verdicts=verdicts_of(message),
        bounced=bounced(message) if kind in _BACK else Bounced(),
        threading=thread_of(message),
        forwarded_from=told.sender,
        written_on=written_on(message),
        language=language_of(told.split.new or subject),
    )


def _told(found: list[Gathered], subject: str, *, passes_on: bool, tools: Tools) -> _Told:
    """What the whole mail says; only a person's passes on what it encloses."""
    words = found[0].words
    if not passes_on:
        return _Told(split_mail(words.plain, words.html))
    held = {one.mail.number: one for one in found}
    own = _of_words(words, subject, split_mail)
    return _with_enclosed(own, found[0], held, subject, tools)


def _of_words(words: Words, subject: str, split: Callable[[str, str], Split]) -> _Told:
    """A mail's own words, and what they pass on in their midst."""
    found = passed_on(words.plain, subject) or _in_html(words.html, subject)
    if found:
        return _Told(found.split, found.sender, passes_on=True)
    whole = split(words.plain, words.html)
    if whole.new or not whole.quoted or not is_forward(subject):
        return _Told(whole)
    return _Told(Split(whole.quoted, "", whole.signature), passes_on=True)


def _in_html(html: str, subject: str) -> Passed | None:
    if not is_forward(subject) or len(html) > _LONGEST_PASSED_ON:
        return None
    return passed_on("\n".join(line.text for line in html_lines(html)), subject)


def _with_enclosed(
    own: _Told, one: Gathered, held: dict[int, Gathered], subject: str, tools: Tools, depth: int = 0
) -> _Told:
    """With the mails that one encloses: passed on below its words, or quoted where it answers."""
    for enclosed in one.enclosed if depth < DEEPEST else ():
        inner = _enclosed(held[enclosed.number], held, tools, depth + 1)
        if is_reply(subject) and own.split.new:
            everything = "\n\n".join(filter(None, (inner.split.new, inner.split.quoted)))
            own = _Told(together(own.split, Split("", everything, inner.split.signature)), own.sender)
        else:
            own = _Told(together(own.split, inner.split), own.sender or inner.sender, passes_on=True)
    return own


def _enclosed(one: Gathered, held: dict[int, Gathered], tools: Tools, depth: int) -> _Told:
    message, words = one.mail.message, one.words
    subject = header(message, "Subject", tools.detect_charset)
    told = _of_words(words, subject, split_or_all)
    name, address = sender_of(message, tools.detect_charset)
    told = _with_enclosed(told, one, held, subject, tools, depth)
    return _Told(told.split, told.sender or address or name)


def _shapes(found: Gathered, told: _Told) -> tuple[Shape, ...]:
    shown = {
        Shape.ENCRYPTED: found.encrypted,
        Shape.CALENDAR: found.calendar,
        Shape.FORWARDED: told.passes_on,
        Shape.SIGNED: found.signed,
    }
    return tuple(shape for shape, is_so in shown.items() if is_so)


def _notes(mail: Part, size: int, found: Gathered) -> Iterator[str]:
    """What a person has to know who wonders what was read."""
    if found.rich_only:
        yield "its words are in a rich-text file"
    if size > LARGEST:
        yield "larger than 40 MB: only its beginning is read"
    if sum(1 for _ in mail.walk()) >= MOST_PARTS:
        yield f"more than {MOST_PARTS} parts: the rest is not read"


def _digest(message: Message, raw: bytes) -> str:
    """The same for each delivery: servers on the way write into the header, and nothing of that counts."""
    from hashlib import sha256

    told = "\n".join(header(message, name) for name in ("From", "Date", "Subject"))
    body = _END_OF_HEAD.split(raw, maxsplit=1)[-1]
    return sha256(told.encode("utf-8", "surrogatepass") + b"\n" + body).hexdigest()


def _short(subject: str) -> str:
    return subject if len(subject) <= LONGEST_SUBJECT else subject[: LONGEST_SUBJECT - 1] + "…"
