"""What the managers' pages share: cookies, who the door says it is, and forms that only our own pages can send."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from http.cookies import CookieError, SimpleCookie
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.shared.cookies import Cookie, SameSite

from throughline.adapters.described import FIELDS
from throughline.adapters.http import LARGEST_FORM, PRIVATE, data, door, fields_of, language_of, page, wants_page
from throughline.domain.manager import is_page_nonce, page_nonce
from throughline.errors import Refused, Unavailable

SESSION, ATTEMPT = "manager", "sign-in"
IN, HOME = "/manage/in", "/manage"
WHO, WHY = "manager", "why"
SEE_OTHER, FORBIDDEN = 303, 403
LOOKS, ACTS = (200, SEE_OTHER, FORBIDDEN, 503), (200, FORBIDDEN, *FIELDS, 503)
Answer = Response[str]


class Why(StrEnum):
    """Why the door names nobody."""

    NONE = "nobody signed in"
    OVER = "the session is over"
    AWAY = "it could not be looked up"


def name_of(name: str, site: str) -> str:
    """A cookie's name; on HTTPS its prefix lets no other host and no plain page set it."""
    return f"__Host-{name}" if site.startswith("https://") else name


def cookie(name: str, value: str, site: str, *, seconds: int) -> Cookie:
    """One that scripts can't read and other sites can't send along with a form; of no seconds, it is forgotten."""
    return Cookie(
        name=name_of(name, site),
        value=value,
        path="/",
        secure=site.startswith("https://"),
        http_only=True,
        max_age=seconds,
        same_site=SameSite.LAX_MODE,
    )


def cookie_in(event: Mapping[str, Any], name: str, site: str) -> str:
    """What a browser holds under a name; empty when it holds nothing."""
    headers = {key.lower(): value for key, value in (event.get("headers") or {}).items()}
    for sent in event.get("cookies") or [headers.get("cookie", "")]:
        read: SimpleCookie = SimpleCookie()
        try:
            read.load(str(sent))
        except CookieError:
            continue
        if name_of(name, site) in read:
            return read[name_of(name, site)].value
    return ""


def elsewhere(url: str, *cookies: Cookie) -> Answer:
    """The browser goes on to another page."""
    headers = {**PRIVATE, "Location": url}
    return Response(SEE_OTHER, content_type="text/html; charset=utf-8", body="", headers=headers, cookies=[*cookies])


def manager_of(app: APIGatewayHttpResolver) -> str:
    """Whose session it is, as the door says; empty where no door stands before the page."""
    return str(_told(app).get(WHO, ""))


def only_managers(app: APIGatewayHttpResolver, next_middleware: Callable[..., Any]) -> Any:
    """Lets nobody through whom the door does not name."""
    if manager_of(app):
        return next_middleware(app)
    why = _told(app).get(WHY, Why.NONE)
    if why == Why.AWAY:
        raise Unavailable(Why.AWAY)
    if why == Why.NONE and app.current_event.http_method == "GET" and wants_page(app):
        return elsewhere(IN)
    if wants_page(app):
        return page("manage_out", {"out": "", "over": True}, status=FORBIDDEN, language=language_of(app))
    do = f"Sign in at {IN}. Nothing has been changed."
    raise Refused("You are not signed in, or not any more.", field="session", do=do, status=FORBIDDEN)


def managers_pages() -> APIGatewayHttpResolver:
    """An empty set of routes for managers alone."""
    app = door()
    app.use(middlewares=[only_managers])
    return app


def own_form(app: APIGatewayHttpResolver, subject: str, root: bytes, largest: int = LARGEST_FORM) -> Mapping[str, str]:
    """The fields of a form that a page of this session made; Refused (403) for any other."""
    fields = fields_of(app, largest)
    if not is_page_nonce(root, subject, fields.get("nonce", "")):
        raise Refused("This page has gone stale.", field="nonce", do="Reload it and try again.", status=FORBIDDEN)
    return fields


def shown(app: APIGatewayHttpResolver, name: str, view: Mapping[str, Any], root: bytes, status: int = 200) -> Answer:
    """A page of the managers', with what its forms carry; a program gets what stands on it."""
    whole = {"notice": "", **view, "nonce": page_nonce(root, manager_of(app))}
    return page(name, whole, status=status, language=language_of(app)) if wants_page(app) else data(whole)


def _told(app: APIGatewayHttpResolver) -> Mapping[str, Any]:
    authorizer = app.current_event.raw_event.get("requestContext", {}).get("authorizer") or {}
    told = authorizer.get("lambda")
    return told if isinstance(told, dict) else {}
