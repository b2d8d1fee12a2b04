"""Tokens as a pool of managers signs them, with a key of the tests' own."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256

ISSUER, CLIENT, GROUP, MANAGER = (
    "https://pool.example/eu_1",
    "client-1",
    "managers",
    "3f9a1c52-0000-4000-8000-00000000001a",
)
EXPONENT = 65_537


def encoded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def encoded_json(document: object) -> str:
    return encoded(json.dumps(document).encode())


def encoded_number(number: int) -> str:
    return encoded(number.to_bytes((number.bit_length() + 7) // 8, "big"))


@dataclass(frozen=True)
class Signer:
    """One key of a pool."""

    private: RSAPrivateKey
    name: str = "key-1"

    def key(self, **told: Any) -> Mapping[str, Any]:
        """Its public half, as a pool shows it."""
        numbers = self.private.public_key().public_numbers()
        shown = {"kty": "RSA", "alg": "RS256", "use": "sig", "kid": self.name}
        return {**shown, "n": encoded_number(numbers.n), "e": encoded_number(numbers.e), **told}

    def signature(self, text: str) -> bytes:
        return self.private.sign(text.encode(), PKCS1v15(), SHA256())

    def token(self, claims: Mapping[str, Any], **header: Any) -> str:
        """A token that says this, signed."""
        said = f"{encoded_json({'alg': 'RS256', 'kid': self.name, **header})}.{encoded_json(claims)}"
        return f"{said}.{encoded(self.signature(said))}"


@cache
def signer(bits: int = 2048, name: str = "key-1") -> Signer:
    """The same one each time, since to make one takes long."""
    return Signer(generate_private_key(EXPONENT, bits), name)


def claims(nonce: str, now: datetime, **told: Any) -> dict[str, Any]:
    """What a token says that holds."""
    moment = int(now.timestamp())
    held = {"sub": MANAGER, "iss": ISSUER, "aud": CLIENT, "token_use": "id", "nonce": nonce, "iat": moment}
    return {**held, "exp": moment + 300, "cognito:groups": [GROUP], **told}
