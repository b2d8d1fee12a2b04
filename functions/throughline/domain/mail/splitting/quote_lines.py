"""Lines like `On this day somebody wrote:`, by which mail programs announce a quote."""

import re
from collections.abc import Sequence

from throughline.domain.mail.splitting.quote_words import OPENERS, OWN_SENTENCES, POSSESSED, STEMS, VERBS
from throughline.domain.mail.splitting.split_lines import Head, Line, is_quoted, marked, next_filled
from throughline.domain.mail.splitting.split_patterns import Late

_LONGEST_HEAD, _MOST_LINES = 600, 6
_VERB = Late(rf"(?<!\w)(?:{VERBS})(?![^\W\d_])|写道|寫道|書きました|のメール|작성")
_END = re.compile(r"[:：][\s*_]*$|(?:[-–—]{3,})$")
_OPENED = Late(rf"(?:{OPENERS})[\s,]*(?:\S.{{0,40}})?\d")
_DATED = re.compile(
    r"\d{1,4}\s?[./年년-]\s?\d|\d{1,2}\.? [^\W\d]{3,12}\.? \d{4}|[^\W\d]{1,14}[.,]{0,2}\s+(?:den\s+)?\d{1,2}[.,]?\s"
)
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d\s?[./年년-]\s?\d{1,2}|(?<!\d)\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}(?!\d)"
    r"|(?<!\d)\d{1,2}(?!\d|:).{1,30}(?<!\d)(?:19|20)\d\d(?!\d)"
    r"|\d{1,2}-[^\W\d]{3,9}-\d{2,4}"
)
_TIME = Late(r"(?<!\d)\d{1,2}\s?(?:[:.h時时点시]\s?\d{2}|[ap]\.?m)")
_ADDRESS = re.compile(r"[^\s<>@:;,]{1,80}@[^\s<>@:;,]{1,120}")


def announced_at(lines: Sequence[Line], at: int) -> Head | None:
    """`On this day somebody wrote:` and its like, in one line or several."""
    starts = _starts(lines, at)
    if not starts:
        return None
    text = ""
    for place in range(at, min(len(lines), at + _MOST_LINES)):
        plain = lines[place].plain
        if place > at and not _goes_on(lines, place):
            return None
        text = f"{text} {plain}".strip()
        if len(text) > _LONGEST_HEAD:
            return None
        if plain and (_END.search(plain) or _followed(lines, place)):
            head = _judged(lines, at, place, text)
            if head or _END.search(plain):
                return head
    return None


def _starts(lines: Sequence[Line], at: int) -> bool:
    """Whether a line may begin an attribution: with a date, or a name and address at a paragraph's start."""
    plain = lines[at].plain.lstrip("*_-–—[( ")
    if _OPENED.match(plain) or _DATED.match(plain):
        return True
    apart = at == 0 or not lines[at - 1].plain or is_quoted(lines[at - 1])
    following = lines[at + 1].plain if at + 1 < len(lines) else ""
    return apart and ("@" in plain or following.startswith("<") or _says(plain))


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Whether a head may reach into this line; over a gap only for an address."""
    line, before = lines[place], lines[place - 1]
    if not line.plain:
        return place + 1 < len(lines) and lines[place + 1].plain.startswith("<")
    if marked(line) and not _says(line.plain[:40]):
        return False
    starts = bool(_OPENED.match(line.plain)) and _says(line.plain)
    return not starts and not (before.plain.endswith((".", "!", "?")) and not line.plain.startswith("<"))


def _followed(lines: Sequence[Line], place: int) -> bool:
    after = next_filled(lines, place + 1)
    return after < len(lines) and is_quoted(lines[after]) and not _ends_wrapped(lines[after])


def _ends_wrapped(line: Line) -> bool:
    """Whether what looks like a mark closes an address that was wrapped."""
    return marked(line) and bool(_VERB.match(line.plain[1:].strip()))


def _judged(lines: Sequence[Line], at: int, end: int, text: str) -> Head | None:
    """A head when date, time, address and verb say so together; marks below make up for what is missing."""
    verb, date = _says(text), bool(_DATE.search(text))
    address, ended = bool(_ADDRESS.search(text)), bool(_END.search(text))
    if (not address and OWN_SENTENCES.search(text)) or (verb and POSSESSED.search(text)):
        return None
    length = end - at + 1
    begins = text.lstrip("*_-–—[( ")
    opened = bool(_OPENED.match(begins) or _DATED.match(begins))
    spoken = verb and ended and (address or (date and (bool(_TIME.search(text)) or _apart(lines, at))))
    if spoken or (ended and opened and date and address):
        return Head(length, sure=True)
    announced = (verb and ended) or (address and (ended or date))
    return Head(length, sure=False) if announced and _followed(lines, end) else None


def _says(text: str) -> bool:
    return bool(STEMS.search(text.lower()) and _VERB.search(text))


def _apart(lines: Sequence[Line], at: int) -> bool:
    return at == 0 or not lines[at - 1].plain
