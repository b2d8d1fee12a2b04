import time
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from standardwebhooks import Webhook, WebhookVerificationError

from contracts.catalogue import inbound
from throughline.contracts.signature import ID, SIGNATURE, TIMESTAMP, sign, verify
from throughline.errors import Refused

KEY, OTHER = b"only-for-tests-0123456789abcdef", b"another-for-tests-0123456789abc"
NOW = datetime(2026, 11, 23, 10, 12, tzinfo=UTC)
BODY = b'{"score": 3}'
IDS = some.text(some.characters(categories=("L", "N"), exclude_characters="."), min_size=1, max_size=60)
ODD = some.one_of(some.text(max_size=80), some.sampled_from(["v1,", "v1,abc", "v1,a,b", "v1a,abc", ",", " ", "v1,=="]))


def refused(headers: Mapping[str, str], body: bytes = BODY, *keys: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        verify(keys or (KEY,), headers, body, NOW)
    assert refusal.value.status == 401
    assert refusal.value.do
    return refusal.value.field


def test_a_signed_message_gives_its_id() -> None:
    assert verify([KEY], sign(KEY, "msg_1", NOW, BODY), BODY, NOW) == "msg_1"


def test_a_payload_of_the_http_api_is_verified() -> None:
    event = inbound("responses-post.http")
    assert verify([KEY], event["headers"], event["body"].encode(), NOW) == "msg_5521"


def test_headers_are_found_however_they_are_written() -> None:
    headers = {name.title(): value for name, value in sign(KEY, "msg_1", NOW, BODY).items()}
    assert verify([KEY], headers, BODY, NOW) == "msg_1"


def test_a_key_can_be_changed_while_both_are_in_use() -> None:
    old, new = sign(OTHER, "msg_1", NOW, BODY), sign(KEY, "msg_1", NOW, BODY)
    assert verify([KEY, OTHER], old, BODY, NOW)
    assert verify([KEY], new | {SIGNATURE: f"{old[SIGNATURE]} v1a,x {new[SIGNATURE]}"}, BODY, NOW)


@pytest.mark.parametrize("seconds", [-301, 301])
def test_a_message_from_another_time_is_refused(seconds: int) -> None:
    assert refused(sign(KEY, "msg_1", NOW + timedelta(seconds=seconds), BODY)) == TIMESTAMP


@pytest.mark.parametrize("seconds", [-300, 300])
def test_clocks_may_differ_by_five_minutes(seconds: int) -> None:
    assert verify([KEY], sign(KEY, "msg_1", NOW + timedelta(seconds=seconds), BODY), BODY, NOW)


@pytest.mark.parametrize("timestamp", ["", "now", "1.5", "-1", "9" * 12, "١٧٦٣٨٩٢٧٢٠", "1e9"])
def test_a_time_is_digits_only(timestamp: str) -> None:
    assert refused(sign(KEY, "msg_1", NOW, BODY) | {TIMESTAMP: timestamp}) == TIMESTAMP


@pytest.mark.parametrize("message_id", ["", "x" * 257, "a.1", "a\nb"])
def test_an_id_cannot_blur_what_was_signed(message_id: str) -> None:
    assert refused(sign(KEY, message_id, NOW, BODY)) == ID


def test_nothing_is_taken_without_a_key() -> None:
    with pytest.raises(Refused, match="No signing key"):
        verify([], sign(KEY, "msg_1", NOW, BODY), BODY, NOW)


@pytest.mark.parametrize("missing", [ID, TIMESTAMP, SIGNATURE])
def test_every_header_is_needed(missing: str) -> None:
    headers = sign(KEY, "msg_1", NOW, BODY)
    del headers[missing]
    assert refused(headers) == missing


def test_a_changed_body_id_or_key_is_refused() -> None:
    headers = sign(KEY, "msg_1", NOW, BODY)
    assert refused(headers, BODY + b" ") == SIGNATURE
    assert refused(headers | {ID: "msg_2"}) == SIGNATURE
    assert refused(headers, BODY, OTHER) == SIGNATURE


@settings(deadline=None)
@given(
    message_id=some.text(max_size=300), signature=ODD, timestamp=some.text(max_size=20), body=some.binary(max_size=200)
)
def test_whatever_is_sent_is_refused_and_nothing_else_is_raised(
    message_id: str, signature: str, timestamp: str, body: bytes
) -> None:
    refused({ID: message_id, SIGNATURE: signature, TIMESTAMP: timestamp}, body)
    refused(sign(KEY, "msg_1", NOW, body) | {SIGNATURE: signature}, body)


@settings(deadline=None)
@given(key=some.binary(min_size=24, max_size=64), message_id=IDS, body=some.text(max_size=200))
def test_the_reference_library_signs_what_we_verify(key: bytes, message_id: str, body: str) -> None:
    signature = Webhook(key).sign(message_id, NOW, body)
    headers = {ID: message_id, TIMESTAMP: str(int(NOW.timestamp())), SIGNATURE: signature}
    assert verify([key], headers, body.encode(), NOW) == message_id


@settings(deadline=None)
@given(
    key=some.binary(min_size=24, max_size=64), message_id=IDS, body=some.text(max_size=200), tail=some.text(max_size=3)
)
def test_the_reference_library_agrees_on_what_we_sign(key: bytes, message_id: str, body: str, tail: str) -> None:
    now = datetime.fromtimestamp(int(time.time()), UTC)
    headers = sign(key, message_id, now, body.encode())
    reference = Webhook("whsec_" + b64encode(key).decode())
    reference.verify(body, headers, json_parse=False)
    changed = body + tail
    if tail:
        with pytest.raises(WebhookVerificationError):
            reference.verify(changed, headers, json_parse=False)
        with pytest.raises(Refused):
            verify([key], headers, changed.encode(), now)
