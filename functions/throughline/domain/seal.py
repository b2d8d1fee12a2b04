"""Keyed digests: receipts that cannot be guessed, lines that do not tell their receipt, links that hold.

All keys come from one root secret, each for a single purpose: HMAC-SHA256(root, purpose).
"""

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from datetime import UTC, datetime

RECEIPT_DIGITS = 16
_SIGNATURE_BYTES = 16


def derived(root: bytes, purpose: str) -> bytes:
    """The key for one purpose."""
    return hmac.digest(root, purpose.encode(), "sha256")


def mac(root: bytes, purpose: str, value: str) -> str:
    """A keyed digest of a value, 32 hex digits: equal values agree, nothing leads back."""
    return hmac.new(derived(root, purpose), value.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:32]


def receipt_of(root: bytes, identity: str) -> str:
    """The 16-digit receipt for one sending; the same sending gets the same receipt."""
    number = int(mac(root, "receipt", identity), 16) % 10**RECEIPT_DIGITS
    return f"{number:0{RECEIPT_DIGITS}}"


def line_of(root: bytes, receipt: str) -> str:
    """The ledger's key for what a receipt stands for."""
    return "F#" + mac(root, "line", receipt)


def digits_of(typed: str) -> str:
    """A receipt as it was typed, its digits alone."""
    return "".join(sign for sign in typed if sign.isdecimal() and sign.isascii())


def spaced(receipt: str) -> str:
    """A receipt as people read it: four groups of four."""
    return " ".join(receipt[at : at + 4] for at in range(0, len(receipt), 4))


@dataclass(frozen=True, slots=True)
class Link:
    """What a signed link stands for: one purpose, one subject, until it expires."""

    purpose: str
    subject: str
    expires: datetime


def sign_link(root: bytes, link: Link) -> str:
    """The token that goes into an address."""
    payload = f"{link.purpose}\n{link.subject}\n{int(link.expires.timestamp())}".encode()
    return f"{_encoded(payload)}.{_encoded(_signature(root, payload))}"


def read_link(root: bytes, token: str, *, purpose: str, now: datetime) -> Link | None:
    """The link behind a token, or None when it is forged, for something else, or has expired."""
    try:
        payload, signature = (_decoded(part) for part in token.split("."))
        if not hmac.compare_digest(signature, _signature(root, payload)):
            return None
        said_purpose, subject, expires = payload.decode().split("\n")
    except (ValueError, NotBase64):
        return None
    link = Link(said_purpose, subject, datetime.fromtimestamp(int(expires), UTC))
    return link if link.purpose == purpose and now < link.expires else None


def nonce_of(root: bytes, subject: str, version: int) -> str:
    """What a page's form carries to say which version of the subject its reader saw."""
    return f"{version}.{mac(root, 'nonce', f'{subject}@{version}')}"


def version_of_nonce(root: bytes, subject: str, nonce: str) -> int | None:
    """The version that a form was made for, or None when the nonce is not ours."""
    version = nonce.partition(".")[0]
    if not version.isdecimal() or not version.isascii() or len(version) > RECEIPT_DIGITS:
        return None
    given, ours = nonce.encode("utf-8", "surrogatepass"), nonce_of(root, subject, int(version)).encode()
    return int(version) if hmac.compare_digest(given, ours) else None


def _signature(root: bytes, payload: bytes) -> bytes:
    return hmac.digest(derived(root, "link"), payload, "sha256")[:_SIGNATURE_BYTES]


def _encoded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decoded(text: str) -> bytes:
    raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if _encoded(raw) != text:
        raise ValueError("not written the one way it can be written")
    return raw
