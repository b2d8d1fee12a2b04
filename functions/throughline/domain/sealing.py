"""Words that only whoever has the root secret can read, and only in the place they were sealed for.

Deterministic authenticated encryption in the manner of SIV, from HMAC-SHA256 alone: the tag over the words is
also where their keystream begins, so that sealing the same again changes nothing.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64

from throughline.domain.seal import derived

_TAG_BYTES, _BLOCK_BYTES = 16, 32


def sealed(root: bytes, place: str, words: str) -> str:
    """The words as they are stored at a place."""
    plain = words.encode("utf-8", "surrogatepass")
    tag = _tag(root, place, plain)
    return urlsafe_b64encode(tag + _mixed(root, place, tag, plain)).decode()


def opened(root: bytes, place: str, kept: str) -> str | None:
    """The words again; None when they were changed, or sealed for another place or by another secret."""
    try:
        raw = urlsafe_b64decode(kept)
        tag, hidden = raw[:_TAG_BYTES], raw[_TAG_BYTES:]
        plain = _mixed(root, place, tag, hidden)
        holds = hmac.compare_digest(tag, _tag(root, place, plain))
        return plain.decode("utf-8", "surrogatepass") if holds else None
    except (ValueError, NotBase64):
        return None


def _tag(root: bytes, place: str, plain: bytes) -> bytes:
    return hmac.digest(derived(root, f"sealed|tag|{place}"), plain, "sha256")[:_TAG_BYTES]


def _mixed(root: bytes, place: str, tag: bytes, text: bytes) -> bytes:
    """The text combined with its keystream; the same once more gives it back."""
    key, blocks = derived(root, f"sealed|words|{place}"), range(-(-len(text) // _BLOCK_BYTES))
    stream = b"".join(hmac.digest(key, tag + at.to_bytes(4), "sha256") for at in blocks)
    return bytes(one ^ other for one, other in zip(text, stream, strict=False))
