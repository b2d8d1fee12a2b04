"""A link scanner as mail systems run them: it asks for heads, opens, follows, and presses every button it finds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from links.routes import answer

REDIRECTS = range(300, 400)
MOST_HOPS = 5
FORM = "application/x-www-form-urlencoded"
CHOSEN = ("radio", "checkbox")
SILENT = ("submit", "button", "image", "reset", "file")


@dataclass
class Form:
    """A form as a page without script has it: where it goes, and what stands in it."""

    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)


class Page(HTMLParser):
    """What a robot sees of a page: its links, its refreshes and its forms."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._select = self._area = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.links += [given[name] for name in ("href", "src", "formaction") if given.get(name)]
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.links.append(given.get("content", "").partition("url=")[2])
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get").upper()))
        elif self.forms:
            self._field(tag, given)

    def handle_endtag(self, tag: str) -> None:
        self._select, self._area = ("" if tag == "select" else self._select), ("" if tag == "textarea" else self._area)

    def handle_data(self, data: str) -> None:
        if self._area:
            self.forms[-1].values[self._area] += data.strip()

    def _field(self, tag: str, given: dict[str, str]) -> None:
        values, name, kind = self.forms[-1].values, given.get("name", ""), given.get("type", "text")
        if tag == "select":
            self._select = name
        elif tag == "textarea":
            self._area = name
            values[name] = ""
        elif tag == "option" and self._select and (self._select not in values or "selected" in given):
            values[self._select] = given.get("value", "")
        elif tag == "input" and name and kind not in SILENT and (kind not in CHOSEN or "checked" in given):
            values[name] = given.get("value", "")


@dataclass(frozen=True)
class Visit:
    """One thing that the robot did, and the status that it got."""

    method: str
    url: str
    status: int
    said: str = ""


class Robot:
    """Walks our own pages from the links of a mail; never leaves the site."""

    def __init__(self, site: str) -> None:
        self._site = site
        self.visits: list[Visit] = []
        self.forms: list[tuple[str, Form]] = []
        self._seen: set[str] = set()

    def look(self, url: str) -> None:
        """HEAD, then GET, then whatever the page leads to; forms are noted, not sent."""
        ours = urljoin(self._site + "/", url).partition("#")[0]
        if not ours.startswith(self._site) or ours in self._seen:
            return
        self._seen.add(ours)
        self._ask("HEAD", ours)
        for page_url, html in self._followed(ours):
            page = Page(html)
            self.forms += [(page_url, form) for form in page.forms]
            for link in page.links:
                self.look(urljoin(page_url, link))

    def press(self, url: str, form: Form) -> Visit:
        """Send a form with what stands in it, as a browser without script."""
        target = urljoin(url, form.action)
        body = urlencode(form.values).encode()
        if form.method == "GET":
            return self._ask("GET", f"{target}?{body.decode()}")[0]
        return self._ask("POST", target, body, content_type=FORM)[0]

    def _followed(self, url: str) -> Iterator[tuple[str, str]]:
        for _ in range(MOST_HOPS):
            visit, given = self._ask("GET", url)
            headers = {name.lower(): str(value) for name, value in given["headers"].items()}
            if visit.status not in REDIRECTS:
                yield url, str(given["body"]) if "html" in headers.get("content-type", "") else ""
                return
            url = urljoin(url, headers["location"])

    def _ask(self, method: str, url: str, body: bytes = b"", **headers: str) -> tuple[Visit, Any]:
        given = answer(method, url, body, **headers)
        parts = urlsplit(url)
        visit = Visit(method, parts.path, int(given["statusCode"]))
        self.visits.append(visit)
        return visit, given
