"""Proof of who signed in: a JSON Web Token that the pool of managers signed, RS256 and nothing else.

The signature is made anew from the public key and compared as a whole, so that nothing of it is parsed.
"""

import hashlib
import hmac
import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from throughline.errors import Refused

LEEWAY = timedelta(minutes=1)
SHORTEST_KEY_BITS, LONGEST_KEY_BITS = 2048, 8192
SMALLEST_EXPONENT, LARGEST_EXPONENT = 65_537, 2**32
LONGEST = 16_384
SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")
SUBJECT = re.compile(r"[\w.:+=@-]{1,128}", re.ASCII)
Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a token has to say: by whom, for whom, in answer to what, and which group its holder is in."""

    issuer: str
    audience: str
    nonce: str
    group: str


def key_named(token: str) -> str:
    """The name of the key that a token says it is signed by."""
    return str(_document(token.partition(".")[0], "header").get("kid", ""))


def manager_in(token: str, keys: Iterable[Document], expected: Expected, now: datetime) -> str:
    """Who signed in; Refused (403) with the part of the token that does not hold."""
    claims = _proven(token, keys)
    held = {
        "token_use": claims.get("token_use") == "id",
        "iss": claims.get("iss") == expected.issuer,
        "aud": claims.get("aud") == expected.audience,
        "nonce": hmac.compare_digest(str(claims.get("nonce", "")).encode(), expected.nonce.encode()),
        "exp": _moment(claims, "exp") > (now - LEEWAY).timestamp(),
        "iat": 0 < _moment(claims, "iat") <= (now + LEEWAY).timestamp(),
        "sub": SUBJECT.fullmatch(str(claims.get("sub", ""))) is not None,
    }
    wrong = next((name for name, holds in held.items() if not holds), "")
    if wrong:
        raise unproven(wrong)
    groups = claims.get("cognito:groups")
    if not isinstance(groups, list) or expected.group not in groups:
        do = "Ask whoever runs this to add you: throughline manager add ADDRESS."
        raise Refused("You are signed in, but not as a manager.", field="groups", do=do, status=403)
    return str(claims["sub"])


def unproven(part: str) -> Refused:
    """What to say when something does not fit together."""
    return Refused("The sign-in could not be proven.", field=part, do="Sign in once more.", status=403)


def _proven(token: str, keys: Iterable[Document]) -> Document:
    """What a token says, signed by the key that it names."""
    parts = token.split(".")
    if len(token) > LONGEST or len(parts) != 3:  # noqa: PLR2004 - header, claims, signature
        raise unproven("token")
    header, claims = _document(parts[0], "header"), _document(parts[1], "claims")
    key = next((one for one in keys if one.get("kid") == header.get("kid") and _is_ours(one)), None)
    if key is None or header.get("alg") != "RS256" or "crit" in header:
        raise unproven("header")
    if not _signed(f"{parts[0]}.{parts[1]}".encode(), _bytes(parts[2], "signature"), key):
        raise unproven("signature")
    return claims


def _is_ours(key: Document) -> bool:
    return key.get("kty") == "RSA" and key.get("use", "sig") == "sig" and key.get("alg", "RS256") == "RS256"


def _signed(message: bytes, signature: bytes, key: Document) -> bool:
    modulus, exponent = (int.from_bytes(_bytes(str(key.get(name, "")), "key"), "big") for name in ("n", "e"))
    size = (modulus.bit_length() + 7) // 8
    sound = SHORTEST_KEY_BITS <= modulus.bit_length() <= LONGEST_KEY_BITS and exponent % 2 == 1
    if not sound or not SMALLEST_EXPONENT <= exponent < LARGEST_EXPONENT or len(signature) != size:
        return False
    given = int.from_bytes(signature, "big")
    if given >= modulus:
        return False
    digest = SHA256 + hashlib.sha256(message).digest()
    wanted = b"\x00\x01" + b"\xff" * (size - 3 - len(digest)) + b"\x00" + digest
    return hmac.compare_digest(pow(given, exponent, modulus).to_bytes(size, "big"), wanted)


def _moment(claims: Document, name: str) -> float:
    value = claims.get(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0.0


def _document(part: str, name: str) -> Document:
    try:
        read = json.loads(_bytes(part, name))
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        raise unproven(name)
    return read


def _bytes(part: str, name: str) -> bytes:
    try:
        raw = urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except (ValueError, NotBase64):
        raise unproven(name) from None
    if urlsafe_b64encode(raw).rstrip(b"=").decode() != part:  # it can be written one way only
        raise unproven(name)
    return raw
