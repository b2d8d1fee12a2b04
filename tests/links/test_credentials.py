"""Every route of the template with every wrong credential; open ones are named, with the reason."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest

from fakes.outside import ROOT
from fakes.values import SITE
from handlers.devices import known_to
from links.forgery import genuine, wrong
from links.robot import FORM
from links.routes import answer, guarded, routes
from links.sent import GoodWeek
from throughline.contracts.signature import ID, SIGNATURE, TIMESTAMP, sign
from throughline.domain.seal import derived

BY_LINK = {
    "GET /c/{token}": "case",
    "POST /c/{token}": "case",
    "GET /d/{token}": "desk",
    "POST /d/{token}": "desk",
    "GET /map/{token}": "map",
    "GET /a/{token}": "address",
    "POST /a/{token}": "address",
    "GET /u/{token}": "digest",
    "POST /u/{token}": "digest",
}
BY_SIGNATURE = ("POST /v1/responses",)
BY_KEY_AND_SIGNATURE = ("ANY /s/{source}/{key}",)  # tried in test_survey_door.py
BY_SESSION = tuple(sorted(guarded()))  # tried in test_managers.py, as are the ways in and out
OPEN = {
    "GET /f/{place}": "whoever stands before the poster may read the form; the place's name is its credential",
    "POST /f/{place}": "whoever stands before the poster may write; an unknown or closed place is refused",
    "GET /f/{place}/week": "whoever stands before the poster may read what all who work here are told",
    "POST /f/{place}/week": "counts one reading of a week that is out, of nobody; another link's is refused",
    "GET /r": "asks for the receipt, which is the credential",
    "POST /r": "the receipt's sixteen digits are the credential",
    "GET /openapi.json": "the document of the API holds nothing of anybody",
    "GET /manage/in": "leads to the sign-in page",
    "GET /manage/back": "the sign-in page's code, and the browser that began, are the credential",
    "GET /manage/out": "says that somebody is signed out",
    "POST /manage/out": "ends the session that it comes with, and no other",
}
ANSWER = b'{"survey_id": "s", "response_id": "r", "question_key": "q", "metric": "nps", "score": 3}'


def test_every_route_is_in_one_of_the_lists() -> None:
    assert sorted([*BY_LINK, *BY_SIGNATURE, *BY_KEY_AND_SIGNATURE, *BY_SESSION, *OPEN]) == sorted(routes())


def subject_of(week: GoodWeek, purpose: str) -> str:
    return {
        "case": week.case(week.open).subject,
        "desk": "Packing",
        "digest": "id-ada",
        "map": "all",
        "address": "f" * 32,
    }[purpose]


def ask(week: GoodWeek, route: str, token: str) -> Mapping[str, Any]:
    """A request that would do something, if the link opened."""
    method, _, path = route.partition(" ")
    body = f"nonce={week.nonce(week.open)}&action=acknowledge&digest=off&List-Unsubscribe=One-Click"
    body += f"&pick-1={quote(week.case(week.open).subject)}%20{week.nonce(week.open)}"
    sent, known = body.encode() if method == "POST" else b"", known_to("Packing", week.now)
    return answer(method, path.replace("{token}", token), sent, content_type=FORM, cookie=known)


@pytest.mark.parametrize("route", BY_LINK)
def test_a_link_that_was_not_given_out_opens_nothing(any_week: GoodWeek, route: str) -> None:
    before, purpose = any_week.state(), BY_LINK[route]
    tokens = wrong(purpose, subject_of(any_week, purpose), any_week.now)
    answered = {name: ask(any_week, route, token)["statusCode"] for name, token in tokens.items()}
    assert answered == dict.fromkeys(tokens, 403)
    assert ask(any_week, route, "")["statusCode"] == 404
    assert any_week.state() == before


@pytest.mark.parametrize("route", BY_LINK)
def test_the_right_link_opens_it(any_week: GoodWeek, route: str) -> None:
    purpose = BY_LINK[route]
    assert ask(any_week, route, genuine(purpose, subject_of(any_week, purpose), now=any_week.now))["statusCode"] == 200


@pytest.mark.parametrize("route", [route for route, purpose in BY_LINK.items() if purpose in ("case", "digest")])
def test_a_link_to_what_is_gone_is_refused_with_a_helpful_word(any_week: GoodWeek, route: str) -> None:
    gone = {"case": "F#gone/1", "digest": "id-gone"}[BY_LINK[route]]
    given = ask(any_week, route, genuine(BY_LINK[route], gone, now=any_week.now))
    assert given["statusCode"] in ((403,) if "GET" in route or "/c/" in route else (200, 403))
    assert "Traceback" not in given["body"]


def test_an_answer_counts_only_with_a_signature_of_ours(any_week: GoodWeek) -> None:
    now, before = any_week.now, any_week.state()
    key = derived(ROOT, "responses")
    good = sign(key, "msg_1", now, ANSWER)
    body_of_another = sign(key, "msg_1", now, ANSWER + b" ")
    flipped = good[SIGNATURE][:-3] + ("A" if good[SIGNATURE][-3] != "A" else "B") + good[SIGNATURE][-2:]
    attempts: dict[str, dict[str, str]] = {
        "none": {},
        "an id only": {ID: "msg_1"},
        "no signature": {ID: "msg_1", TIMESTAMP: good[TIMESTAMP]},
        "expired": sign(key, "msg_1", now - timedelta(minutes=6), ANSWER),
        "from tomorrow": sign(key, "msg_1", now + timedelta(days=1), ANSWER),
        "other key": sign(b"another key", "msg_1", now, ANSWER),
        "root key itself": sign(ROOT, "msg_1", now, ANSWER),
        "key of links": sign(derived(ROOT, "link"), "msg_1", now, ANSWER),
        "other body": body_of_another,
        "other id": good | {ID: "msg_2"},
        "other time": good | {TIMESTAMP: str(int(good[TIMESTAMP]) + 1)},
        "mutated": good | {SIGNATURE: flipped},
        "other version": good | {SIGNATURE: good[SIGNATURE].replace("v1,", "v1a,")},
        "no version": good | {SIGNATURE: good[SIGNATURE].removeprefix("v1,")},
        "none of the algorithms": good | {SIGNATURE: "none,"},
        "a bearer": {"authorization": f"Bearer {good[SIGNATURE]}"},
    }
    statuses = {name: signed(headers)["statusCode"] for name, headers in attempts.items()}
    assert statuses == dict.fromkeys(attempts, 401)
    assert any_week.state() == before
    assert signed(good)["statusCode"] == 201
    after = any_week.state()
    assert signed(good)["statusCode"] == 200
    assert any_week.state() == after


def signed(headers: Mapping[str, str]) -> Mapping[str, Any]:
    named = {name.replace("-", "_"): value for name, value in headers.items()}
    return answer("POST", "/v1/responses", ANSWER, content_type="application/json", **named)


def test_open_doors_open_for_what_they_are_for_only(any_week: GoodWeek) -> None:
    place, before = any_week.live.place, any_week.state()
    assert answer("GET", f"/f/{place.id}")["statusCode"] == 200
    assert answer("GET", f"{SITE}/r")["statusCode"] == 200
    for unknown in ("x", place.id[:-1], place.id + "x", place.id.swapcase(), quote(place.name), "..", "%00"):
        assert answer("GET", f"/f/{unknown}")["statusCode"] == 404
        assert answer("GET", f"/f/{unknown}/week")["statusCode"] == 404
    for receipt in ("", "1", "0" * 16, "1234 5678 9012 3456", "９" * 16, "' OR 1=1"):
        body = f"receipt={quote(receipt)}".encode()
        assert answer("POST", "/r", body, content_type=FORM)["statusCode"] == 404
    assert any_week.state() == before
    any_week.live.atlas.places.revoke(place.id)
    assert answer("GET", f"/f/{place.id}")["statusCode"] in (200, 404)  # a worker may remember it for half a minute
