"""The door of survey vendors with every wrong key and proof; it never says that there is nothing here."""

import hmac
import json
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

import boto3
import pytest

from aws import ROOT_WORD, SECRET
from handlers.live import body_of, forget
from links.routes import answer
from links.sent import GoodWeek
from throughline.domain.survey_source import SurveySource

KEY, SHARED = "key-of-the-address", "secret of the vendor"
BODY = json.dumps(
    {"event_type": "form_response", "form_response": {"form_id": "f", "token": "t", "answers": []}}
).encode()
NOT_KEPT = {"received": False, "repeated": False}


@pytest.fixture(scope="module")
def door(any_week: GoodWeek) -> GoodWeek:
    source = SurveySource("typeform", "typeform", (KEY,), (SHARED,)).as_document()
    document = json.dumps({"root": ROOT_WORD, "sources": {"typeform": source, "own": [], "broken": None}})
    boto3.client("secretsmanager").put_secret_value(SecretId=SECRET, SecretString=document)
    forget()
    return any_week


def proof(body: bytes = BODY, secret: str = SHARED) -> str:
    return f"sha256={b64encode(hmac.digest(secret.encode(), body, 'sha256')).decode()}"


def post(path: str = f"/s/typeform/{KEY}", **headers: str) -> Mapping[str, Any]:
    return answer("POST", path, BODY, accept="application/json", **headers)


def test_only_the_right_key_and_proof_keep_anything(door: GoodWeek) -> None:
    before = door.state()
    good = proof()
    wrong: dict[str, dict[str, str]] = {
        "none": {},
        "empty": {"typeform_signature": ""},
        "another secret": {"typeform_signature": proof(secret="another")},
        "the key itself": {"typeform_signature": proof(secret=KEY)},
        "the root": {"typeform_signature": proof(secret=ROOT_WORD)},
        "another body": {"typeform_signature": proof(BODY + b" ")},
        "no prefix": {"typeform_signature": good.removeprefix("sha256=")},
        "small letters": {"typeform_signature": good.lower()},
        "a blank behind": {"typeform_signature": f"{good} "},
        "twice": {"typeform_signature": f"{good},{good}"},
        "another vendor's header": {"tally_signature": good},
        "a bearer": {"authorization": f"Bearer {SHARED}"},
    }
    assert {name: post(**headers)["statusCode"] for name, headers in wrong.items()} == dict.fromkeys(wrong, 401)
    assert door.state() == before
    assert post(typeform_signature=good)["statusCode"] == 200
    assert body_of(post(typeform_signature=good)) == {"received": True, "repeated": True}


@pytest.mark.parametrize(
    "path",
    [f"/s/typeform/{KEY[:-1]}", f"/s/typeform/{KEY}x", f"/s/Typeform/{KEY}", f"/s/tally/{KEY}", f"/s/own/{KEY}"],
)
@pytest.mark.parametrize("signature", ["", "right"])
def test_a_stranger_learns_nothing_and_leaves_nothing(door: GoodWeek, path: str, signature: str) -> None:
    before = door.state()
    given = post(path, typeform_signature=proof() if signature else "")
    assert (given["statusCode"], body_of(given)) == (202, NOT_KEPT)
    assert door.state() == before


@pytest.mark.parametrize("path", [f"/s/typeform/{KEY}", "/s/nobody/nothing", "/s/%2e%2e/%00", "/s/broken/x"])
@pytest.mark.parametrize("method", ["HEAD", "GET", "POST", "PUT", "DELETE", "OPTIONS"])
def test_no_method_and_no_address_is_answered_with_404_or_410(door: GoodWeek, path: str, method: str) -> None:
    assert answer(method, path)["statusCode"] in (200, 202, 401)
    assert door.live.announced() is not None
