"""Lines of a mail and what each is: new, quoted or part of a signature."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

_UNSEEN: dict[int, str | None] = {
    ord(sign): None for sign in "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
}
_UNSEEN |= {ord(sign): " " for sign in "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t"}
_GAPS = re.compile(r"\n{3,}")
_INITIALS = re.compile(r"[A-Z]{1,4}>(?:\s|$)")
_RUNS = re.compile(r"(?:^[ \t]*>[^\n]*\n?)+|(?:^(?![ \t]*>)[^\n]*\n?)+", re.MULTILINE)
MOST_LINES, MOST_RUNS = 3_000, 300  # nobody writes more lines than that before quoting
_FENCE = "```"


class Label(Enum):
    """What a line is."""

    NEW = "new"
    QUOTED = "quoted"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as written, the same made plain for reading, and what its container says it is, if it says so."""

    text: str
    plain: str
    told: Label | None = None

    @classmethod
    def of(cls, text: str, told: Label | None = None) -> "Line":
        """A line whose unseen signs and odd spaces are no hindrance."""
        return cls(text, (text.replace("\t", " ") if text.isascii() else text.translate(_UNSEEN)).strip(), told)


@dataclass(frozen=True, slots=True)
class Head:
    """How many lines announce a quote; `sure` when all that follows is quoted even without marks."""

    length: int
    sure: bool


def lines_of(text: str) -> list[Line]:
    """A plain text's lines; only real line ends part them, and what is too much for reading line by line is not."""
    *lines, rest = text.replace("\r\n", "\n").replace("\r", "\n").split("\n", MOST_LINES)
    found = [Line.of(line) for line in lines]
    at = 0
    for run in islice(_RUNS.finditer(rest), MOST_RUNS):
        found.append(Line.of(run[0].removesuffix("\n")))
        at = run.end()
    return [*found, Line.of(rest[at:])] if at < len(rest) or not rest else found


def marked(line: Line) -> bool:
    """Whether the line carries a quote mark; an escaped `From` carries none."""
    return line.plain.startswith((">", "＞")) and not line.plain.startswith(">From ")


def initialled(line: Line) -> bool:
    """Whether the line carries a mark with the initials of the one quoted: `RL> `."""
    return ">" in line.plain[1:5] and bool(_INITIALS.match(line.plain))


def is_quoted(line: Line) -> bool:
    """Whether the line itself tells that it is quoted."""
    return line.told is Label.QUOTED or (line.told is None and marked(line))


def next_filled(lines: Sequence[Line], at: int) -> int:
    """The first line at or after a place that holds words; the number of lines when none does."""
    while at < len(lines) and not lines[at].plain:
        at += 1
    return at


def fenced(lines: Sequence[Line]) -> set[int]:
    """The lines of code blocks between fences; a fence that never closes opens nothing."""
    fences = [at for at, line in enumerate(lines) if line.plain.startswith(_FENCE)]
    return {at for start, end in zip(fences[::2], fences[1::2], strict=False) for at in range(start, end + 1)}


def joined(lines: Sequence[Line], labels: Iterable[Label], wanted: Label) -> str:
    """The lines of one label, in their order; what stood apart stays apart."""
    pieces: list[str] = []
    apart = False
    for line, label in zip(lines, labels, strict=True):
        if label is wanted:
            pieces += ["", line.text.rstrip()] if apart else [line.text.rstrip()]
        apart = label is not wanted and bool(pieces)
    return _GAPS.sub("\n\n", "\n".join(pieces)).strip("\n").rstrip()
