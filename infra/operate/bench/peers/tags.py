"""The bare text of HTML, for those who read plain text only or answer in HTML."""

from html.parser import HTMLParser

_BREAKS = frozenset("p div br tr li ul ol h1 h2 h3 h4 blockquote table hr".split())
_SILENT = frozenset("style script head title".split())


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        self._silent += tag in _SILENT
        self.pieces += ["\n"] if tag in _BREAKS else []

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        self.pieces += ["\n"] if tag in _BREAKS else []

    def handle_data(self, data: str) -> None:
        self.pieces += [] if self._silent else [data]


def text_of(html: str) -> str:
    """All its words, quotes too, a line for each block."""
    text = _Text()
    text.feed(html)
    text.close()
    lines = (" ".join(line.split()) for line in "".join(text.pieces).split("\n"))
    return "\n".join(line for line in lines if line)
