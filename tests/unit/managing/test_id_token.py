"""Tokens that hold and tokens that do not: each part is turned wrong once."""

import hashlib
from base64 import urlsafe_b64decode
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.signing import CLIENT, GROUP, ISSUER, MANAGER, Signer, claims, encoded, encoded_json, encoded_number, signer
from fakes.values import NOW
from throughline.domain.id_token import SHA256, Expected, key_named, manager_in
from throughline.errors import Refused

EXPECTED = Expected(ISSUER, CLIENT, "nonce-1", GROUP)
LATER, SOON = int(NOW.timestamp()) + 120, int(NOW.timestamp()) + 30


def told(**more: Any) -> dict[str, Any]:
    return {**claims("nonce-1", NOW), **more}


def who(token: str, *keys: Mapping[str, Any]) -> str:
    return manager_in(token, keys or [signer().key()], EXPECTED, NOW)


def refused(token: str, *keys: Mapping[str, Any]) -> str:
    with pytest.raises(Refused) as caught:
        who(token, *keys)
    assert caught.value.status == 403
    return caught.value.field


def test_a_token_that_holds_says_who_it_is() -> None:
    token = signer().token(told())
    assert key_named(token) == "key-1"
    assert who(token) == MANAGER
    assert who(token, signer(2048, "key-2").key(), signer().key()) == MANAGER
    assert who(signer().token(told(iat=SOON))) == MANAGER, "clocks differ a little"


@pytest.mark.parametrize(
    ("part", "told_otherwise"),
    [
        ("iss", {"iss": "https://pool.example/eu_2"}),
        ("aud", {"aud": "client-2"}),
        ("aud", {"aud": [CLIENT, "client-2"]}),
        ("nonce", {"nonce": "nonce-2"}),
        ("nonce", {"nonce": None}),
        ("token_use", {"token_use": "access"}),
        ("exp", {"exp": int(NOW.timestamp()) - 61}),
        ("exp", {"exp": "9999999999"}),
        ("exp", {"exp": True}),
        ("exp", {"exp": None}),
        ("iat", {"iat": LATER}),
        ("iat", {"iat": None}),
        ("sub", {"sub": ""}),
        ("sub", {"sub": "a/b"}),
        ("sub", {"sub": "a\nb"}),
        ("groups", {"cognito:groups": ["readers"]}),
        ("groups", {"cognito:groups": GROUP}),
        ("groups", {"cognito:groups": None}),
    ],
)
def test_a_token_about_something_else_is_refused(part: str, told_otherwise: dict[str, Any]) -> None:
    assert refused(signer().token(told(**told_otherwise))) == part


def test_who_is_no_manager_hears_how_to_become_one() -> None:
    with pytest.raises(Refused, match="not as a manager") as caught:
        who(signer().token(told(**{"cognito:groups": []})))
    assert "throughline manager add" in caught.value.do


def test_another_key_an_unknown_key_and_another_use_of_it_are_refused() -> None:
    stranger = Signer(signer(2048, "stranger").private, "key-1")
    assert refused(stranger.token(told())) == "signature"
    assert refused(signer(2048, "key-9").token(told())) == "header"
    for otherwise in ({"use": "enc"}, {"kty": "oct"}, {"alg": "HS256"}):
        assert refused(signer().token(told()), signer().key(**otherwise)) == "header"


def test_only_one_algorithm_is_known() -> None:
    body = encoded_json(told())
    for algorithm in ("none", "None", "HS256", "RS512", "rs256", ""):
        head = encoded_json({"alg": algorithm, "kid": "key-1"})
        assert refused(f"{head}.{body}.") == "header"
        assert refused(f"{head}.{body}.{encoded(signer().signature(f'{head}.{body}'))}") == "header"
    assert refused(signer().token(told(), crit=["exp"])) == "header"


def test_a_short_key_proves_nothing() -> None:
    short = signer(1024)
    assert refused(short.token(told()), short.key()) == "signature"


@pytest.mark.parametrize("exponent", [0, 1, 3, 17, 65_536, 2**33 + 1])
def test_a_key_with_a_weak_exponent_proves_nothing(exponent: int) -> None:
    assert refused(signer().token(told()), signer().key(e=encoded_number(exponent) or "AA")) == "signature"


def test_a_signature_that_only_looks_padded_is_refused() -> None:
    """What an exponent of three would let through: the digest at the front, anything behind it."""
    said = f"{encoded_json({'alg': 'RS256', 'kid': 'key-1'})}.{encoded_json(told())}"
    numbers = signer().private.private_numbers()
    modulus = numbers.public_numbers.n
    digest = SHA256 + hashlib.sha256(said.encode()).digest()
    makers: list[Callable[[bytes], bytes]] = [
        lambda digest: b"\x00\x01" + b"\xff" * 8 + b"\x00" + digest + b"\x07" * (256 - 11 - len(digest)),
        lambda digest: b"\x00\x01" + b"\xff" * (256 - 3 - len(digest[19:])) + b"\x00" + digest[19:],
        lambda digest: b"\x00\x02" + b"\xff" * (256 - 3 - len(digest)) + b"\x00" + digest,
        lambda digest: b"\x00\x01" + b"\xfe" * (256 - 3 - len(digest)) + b"\x00" + digest,
    ]
    for make in makers:
        block = int.from_bytes(make(digest), "big")
        signature = pow(block, numbers.d, modulus).to_bytes(256, "big")
        assert refused(f"{said}.{encoded(signature)}") == "signature"


def test_a_signature_is_as_long_as_its_key_and_less_than_it() -> None:
    said, _, signature = signer().token(told()).rpartition(".")
    raw = urlsafe_b64decode(signature + "==")
    modulus = signer().private.public_key().public_numbers().n
    beyond = (int.from_bytes(raw, "big") + modulus).to_bytes(257, "big")
    for wrong in (b"", raw[1:], b"\x00" + raw, raw + b"\x00", beyond, modulus.to_bytes(256, "big")):
        assert refused(f"{said}.{encoded(wrong)}") == "signature"


@given(st.integers(0, 5_000), st.sampled_from("Ab9-_.\n é"))
def test_a_token_with_one_sign_changed_is_refused(at: int, sign: str) -> None:
    token = signer().token(told())
    at %= len(token)
    if token[at] != sign:
        assert refused(token[:at] + sign + token[at + 1 :])


@given(st.text(max_size=60) | st.lists(st.text(max_size=20), min_size=3, max_size=3).map(".".join))
def test_anything_at_all_is_refused_kindly(text: str) -> None:
    assert refused(text)


def test_a_flood_is_refused_unread() -> None:
    assert refused(signer().token(told(more="x" * 20_000))) == "token"
