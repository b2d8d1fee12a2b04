"""The lines of an HTML mail, with what its containers say of them; time grows with its length only."""

import re
from collections import Counter
from dataclasses import dataclass
from html import unescape

from throughline.domain.mail.splitting.html_marks import Mark, attributes, mark_of
from throughline.domain.mail.splitting.html_pieces import pieces_of
from throughline.domain.mail.splitting.split_lines import MOST_LINES, Label, Line

LONGEST = 2_000_000
_BREAKS = frozenset(
    "p div br tr li h1 h2 h3 h4 h5 h6 table ul ol dl dt dd blockquote hr pre section article header"
    " footer address center form body".split()
)
_APART = frozenset("p h1 h2 h3 h4 h5 h6 table ul ol dl blockquote pre".split())
_CELLS = frozenset("td th".split())
_VOID = frozenset("br hr img meta link input area base col embed source track wbr o:p".split())
_NAME = re.compile(r"/?[a-z][a-z0-9:-]{0,40}", re.IGNORECASE)
_TIGHT = re.compile(r"mso|margin\s*:\s*0")
_LABELS = {Mark.QUOTED: Label.QUOTED, Mark.REST: Label.QUOTED, Mark.SIGNATURE: Label.SIGNATURE}
_HARD = "\u00a0"  # a line of nothing else is an empty one
_WHITE = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class _Around:
    """A container of quotes: what follows a whole quote in it is the writer's."""

    seen: bool = False


@dataclass(slots=True)
class _Open:
    name: str
    mark: Mark | None
    around: _Around | None
    kept: bool  # white space as written
    tight: bool  # stands without a gap
    number: int = 0


class _Page:
    """Lines as they come, from tags and texts in order."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._open: list[_Open] = [_Open("", None, None, kept=False, tight=True)]
        self._names: Counter[str] = Counter()
        self._pieces: list[str] = []
        self._told: Label | None = None
        self._rest = False

    def tag(self, tag: str) -> None:
        match = _NAME.match(tag)
        if not match:
            return
        name = match[0].strip("/").lower()
        if match[0].startswith("/"):
            self._close(name)
        else:
            self._begin(name, tag)

    def text(self, text: str) -> None:
        top = self._open[-1]
        if top.mark is Mark.HIDDEN:
            return
        if top.kept:
            first, *others = text.replace("\r\n", "\n").split("\n", MOST_LINES)
            self._add(first)
            for line in others:
                self._break()
                self._add(line)
        else:
            self._add(_WHITE.sub(" ", text))

    def finish(self) -> list[Line]:
        self._break()
        return self.lines

    def _add(self, text: str) -> None:
        if not text.strip() and _HARD not in text and not self._pieces:
            return
        told = self._label()
        if self._pieces and told is not self._told and text.strip():
            self._break()
        if not self._pieces:
            self._told = told
        self._pieces.append(text)

    def _label(self) -> Label | None:
        if self._rest:
            return Label.QUOTED
        top = self._open[-1]
        if top.mark is Mark.AROUND:
            return None if top.around is None or top.around.seen else Label.QUOTED
        return _LABELS.get(top.mark) if top.mark else None

    def _break(self) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        if text.strip():
            self.lines.append(Line.of(text if self._open[-1].kept else text.strip(), self._told))
        elif _HARD in text:
            self.lines.append(Line.of("", self._told))

    def _gap(self) -> None:
        self._break()
        if self.lines and self.lines[-1].text:
            self.lines.append(Line.of("", self._label()))

    def _begin(self, name: str, tag: str) -> None:
        if name == "body":
            self._close("head")
        above = self._open[-1]
        told = attributes(tag) if "=" in tag else {}
        mark = mark_of(name, told)
        tight = bool(_TIGHT.search(told.get("class", "") + told.get("style", "")))
        self._space(name, tight=tight)
        if mark is Mark.REST and above.mark is not Mark.QUOTED:
            self._rest = True
        if name in _VOID or (tag.endswith("/") and name not in _BREAKS):
            return
        kept = above.kept or name == "pre" or "white-space:pre" in told.get("style", "").replace(" ", "")
        around = _Around() if mark is Mark.AROUND else above.around
        self._open.append(_Open(name, self._inherited(name, mark, above.mark), around, kept, tight))
        self._names[name] += 1
        if name == "li":
            self._item(above)

    @staticmethod
    def _inherited(name: str, mark: Mark | None, above: Mark | None) -> Mark | None:
        if name == "head" or above is Mark.HIDDEN:
            return Mark.HIDDEN
        if above is Mark.QUOTED:
            return above
        if above is Mark.AROUND and mark is Mark.OWN:
            return above
        return above if mark is None else mark

    def _item(self, above: _Open) -> None:
        above.number += 1
        self._add(f"{above.number}. " if above.name == "ol" else "- ")

    def _space(self, name: str, *, tight: bool) -> None:
        if name == "br":
            self._line_break()
        elif name in _APART and not tight:
            self._gap()
        elif name in _BREAKS:
            self._break()
        elif name in _CELLS and self._pieces:
            self._pieces.append(" ")

    def _line_break(self) -> None:
        if "".join(self._pieces).strip():
            self._break()
        else:
            self._pieces.clear()
            self.lines.append(Line.of("", self._label()))

    def _close(self, name: str) -> None:
        while self._names[name]:
            if self._open[-1].name in _BREAKS:
                self._break()
            closed = self._open.pop()
            self._names[closed.name] -= 1
            self._closed(closed)
            if closed.name == name:
                return

    def _closed(self, closed: _Open) -> None:
        if closed.name in _APART and not closed.tight:
            self._gap()
        above = self._open[-1]
        if closed.name == "blockquote" and above.mark is Mark.AROUND and above.around:
            above.around.seen = True


def html_lines(html: str) -> list[Line]:
    """What an HTML mail says, line by line; what a container tells of a line goes with it."""
    page = _Page()
    for is_tag, piece in pieces_of(html[:LONGEST]):
        if is_tag:
            page.tag(piece)
        elif piece:
            page.text(unescape(piece))
    return page.finish()
