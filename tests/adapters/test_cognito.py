"""Cognito's pages: where browsers are sent, what a code is worth, which keys are known."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from fakes.outside import ROOT
from fakes.values import NOW, SITE
from throughline.adapters import cognito
from throughline.adapters.cognito import AWAY, Cognito
from throughline.domain.manager import Attempt
from throughline.errors import Refused, Unavailable

ATTEMPT = Attempt("seed-1", NOW)


class Answer:
    def __init__(self, status: int, body: bytes) -> None:
        self.status, self._body = status, body

    def read(self, most: int) -> bytes:
        return self._body[:most]


class Pool:
    """Takes the place of both kinds of connection, and keeps what was asked."""

    def __init__(self, status: int = 200, document: Any = None, body: bytes | None = None) -> None:
        self.status, self.body = status, json.dumps(document or {}).encode() if body is None else body
        self.asked: list[tuple[str, str, str, dict[str, list[str]]]] = []
        self.fails: Exception | None = None
        self.host = ""

    def __call__(self, host: str, timeout: float) -> "Pool":
        assert timeout <= 10
        self.host = host
        return self

    def request(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> None:
        if self.fails:
            raise self.fails
        assert ("Content-Type" in headers) == (body is not None)
        self.asked.append((method, self.host, path, parse_qs((body or b"").decode())))

    def getresponse(self) -> Answer:
        return Answer(self.status, self.body)

    def close(self) -> None:
        """Nothing is open."""


def stands(monkeypatch: pytest.MonkeyPatch, pool: Pool) -> Cognito:
    monkeypatch.setattr(cognito, "HTTPSConnection", pool)
    return Cognito("https://line.auth.example", "https://pool.example/eu_1", "client-1", SITE)


def test_a_browser_is_sent_with_all_that_proves_its_attempt() -> None:
    page = Cognito("https://line.auth.example", "https://pool.example/eu_1", "client-1", SITE)
    parts = urlsplit(page.address(ATTEMPT, ROOT))
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://line.auth.example/oauth2/authorize"
    assert asked == {
        "response_type": "code",
        "client_id": "client-1",
        "redirect_uri": f"{SITE}/manage/back",
        "scope": "openid",
        "state": ATTEMPT.state(ROOT),
        "nonce": ATTEMPT.nonce(ROOT),
        "code_challenge": ATTEMPT.challenge(ROOT),
        "code_challenge_method": "S256",
    }
    assert ATTEMPT.verifier(ROOT) not in page.address(ATTEMPT, ROOT)
    assert parse_qs(urlsplit(page.out()).query)["logout_uri"] == [f"{SITE}/manage/out"]


def test_a_code_is_redeemed_with_the_verifier(monkeypatch: pytest.MonkeyPatch) -> None:
    pool = Pool(200, {"id_token": "a.b.c", "access_token": "x"})
    assert stands(monkeypatch, pool).token("code-1", "verifier-1") == "a.b.c"
    [(method, host, path, form)] = pool.asked
    assert (method, host, path) == ("POST", "line.auth.example", "/oauth2/token")
    assert form["code_verifier"] == ["verifier-1"]
    assert form["grant_type"] == ["authorization_code"]


@pytest.mark.parametrize(
    "pool", [Pool(400, {"error": "invalid_grant"}), Pool(200, {"id_token": 7}), Pool(200, body=b"<html>"), Pool(302)]
)
def test_a_code_that_is_worth_nothing_is_refused(monkeypatch: pytest.MonkeyPatch, pool: Pool) -> None:
    with pytest.raises(Refused) as caught:
        stands(monkeypatch, pool).token("spent", "v")
    assert (caught.value.status, caught.value.field) == (403, "code")


def test_a_page_that_does_not_answer_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    for pool in (Pool(500), Pool(503, body=b"<html>")):
        with pytest.raises(Unavailable, match=AWAY):
            stands(monkeypatch, pool).token("code", "v")
    silent = Pool()
    silent.fails = TimeoutError("slow")
    with pytest.raises(Unavailable):
        stands(monkeypatch, silent).token("code", "v")
    for pool in (Pool(404), Pool(200, {"keys": "none"}), Pool(200, body=b"\xff" * 100_000)):
        with pytest.raises(Unavailable):
            stands(monkeypatch, pool).keys("key-1")


def test_keys_are_asked_for_again_only_when_one_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    pool = Pool(200, {"keys": [{"kid": "key-1"}, "odd"]})
    page = stands(monkeypatch, pool)
    assert [page.keys("key-1"), page.keys("key-1")] == [[{"kid": "key-1"}]] * 2
    assert [one[2] for one in pool.asked] == ["/eu_1/.well-known/jwks.json"]
    pool.body = json.dumps({"keys": [{"kid": "key-2"}]}).encode()
    assert page.keys("key-2") == [{"kid": "key-2"}]
    assert len(pool.asked) == 2
