"""The words of an HTML mail, its quotes left out."""

from html.parser import HTMLParser

_BREAKS = frozenset("p div br tr li h1 h2 h3 h4 h5 h6 table ul ol blockquote hr".split())
_SILENT = frozenset("style script head title".split())
_VOID = frozenset("br hr img meta link input area base col embed source track wbr".split())
_QUOTES = (
    "gmail_quote",
    "moz-cite-prefix",
    "yahoo_quoted",
    "divRplyFwdMsg",
    "appendonsend",
    "protonmail_quote",
)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.pieces.append("\n")
        if tag in _VOID:
            return
        marks = " ".join(value or "" for name, value in attrs if name in ("class", "id"))
        quoted = tag == "blockquote" or any(mark in marks for mark in _QUOTES)
        self._open.append((tag, quoted or tag in _SILENT or self._hidden()))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self.pieces.append("\n")
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        if not self._hidden():
            self.pieces.append(" ".join(data.split()) + (" " if data[-1:].isspace() else ""))

    def _hidden(self) -> bool:
        return bool(self._open) and self._open[-1][1]


def html_words(html: str) -> str:
    """What somebody wrote in an HTML mail, one paragraph a line; whole quotes are left out."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = "".join(words.pieces).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())
