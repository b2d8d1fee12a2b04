"""Reads rendered HTML as a program sees it: its elements, its links, its words."""

from html.parser import HTMLParser

WITHOUT_WORDS = ("style", "script")
LINKING = ("href", "src", "action")


class Reading(HTMLParser):
    """Elements with the names of their attributes in order, links in order, and visible words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.attributes: list[tuple[str, dict[str, str]]] = []
        self.links: list[str] = []
        self.parts: list[str] = []
        self.inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.attributes.append((tag, {name: value or "" for name, value in attrs}))
        self.links += [value or "" for name, value in attrs if name in LINKING]
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside not in WITHOUT_WORDS:
            self.parts.append(data)

    @property
    def words(self) -> str:
        return " ".join("".join(self.parts).split())
