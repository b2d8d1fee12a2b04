"""GET /manage/in and /manage/back, GET and POST /manage/out: managers sign in at Cognito, and out again."""

from functools import cache
from secrets import token_urlsafe
from typing import Any

from aws_lambda_powertools.event_handler import Response

from manage_session.settings import Settings
from throughline.adapters.cognito import Cognito
from throughline.adapters.described import FIELDS, described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, door, language_of, page, wants_page
from throughline.adapters.manage import ATTEMPT, HOME, SESSION, cookie, cookie_in, elsewhere, own_form
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom
from throughline.domain.manager import SIGNED_IN, TO_SIGN_IN, Attempt, attempt_behind, session_behind
from throughline.usecases.sign_in_manager import Answer, Pool, sign_in_manager

SEED_BYTES = 16
app = door()
settings = cache(lambda: from_env(Settings))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))
cognito = cache(lambda: Cognito(settings().sign_in_url, settings().pool_url, settings().client_id, settings().site_url))


@app.get("/manage/in", **described("To the sign-in page", "managers", 303, 503))
def go_in() -> Response[str]:
    """A new attempt, which this browser alone can end; nothing is kept of it here."""
    root, attempt = secrets().root(), Attempt(token_urlsafe(SEED_BYTES), atlas().clock.now())
    held = cookie(ATTEMPT, attempt.token(root), settings().site_url, seconds=int(TO_SIGN_IN.total_seconds()))
    return elsewhere(cognito().address(attempt, root), held)


@app.get("/manage/back", **described("From the sign-in page", "managers", 303, 403, 503))
def come_back() -> Response[str]:
    """Who signed in is proven, and a session begins."""
    told, root, now, site = settings(), secrets().root(), atlas().clock.now(), settings().site_url
    asked = (app.current_event.get_query_string_value(name, "") for name in ("code", "state", "error"))
    session = sign_in_manager(
        answer=Answer(*asked),
        attempt=attempt_behind(root, cookie_in(app.current_event.raw_event, ATTEMPT, site), now),
        pool=Pool(told.issuer, told.client_id, told.managers),
        sign_in=cognito(),
        sessions=atlas().sessions,
        root=root,
        now=now,
    )
    held = cookie(SESSION, session.token(root), site, seconds=int(SIGNED_IN.total_seconds()))
    return elsewhere(HOME, held, cookie(ATTEMPT, "", site, seconds=0))


@app.get("/manage/out", **described("Signed out", "managers", 200))
def signed_out() -> Response[str]:
    """Where somebody stands who signed out."""
    return _out("")


@app.post("/manage/out", **described("Sign out", "managers", 200, 403, *FIELDS, 503, data="Outcome"))
def go_out() -> Response[str]:
    """This session ends; the sign-in page is told to forget its own."""
    root, site = secrets().root(), settings().site_url
    session = session_behind(root, cookie_in(app.current_event.raw_event, SESSION, site), atlas().clock.now())
    if session:
        own_form(app, session.subject, root)
        atlas().sessions.end(session)
    answer = _out(cognito().out()) if wants_page(app) else data({"outcome": "changed"})
    answer.cookies = [cookie(SESSION, "", site, seconds=0)]
    return answer


def _out(there: str) -> Response[str]:
    """The browser is sent on by the page, since a form may lead nowhere else than here."""
    answer = page("manage_out", {"out": there, "over": False}, language=language_of(app))
    answer.headers |= {"Refresh": f"0; url={there}"} if there else {}
    return answer


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
