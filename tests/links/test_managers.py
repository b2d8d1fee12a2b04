"""The managers' pages with every wrong session; and the way in with every wrong answer of the sign-in page."""

import re
from collections.abc import Mapping
from datetime import timedelta
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from fakes.outside import ROOT
from fakes.signing import CLIENT, MANAGER, claims, signer
from fakes.values import SITE
from handlers.live import SIGN_IN
from links.forgery import wrong
from links.robot import FORM
from links.routes import answer, guarded
from links.sent import GoodWeek
from throughline.adapters import cognito
from throughline.adapters.manage import Why
from throughline.domain.manager import ATTEMPT, SESSION, Attempt, Session, page_nonce
from throughline.domain.seal import Link, sign_link

COOKIE, TRYING = "__Host-manager", "__Host-sign-in"
HOUR = timedelta(hours=1)
SEE_OTHER = 303


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The sign-in page: what it was sent, and what it answers a code with."""
    held: dict[str, Any] = {"status": 200, "claims": {}, "sent": []}

    def fetched(url: str, body: bytes | None = None) -> tuple[int, Mapping[str, Any]]:
        if body is None:
            return 200, {"keys": [signer().key()]}
        held["sent"].append((url, {name: values[0] for name, values in parse_qs(body.decode()).items()}))
        return held["status"], {"id_token": signer().token(held["claims"])} if held["status"] == 200 else {}

    monkeypatch.setattr(cognito, "fetched", fetched)
    return held


def begun(week: GoodWeek, **told: Any) -> Session:
    session = Session(**{"manager": MANAGER, "id": "s1", "until": week.now + HOUR, **told})
    week.live.atlas.sessions.begin(session)
    return session


def ask(route: str, token: str, fields: Mapping[str, str] | None = None, **headers: str) -> Mapping[str, Any]:
    method, _, path = route.partition(" ")
    body = urlencode(fields or {}).encode() if method == "POST" else b""
    held = {"cookie": f"{COOKIE}={token}"} if token else {}
    return answer(method, path, body, content_type=FORM, **{**held, **headers})


def acting(session: Session) -> dict[str, str]:
    """A form that would do something on each page, if it were taken."""
    nonce = page_nonce(ROOT, session.subject)
    told = {"department": "Packing", "to": "shadow", "id": "F#1", "choice": "IT", "code": "3f9a1c"}
    return {"nonce": nonce, **told, "act": "hold", "text": "Every home is ours."}


def cookies_of(given: Mapping[str, Any]) -> SimpleCookie:
    read: SimpleCookie = SimpleCookie()
    for one in given["cookies"]:
        read.load(one)
    return read


@pytest.mark.parametrize("route", sorted(guarded()))
def test_a_session_that_was_not_begun_opens_nothing(week: GoodWeek, route: str) -> None:
    session = begun(week)
    tokens = dict(wrong(SESSION, session.subject, week.now))
    tokens["ended"] = Session(MANAGER, "s2", week.now + HOUR).token(ROOT)
    tokens["another manager's"] = Session("somebody", "s1", week.now + HOUR).token(ROOT)
    tokens["an attempt"] = sign_link(ROOT, Link(ATTEMPT, session.subject, week.now + HOUR))
    tokens["no subject"] = sign_link(ROOT, Link(SESSION, "", week.now + HOUR))
    before = week.state()
    answered = {name: ask(route, token, acting(session)) for name, token in tokens.items()}
    assert {name: each["statusCode"] for name, each in answered.items()} == dict.fromkeys(tokens, 403)
    assert all("/manage/in" in each["body"] for each in answered.values())
    assert week.state() == before


@pytest.mark.parametrize("route", sorted(guarded()))
def test_whoever_has_no_session_is_shown_the_way_in(week: GoodWeek, route: str) -> None:
    before, given = week.state(), ask(route, "")
    if route.startswith("GET"):
        assert (given["statusCode"], given["headers"]["Location"]) == (SEE_OTHER, "/manage/in")
        assert ask(route, "", accept="application/json")["statusCode"] == 403
    else:
        assert given["statusCode"] == 403
    assert week.state() == before


@pytest.mark.parametrize("route", sorted(guarded()))
def test_the_right_session_opens_it(week: GoodWeek, route: str) -> None:
    session = begun(week)
    assert ask(route, session.token(ROOT), acting(session))["statusCode"] in (200, 400, 404)
    assert ask(route, session.token(ROOT), {})["statusCode"] == (200 if route.startswith("GET") else 403)


@pytest.mark.parametrize("route", sorted(route for route in guarded() if route.startswith("POST")))
def test_a_form_of_another_page_does_nothing(week: GoodWeek, route: str) -> None:
    session, before = begun(week), week.state()
    nonces = ["", "0.", "0.forged", page_nonce(ROOT, "somebody/s1"), page_nonce(b"another root", session.subject)]
    for nonce in nonces:
        given = ask(route, session.token(ROOT), {**acting(session), "nonce": nonce})
        assert given["statusCode"] == 403
        assert "stale" in given["body"]
    assert week.state() == before


def test_nothing_but_the_door_says_who_it_is(week: GoodWeek) -> None:
    session = begun(week)
    for header in ("manager", "x-amzn-manager", "authorization"):
        named = {header: session.subject}
        assert ask("GET /manage", "", None, **named)["statusCode"] == SEE_OTHER
    assert ask("GET /manage", "", cookie=f"manager={session.token(ROOT)}")["statusCode"] == SEE_OTHER


def test_when_the_door_can_not_look_it_up_nobody_is_let_in(week: GoodWeek, monkeypatch: pytest.MonkeyPatch) -> None:
    session = begun(week)
    monkeypatch.setattr("manage_door.handler._said", lambda _event: {"manager": "", "why": Why.AWAY.value})
    assert ask("GET /manage", session.token(ROOT))["statusCode"] == 503


def test_somebody_signs_in_and_out_again(week: GoodWeek, pool: dict[str, Any]) -> None:
    led = answer("GET", "/manage/in")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(led["headers"]["Location"]).query).items()}
    trying = cookies_of(led)[TRYING]
    assert led["headers"]["Location"].startswith(f"{SIGN_IN}/oauth2/authorize?")
    assert (asked["response_type"], asked["client_id"], asked["code_challenge_method"]) == ("code", CLIENT, "S256")
    assert asked["redirect_uri"] == f"{SITE}/manage/back"
    assert (trying["httponly"], trying["secure"], trying["samesite"], trying["path"]) == (True, True, "Lax", "/")

    pool["claims"] = claims(asked["nonce"], week.now)
    back = f"/manage/back?{urlencode({'code': 'c1', 'state': asked['state']})}"
    given = answer("GET", back, cookie=f"{TRYING}={trying.value}")
    held = cookies_of(given)
    assert (given["statusCode"], given["headers"]["Location"]) == (SEE_OTHER, "/manage")
    assert held[TRYING]["max-age"] == "0"
    assert (held[COOKIE]["httponly"], held[COOKIE]["secure"], held[COOKIE]["samesite"]) == (True, True, "Lax")
    assert held[COOKIE]["max-age"] == str(8 * 3600)
    [(url, sent)] = pool["sent"]
    assert url == f"{SIGN_IN}/oauth2/token"
    assert (sent["code"], sent["redirect_uri"]) == ("c1", asked["redirect_uri"])

    token = held[COOKIE].value
    page = ask("GET /manage", token)
    assert page["statusCode"] == 200
    nonce = re.search(r'name="nonce" value="([^"]+)"', page["body"])
    assert nonce
    out = ask("POST /manage/out", token, {"nonce": nonce[1]})
    assert out["statusCode"] == 200
    assert out["headers"]["Refresh"].startswith(f"0; url={SIGN_IN}/logout?")
    assert cookies_of(out)[COOKIE]["max-age"] == "0"
    assert ask("GET /manage", token)["statusCode"] == 403, "the session is over, whoever kept its cookie"


def test_every_wrong_answer_of_the_sign_in_page_is_refused(week: GoodWeek, pool: dict[str, Any]) -> None:
    attempt, other = (Attempt(seed, week.now) for seed in ("seed-1", "seed-2"))
    pool["claims"] = claims(attempt.nonce(ROOT), week.now)
    mine, before = attempt.token(ROOT), week.state()
    asked = {
        "no cookie": ("", {"code": "c", "state": attempt.state(ROOT)}),
        "another browser's": (other.token(ROOT), {"code": "c", "state": attempt.state(ROOT)}),
        "forged": (mine[:-2] + "xx", {"code": "c", "state": attempt.state(ROOT)}),
        "late": (Attempt("seed-1", week.now - HOUR).token(ROOT), {"code": "c", "state": attempt.state(ROOT)}),
        "a session": (begun(week).token(ROOT), {"code": "c", "state": attempt.state(ROOT)}),
        "no state": (mine, {"code": "c"}),
        "another state": (mine, {"code": "c", "state": other.state(ROOT)}),
        "refused": (mine, {"error": "access_denied", "state": attempt.state(ROOT)}),
    }
    before = week.state()
    for name, (cookie, query) in asked.items():
        held = {"cookie": f"{TRYING}={cookie}"} if cookie else {}
        given = answer("GET", f"/manage/back?{urlencode(query)}", b"", **held)
        assert given["statusCode"] == 403, name
        assert not given.get("cookies"), name
    assert pool["sent"] == []
    pool["status"] = 400
    spent = answer("GET", f"/manage/back?code=c&state={attempt.state(ROOT)}", cookie=f"{TRYING}={mine}")
    assert spent["statusCode"] == 403
    pool["status"] = 500
    away = answer("GET", f"/manage/back?code=c&state={attempt.state(ROOT)}", cookie=f"{TRYING}={mine}")
    assert away["statusCode"] == 503
    assert week.state() == before


def test_nobody_signs_somebody_else_out(week: GoodWeek) -> None:
    session, other = begun(week), begun(week, manager="somebody")
    nonce = page_nonce(ROOT, other.subject)
    assert ask("POST /manage/out", session.token(ROOT), {"nonce": nonce})["statusCode"] == 403
    assert ask("POST /manage/out", "", {"nonce": page_nonce(ROOT, session.subject)})["statusCode"] == 200
    sessions = week.live.atlas.sessions
    assert sessions.stands(session)
    assert sessions.stands(other)
