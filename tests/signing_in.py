"""A browser without script, as far as signing in needs one: it keeps cookies, follows links and sends forms."""

import html
import re
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, OpenerDirector, Request, build_opener

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
PATIENCE = 30


@dataclass(frozen=True)
class Page:
    """What a browser sees in the end."""

    status: int
    url: str
    text: str
    location: str = ""

    def fields(self) -> dict[str, str]:
        """What the page's forms carry unseen."""
        return {name: html.unescape(value) for name, value in HIDDEN.findall(self.text)}


class _Stays(HTTPRedirectHandler):
    """Goes nowhere by itself."""

    def redirect_request(self, *_what: Any, **_how: Any) -> None:
        return None


@dataclass
class Browser:
    """One browser; `follows` says whether it goes where it is sent."""

    follows: bool = True
    cookies: CookieJar = field(default_factory=CookieJar)

    def open(self, url: str, form: dict[str, str] | None = None, **headers: str) -> Page:
        """A page, or with a `form` what comes of it."""
        sent = urlencode(form).encode() if form is not None else None
        request = Request(url, sent, {"Accept": "text/html", **headers})  # noqa: S310 - our own site on loopback
        try:
            answer = self._opener().open(request, timeout=PATIENCE)
        except HTTPError as error:
            answer = error
        with answer:
            text = answer.read().decode("utf-8", "replace")
            return Page(answer.status, answer.geturl(), text, answer.headers.get("Location") or "")

    def sign_in(self, site: str, manager: dict[str, str]) -> Page:
        """Through the pool's own page, back to ours."""
        page = self.open(f"{site}/manage")
        return self.open(urljoin(page.url, "/login"), in_the_pool(page, manager))

    def _opener(self) -> OpenerDirector:
        handlers: list[Any] = [HTTPCookieProcessor(self.cookies)]
        return build_opener(*handlers, *([] if self.follows else [_Stays()]))


def in_the_pool(page: Page, manager: dict[str, str]) -> dict[str, str]:
    """The form of the pool's sign-in page, filled in."""
    return {**page.fields(), "username": manager["email"], "password": manager["password"]}
