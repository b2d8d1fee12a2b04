"""Mail passed on within another's words: where it begins, who wrote it, and what it says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from throughline.domain.mail.incoming import Split
from throughline.domain.mail.saying.forward_words import FORWARDED, PREFIXES, REPLIES
from throughline.domain.mail.sorting.sender import mailbox
from throughline.domain.mail.splitting.quote_words import FORWARDS, LABELS
from throughline.domain.mail.splitting.reply import split_mail

DEEPEST = 5
_TAGGED = r"\s*(?:\[[^\]]{0,40}\]\s*)?\[?"
_SAID = r"\s?(?:\[\d+\])?\s?[:：]"
_RULED = r"[-_=*–—─]{2,60}"
_LINK = re.compile(r"[\[<(]\s*mailto:([^\s\])>]{3,254})[\])>]?", re.IGNORECASE)
_ABOVE = re.compile(rf"[>*\s]*{_RULED}(?:[^-]{{1,80}}{_RULED})?\s*")
_RULES, _COLONS = "-_=–—─", ":："
_LONGEST_LINE, _MOST_LINES, _MOST_FIELDS = 400, 5_000, 30


@cache  # few mails are passed on: the words of all languages wait until one may be
def _forward() -> re.Pattern[str]:
    return re.compile(rf"{_TAGGED}(?:{PREFIXES}){_SAID}", re.IGNORECASE)


@cache
def _reply() -> re.Pattern[str]:
    return re.compile(rf"{_TAGGED}(?:{REPLIES}){_SAID}", re.IGNORECASE)


@cache
def _mark() -> re.Pattern[str]:
    ruled = rf"{_RULED}\s*(?:{FORWARDED}).{{0,80}}?{_RULED}"
    return re.compile(rf"[>*\s]{{0,9}}(?:{ruled}|\*?(?:{FORWARDS})\s?[:：]?\*?)\s*", re.IGNORECASE)


@cache
def _field() -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind}>{words})" for kind, words in LABELS.items())
    return re.compile(rf"[>*_|\s]{{0,12}}(?:{kinds})[*_\s]{{0,4}}[:：][*_\s]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passed:
    """A mail that another passes on: its words in three together with those around it, and who wrote it first."""

    split: Split
    sender: str


@dataclass(frozen=True, slots=True)
class _Found:
    above: str
    head: str
    below: str
    sender: str
    subject: str


def passed_on(text: str, subject: str, depth: int = 0) -> Passed | None:
    """The mail that a text passes on; None when it passes none on, as an answer does not."""
    found = _found(text.split("\n"), subject)
    if not found or depth > DEEPEST:
        return None
    own = split_mail(found.above, "")
    if own.quoted and not is_forward(subject):
        return None
    inner = passed_on(found.below, found.subject, depth + 1) or Passed(split_or_all(found.below, ""), found.sender)
    return Passed(together(Split(own.new, _lines(own.quoted, found.head), own.signature), inner.split), inner.sender)


def is_reply(subject: str) -> bool:
    """Whether a subject says that the mail answers one."""
    return bool(_reply().match(subject))


def is_forward(subject: str) -> bool:
    """Whether a subject says that the mail passes one on."""
    return bool(_forward().match(subject))


def split_or_all(plain: str, html: str) -> Split:
    """Words in three; where nothing seems new, what seems quoted is: somebody passed it on."""
    split = split_mail(plain, html)
    return split if split.new else Split(split.quoted, "", split.signature)


def together(own: Split, passed: Split) -> Split:
    """What was passed on below the words of who did."""
    return Split(
        _lines(own.new, passed.new), _lines(own.quoted, passed.quoted), _lines(own.signature, passed.signature)
    )


def _lines(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text.strip())


def _found(lines: Sequence[str], subject: str) -> _Found | None:
    if is_reply(subject):
        return None
    headed = is_forward(subject)
    begins = (
        at for at, line in enumerate(lines[:_MOST_LINES]) if _is_mark(line) or (headed and _heads(lines, at, line))
    )
    at = next(begins, -1)
    if at < 0:
        return None
    start = at + 1 if _is_mark(lines[at]) else at
    told, end = _fields(lines, start)
    above = _above(lines, at)
    sender = " ".join(_LINK.sub(r"<\1>", told.get("from", "")).split())
    name, address = mailbox(sender)
    below = _unmarked(lines[end:])
    head = "\n".join(lines[above:end])
    return _Found("\n".join(lines[:above]), head, "\n".join(below), address or name, told.get("subject", ""))


def _is_mark(line: str) -> bool:
    bare = line[:_LONGEST_LINE].strip("> \t*")
    framed = bare[:1] in _RULES or bare[-1:] in _COLONS
    return bool(bare) and framed and len(line) <= _LONGEST_LINE and _mark().fullmatch(line) is not None


def _heads(lines: Sequence[str], at: int, line: str) -> bool:
    """Whether the header of a mail begins at a line: who wrote it, and when or of what."""
    field = _field().match(line) if len(line) <= _LONGEST_LINE else None
    if not field or field.lastgroup != "from":
        return False
    told, _ = _fields(lines, at)
    return "subject" in told or "date" in told


def _fields(lines: Sequence[str], start: int) -> tuple[dict[str, str], int]:
    """Header fields from a line on, the first of each kind, and where the words after them begin."""
    told: dict[str, str] = {}
    at = _filled(lines, start)
    if at - start > 2 or at == len(lines) or not _field().match(lines[at][:_LONGEST_LINE]):  # noqa: PLR2004 - blank lines
        return told, start
    last = ""
    for _ in range(_MOST_FIELDS):
        field = _field().match(lines[at][:_LONGEST_LINE]) if at < len(lines) else None
        if field and field.lastgroup:
            last = field.lastgroup
            told.setdefault(last, lines[at][field.end() :].strip(" *_"))
        elif at < len(lines) and lines[at].strip(" >") and last in ("to", "cc", "from"):
            told[last] += " " + lines[at].strip(" >*")
        else:
            after = _filled(lines, at)
            if after == at or after - at > 1 or after == len(lines) or not _field().match(lines[after][:_LONGEST_LINE]):
                return told, at
            at = after - 1
        at += 1
    return told, at


def _filled(lines: Sequence[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip(" >\t"):
        at += 1
    return at


def _above(lines: Sequence[str], at: int) -> int:
    """Where the words above end: a drawn line right above a head belongs to it."""
    last = at - 1
    while last >= 0 and not lines[last].strip():
        last -= 1
    return last if last >= 0 and len(lines[last]) <= _LONGEST_LINE and _ABOVE.fullmatch(lines[last]) else at


def _unmarked(lines: Sequence[str]) -> list[str]:
    """The lines without the mark of a quote, where each of them has it."""
    filled = [line for line in lines if line.strip()]
    if filled and all(line.lstrip().startswith(">") for line in filled):
        return [line.lstrip().removeprefix(">").removeprefix(" ") for line in lines]
    return list(lines)
