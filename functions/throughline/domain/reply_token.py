"""What a mail of ours can be answered with: an address that says what it belongs to, and that nobody can make up.

Mail servers write local parts in any case and allow 64 octets, so a token is short and in base32.
"""

import hmac
from base64 import b32decode, b32encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from throughline.domain.seal import derived

PREFIX = "r+"
KINDS = ("F#", "S#")
_EPOCH = date(2020, 1, 1)
_LINE_BYTES, _SEAL_BYTES = 16, 10
_LENGTH = 1 + 2 + _LINE_BYTES + 2 + _SEAL_BYTES
_LONGEST = 65_535


class Party(StrEnum):
    """Whose answer it is."""

    DEPARTMENT = "department"
    SUBMITTER = "submitter"


_PARTIES = tuple(Party)


@dataclass(frozen=True, slots=True)
class Reply:
    """What an answer belongs to: a case of a line, or with number 0 the line as a whole."""

    party: Party
    line: str
    number: int
    expires: date = date.max

    def expired(self, today: date) -> bool:
        """Whether its day is over."""
        return today > self.expires


def reply_address(root: bytes, reply: Reply, domain: str) -> str:
    """The address to answer to; empty without a domain, and for a line of another make."""
    token = reply_token(root, reply) if domain else ""
    return f"{PREFIX}{token}@{domain}" if token else ""


def reply_token(root: bytes, reply: Reply) -> str:
    """The token itself, in lower case; empty for a line of another make."""
    kind, key = reply.line[:2], _key_of(reply.line[2:])
    days = (reply.expires - _EPOCH).days
    if kind not in KINDS or key is None or not 0 <= days <= _LONGEST or not 0 <= reply.number <= _LONGEST:
        return ""
    about = bytes([_PARTIES.index(reply.party) * len(KINDS) + KINDS.index(kind)])
    payload = about + reply.number.to_bytes(2) + key + days.to_bytes(2)
    return b32encode(payload + _seal(root, payload)).decode().rstrip("=").lower()


def read_reply_token(root: bytes, token: str) -> Reply | None:
    """What a token stands for, whatever its case and whether or not it has expired; None when it is not ours."""
    raw = _decoded(token)
    if raw is None:
        return None
    payload, seal = raw[:-_SEAL_BYTES], raw[-_SEAL_BYTES:]
    if not hmac.compare_digest(seal, _seal(root, payload)):
        return None
    party, kind = divmod(payload[0], len(KINDS))
    line = KINDS[kind] + payload[3 : 3 + _LINE_BYTES].hex()
    expires = _EPOCH + timedelta(days=int.from_bytes(payload[-2:]))
    return Reply(_PARTIES[party], line, int.from_bytes(payload[1:3]), expires)


def reply_among(root: bytes, addresses: Iterable[str]) -> Reply | None:
    """The first of our tokens among addresses, in any field and at any domain that led the mail to us."""
    for address in addresses:
        local = address.partition("@")[0]
        if local[: len(PREFIX)].lower() == PREFIX and (found := read_reply_token(root, local[len(PREFIX) :])):
            return found
    return None


def _seal(root: bytes, payload: bytes) -> bytes:
    return hmac.digest(derived(root, "reply"), payload, "sha256")[:_SEAL_BYTES]


def _key_of(text: str) -> bytes | None:
    try:
        key = bytes.fromhex(text)
    except ValueError:
        return None
    return key if key.hex() == text and len(key) == _LINE_BYTES else None


def _decoded(token: str) -> bytes | None:
    """The bytes, if they are written the one way they can be written."""
    if not token.isascii():
        return None
    try:
        raw = b32decode(token.upper() + "=" * (-len(token) % 8))
    except ValueError:
        return None
    written = b32encode(raw).decode().rstrip("=")
    return raw if len(raw) == _LENGTH and written == token.upper() else None
