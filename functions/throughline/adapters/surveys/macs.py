"""Keyed digests in headers, as vendors send them; compared in constant time, over the bytes that came."""

import hmac
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from throughline.adapters.surveys.vendor import Message, header, unproven

PREFIX = b"whsec_"
BEARER = "bearer "


def as_base64(digest: bytes) -> str:
    """The digest in base64."""
    return b64encode(digest).decode()


def as_hex(digest: bytes) -> str:
    """The digest in small hexadecimal digits."""
    return digest.hex()


@dataclass(frozen=True, slots=True)
class Scheme:
    """A header that holds a keyed digest of the body, written in one way only."""

    header: str
    digest: str
    write: Callable[[bytes], str]
    prefix: str = ""

    def verify(self, message: Message, secrets: Sequence[bytes]) -> None:
        """Refuse unless the header holds the digest of this very body under one of the secrets."""
        self.verify_bytes(message.raw, header(message, self.header), secrets)

    def verify_bytes(self, signed: bytes, sent: str, secrets: Sequence[bytes]) -> None:
        """The same for bytes that are not the body alone."""
        expected = [self.prefix + self.write(hmac.digest(key, signed, self.digest)) for key in usable(secrets)]
        if not any_equal(sent, expected):
            do = "Sign the body as it is sent, with the secret that was added for this source."
            unproven("No signature fits this body.", self.header, do)


def usable(secrets: Sequence[bytes]) -> list[bytes]:
    """The secrets that can prove anything."""
    found = [one for one in secrets if one]
    return found or unproven("No secret stands for this source.", "source", "Name a source that has been added.")


def any_equal(sent: str, expected: Sequence[str]) -> bool:
    """Whether one of the expected was sent; how long it takes tells nothing."""
    given = sent.encode("utf-8", "surrogatepass")
    return any([hmac.compare_digest(given, one.encode()) for one in expected])  # noqa: C419 - compare all, whichever fits


def verify_bearer(message: Message, secrets: Sequence[bytes]) -> None:
    """Refuse unless the Authorization header is `Bearer` and one of the secrets."""
    sent = header(message, "authorization")
    given = sent[len(BEARER) :].strip() if sent.lower().startswith(BEARER) else ""
    known = usable(secrets)
    if not given or not any([hmac.compare_digest(given.encode("utf-8", "surrogatepass"), one) for one in known]):  # noqa: C419 - compare all
        do = "Send the header Authorization: Bearer and the secret that was added for this source."
        unproven("The message carries no secret of this source.", "authorization", do)


def webhook_keys(secrets: Sequence[bytes]) -> list[bytes]:
    """The signing keys of Standard Webhooks: base64 behind `whsec_`."""
    try:
        return [b64decode(one.removeprefix(PREFIX), validate=True) for one in usable(secrets)]
    except (NotBase64, ValueError):
        do = "Add the secret as it is shown where the webhook was made: whsec_ and base64."
        return unproven("The secret of this source is no key for Standard Webhooks.", "source", do)
