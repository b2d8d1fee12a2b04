"""Each scheme by a vector from outside this code, and every message that was touched refused."""

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from contracts.surveys.payloads import BEARER, KEY, NATIVE, NOW, SIGNING, Signed, compact, signed, told, with_body
from throughline.adapters.surveys.qualtrics import form_fields
from throughline.adapters.surveys.vendor import Message
from throughline.adapters.surveys.vendors import VENDORS
from throughline.errors import Refused

OTHER = b"another-for-tests-0123456789abc"
# RFC 4231 and RFC 2202, second test case: key "Jefe"; GitHub's published pair for hexadecimal webhooks.
WORDS = b"what do ya want for nothing?"
IN_BASE64 = b64encode(bytes.fromhex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")).decode()
SHA1_IN_BASE64 = b64encode(bytes.fromhex("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")).decode()
IN_HEX = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
# An event as published with an open-source gateway for Qualtrics.
QUALTRICS_KEY = b"kyma4ever"
QUALTRICS_MAC = (
    "c2c585a404c239aa3063b462cc33551d3ed3ed2de0899f58d456fc0ef7ebef6f"
    "3c3af44957989bd0592603e41edde9528f7d9ed09ee128bf719aa12f46e5c598"
)
QUALTRICS_EVENT = (
    '{"Status":"Complete","SurveyID":"SV_1AmkKSDmoZ4XlQx","ResponseID":"R_0B7IcnXszjEUHLP",'
    '"CompletedDate":"2019-06-25 07:58:25","BrandID":"sapdevelopment"}'
)
# The specification's own libraries publish these.
WEBHOOKS = [
    (
        b"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        b'{"test": 2432232314}',
        {
            "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp": "1614265330",
            "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        },
    ),
    (
        b"whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
        b'{"email":"test@example.com","username":"test_user"}',
        {
            "webhook-id": "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk",
            "webhook-timestamp": "1649367553",
            "webhook-signature": "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=",
        },
    ),
]


def refused(vendor: str, message: Message, *secrets: bytes) -> Refused:
    with pytest.raises(Refused) as refusal:
        VENDORS[vendor].verify(message, secrets)
    assert refusal.value.do
    return refusal.value


@pytest.mark.parametrize(
    ("vendor", "header", "secret", "body"),
    [
        ("typeform", {"typeform-signature": "sha256=" + IN_BASE64}, b"Jefe", WORDS),
        ("tally", {"TALLY-SIGNATURE": IN_BASE64}, b"Jefe", WORDS),
        ("surveymonkey", {"Sm-Signature": SHA1_IN_BASE64}, b"Jefe", WORDS),
        (
            "delighted",
            {"x-delighted-webhook-signature": "sha256=" + IN_HEX},
            b"It's a Secret to Everybody",
            b"Hello, World!",
        ),
    ],
)
def test_a_published_vector_passes(vendor: str, header: dict[str, str], secret: bytes, body: bytes) -> None:
    message = Message(body, header, NOW)
    VENDORS[vendor].verify(message, [secret])
    assert refused(vendor, replace(message, raw=body + b" "), secret).status == 401


@pytest.mark.parametrize("vendor", ["native", "formbricks", "zendesk"])
@pytest.mark.parametrize(("secret", "body", "headers"), WEBHOOKS)
def test_the_vectors_of_standard_webhooks_pass(
    vendor: str, secret: bytes, body: bytes, headers: dict[str, str]
) -> None:
    at = datetime.fromtimestamp(int(headers["webhook-timestamp"]), UTC)
    VENDORS[vendor].verify(Message(body, headers, at), [secret])
    late = Message(body, headers, at + timedelta(seconds=301))
    assert refused(vendor, late, secret).field == "webhook-timestamp"


def test_the_published_event_of_qualtrics_passes_in_both_spellings_of_its_form() -> None:
    topic = "sapdevelopment.surveyengine.completedResponse.SV_1AmkKSDmoZ4XlQx"
    for written in (quote(QUALTRICS_EVENT, safe=""), quote(QUALTRICS_EVENT, safe=" ").replace(" ", "+")):
        body = f"HMAC={QUALTRICS_MAC}&MSG={written}&Topic={topic}&undefined=".encode()
        VENDORS["qualtrics"].verify(Message(body, {}, NOW), [QUALTRICS_KEY])


@pytest.mark.parametrize("vendor", SIGNING)
def test_two_secrets_stand_while_one_replaces_the_other(vendor: str) -> None:
    one = signed(vendor)
    other = b"whsec_b25seS1mb3ItdGVzdHMtb3RoZXItMDEyMzQ1" if one.secret.startswith(b"whsec_") else OTHER
    VENDORS[vendor].verify(one.message, [other, one.secret])
    VENDORS[vendor].verify(one.message, [one.secret, other])
    assert refused(vendor, one.message, other).status == 401


@pytest.mark.parametrize("vendor", SIGNING)
def test_nothing_is_taken_without_a_secret(vendor: str) -> None:
    assert refused(vendor, signed(vendor).message).status == 401
    assert refused(vendor, signed(vendor).message, b"").status == 401


@pytest.mark.parametrize("vendor", [one for one in SIGNING if one != "qualtrics"])
def test_a_header_that_is_missing_or_changed_is_refused(vendor: str) -> None:
    one = signed(vendor)
    for name, value in one.message.headers.items():
        rest = {key: kept for key, kept in one.message.headers.items() if key != name}
        assert refused(vendor, replace(one.message, headers=rest), one.secret).status == 401
        for changed in _changed_text(value):
            headers = {**one.message.headers, name: changed}
            assert refused(vendor, replace(one.message, headers=headers), one.secret).status == 401


@pytest.mark.parametrize("vendor", SIGNING)
def test_a_body_written_in_another_way_is_refused(vendor: str) -> None:
    one = signed(vendor)
    for body in _written_otherwise(one):
        assert body != one.message.raw
        refused(vendor, with_body(one, body), one.secret)


@pytest.mark.parametrize("vendor", SIGNING)
@settings(deadline=None)
@given(data=some.data())
def test_a_body_with_any_byte_changed_is_refused(vendor: str, data: some.DataObject) -> None:
    one = signed(vendor)
    raw = bytearray(one.message.raw)
    at = data.draw(some.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(some.integers(1, 255))
    if vendor != "qualtrics" or not _means_the_same(bytes(raw), one.message.raw):
        refused(vendor, with_body(one, bytes(raw)), one.secret)


@pytest.mark.parametrize("vendor", ["zendesk", "google_forms"])
def test_who_cannot_sign_carries_the_secret(vendor: str) -> None:
    VENDORS[vendor].verify(told(NATIVE, Authorization=BEARER), [OTHER, KEY])
    for wrong in (BEARER[:-1], BEARER + "x", "Basic " + KEY.decode(), KEY.decode(), "Bearer", "Bearer \ud800", ""):
        assert refused(vendor, told(NATIVE, Authorization=wrong), KEY).status == 401


def test_a_workflow_of_qualtrics_carries_the_secret() -> None:
    VENDORS["qualtrics"].verify(told(NATIVE, authorization=BEARER), [KEY])
    assert refused("qualtrics", told(NATIVE, authorization="Bearer no"), KEY).field == "authorization"


def test_our_own_systems_sign_and_never_send_the_key() -> None:
    assert refused("native", told(NATIVE, authorization=BEARER), KEY).status == 401


def test_a_secret_that_is_no_key_is_said_to_be_none() -> None:
    assert "whsec_" in refused("formbricks", signed("formbricks").message, b"not base64!").do


def _changed_text(value: str) -> Iterator[str]:
    tried = (value[:-1], value + "=", " " + value[1:], value.swapcase(), "", value[1:] + value[:1], value + "\u00e9")
    yield from (one for one in tried if one != value)


def _written_otherwise(one: Signed) -> Iterator[bytes]:
    raw = one.message.raw
    yield from (raw + b"\n", b"\xef\xbb\xbf" + raw, raw.decode().encode("utf-16"))
    if raw.startswith(b"{"):
        document = json.loads(raw)
        yield json.dumps(document).encode()
        yield compact(dict(reversed(document.items())))
        yield raw.replace(b"a", b"\\u0061", 1)
    else:
        yield raw.replace(b"MSG=", b"MSG=%20", 1)
        yield raw + b"&MSG=x"
        yield raw + b"&Extra=1"


def _means_the_same(body: bytes, original: bytes) -> bool:
    """Whether a form holds the very same fields, its escapes spelled otherwise or blank ones added."""
    try:
        fields = {name: value for name, value in form_fields(body).items() if value}
    except Refused:
        return False
    return fields == form_fields(original)
