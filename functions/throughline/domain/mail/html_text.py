"""The words of an HTML mail, its quotes left out; time grows with the mail's length only, whatever it holds."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

LONGEST = 2_000_000
_BREAKS = frozenset("p div br tr li h1 h2 h3 h4 h5 h6 table ul ol blockquote hr".split())
_SILENT = frozenset("style script head title".split())
_VOID = frozenset("br hr img meta link input area base col embed source track wbr".split())
_QUOTES = ("gmail_quote", "moz-cite-prefix", "yahoo_quoted", "divRplyFwdMsg", "appendonsend", "protonmail_quote")
_NAME = re.compile(r"/?[a-z][a-z0-9:-]{0,40}", re.IGNORECASE)
_COMMENT, _COMMENT_END = "<!--", "-->"


class _Words:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._names: Counter[str] = Counter()

    def tag(self, tag: str) -> None:
        name = _NAME.match(tag)
        if not name:
            return
        plain = name[0].strip("/").lower()
        if plain in _BREAKS:
            self.pieces.append("\n")
        if name[0].startswith("/"):
            self._close(plain)
        elif plain not in _VOID and not tag.endswith("/"):
            self._begin(plain, tag)

    def text(self, text: str) -> None:
        if not self._hidden():
            self.pieces.append(" ".join(text.split()) + (" " if text[-1:].isspace() else ""))

    def _begin(self, name: str, tag: str) -> None:
        quoted = name == "blockquote" or any(mark in tag for mark in _QUOTES)
        self._open.append((name, quoted or name in _SILENT or self._hidden()))
        self._names[name] += 1

    def _close(self, name: str) -> None:
        while self._names[name]:
            closed, _ = self._open.pop()
            self._names[closed] -= 1
            if closed == name:
                return

    def _hidden(self) -> bool:
        return bool(self._open) and self._open[-1][1]


def html_words(html: str) -> str:
    """What somebody wrote in an HTML mail, one paragraph a line; whole quotes are left out."""
    words = _Words()
    for is_tag, piece in _pieces(html[:LONGEST]):
        if is_tag:
            words.tag(piece)
        else:
            words.text(unescape(piece))
    lines = "".join(words.pieces).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _pieces(html: str) -> Iterator[tuple[bool, str]]:
    """Tags without their brackets, and the texts between them; what never closes is text, or no comment."""
    at = 0
    while (start := html.find("<", at)) >= 0:
        yield False, html[at:start]
        comment = html.startswith(_COMMENT, start)
        end = html.find(_COMMENT_END if comment else ">", start + 1)
        if end < 0:
            at = len(html) if comment else start
            break
        if not comment:
            yield True, html[start + 1 : end]
        at = end + (len(_COMMENT_END) if comment else 1)
    yield False, html[at:]
