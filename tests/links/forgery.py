"""Links that were never given out: real ones changed, and made anew without the key."""

import hashlib
import hmac
import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from random import Random

from fakes.outside import ROOT
from fakes.values import NOW
from throughline.domain.seal import Link, derived, sign_link

SEED = 20261123
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
ODD = ".=+/%~!\n \0é\u202e\ud800"
PURPOSES = ("case", "desk", "digest", "map")
SUBJECTS = {"case": "F#00000000000000000000000000000000/1", "desk": "Packing", "digest": "id-ada", "map": "all"}


def genuine(purpose: str, subject: str = "", days: int = 30, root: bytes = ROOT, now: datetime = NOW) -> str:
    """A link as the product signs it."""
    return sign_link(root, Link(purpose, subject or SUBJECTS[purpose], now + timedelta(days=days)))


def mutated(count: int) -> Iterator[tuple[str, str]]:
    """Purpose and token, `count` of them, each unlike every genuine one; the same ones each time."""
    draw = Random(SEED)  # noqa: S311 - not a secret: it has to be the same each time
    pool = [(purpose, genuine(purpose, subject)) for purpose in PURPOSES for subject in ("", "x", "F#1/1", "IT")]
    known = {token for _, token in pool}
    made = 0
    while made < count:
        purpose, token = draw.choice(pool)
        changed = draw.choice(CHANGES)(draw, token, draw.choice(pool)[1])
        if changed not in known:
            made += 1
            yield purpose, changed


def _one_letter(draw: Random, token: str, _other: str) -> str:
    at = draw.randrange(len(token))
    return token[:at] + draw.choice(LETTERS) + token[at + 1 :]


def _few_letters(draw: Random, token: str, other: str) -> str:
    for _ in range(draw.randint(2, 6)):
        token = _one_letter(draw, token, other)
    return token


def _one_bit(draw: Random, token: str, _other: str) -> str:
    at = draw.randrange(len(token))
    return token[:at] + chr(ord(token[at]) ^ (1 << draw.randrange(7))) + token[at + 1 :]


def _cut(draw: Random, token: str, _other: str) -> str:
    return token[: draw.randrange(len(token))]


def _longer(draw: Random, token: str, _other: str) -> str:
    at = draw.randrange(len(token) + 1)
    return token[:at] + draw.choice(LETTERS + ODD) * draw.randint(1, 4) + token[at:]


def _without(draw: Random, token: str, _other: str) -> str:
    at = draw.randrange(len(token))
    return token[:at] + token[at + draw.randint(1, 3) :]


def _swapped(draw: Random, token: str, _other: str) -> str:
    one, two = sorted(draw.sample(range(len(token)), 2))
    return token[:one] + token[two] + token[one + 1 : two] + token[one] + token[two + 1 :]


def _anothers_signature(_draw: Random, token: str, other: str) -> str:
    return f"{token.partition('.')[0]}.{other.partition('.')[2]}"


def _any_signature(draw: Random, token: str, _other: str) -> str:
    return f"{token.partition('.')[0]}.{_written(draw.randbytes(draw.choice((0, 8, 15, 16, 17, 32))))}"


def _any_payload(draw: Random, token: str, _other: str) -> str:
    said = f"{draw.choice(PURPOSES)}\n{draw.choice([*SUBJECTS.values()])}\n{draw.randrange(10**11)}"
    return f"{_written(said.encode())}.{token.partition('.')[2]}"


CHANGES = (
    _one_letter,
    _few_letters,
    _one_bit,
    _cut,
    _longer,
    _without,
    _swapped,
    _anothers_signature,
    _any_signature,
    _any_payload,
)


def wrong(purpose: str, subject: str, now: datetime) -> Mapping[str, str]:
    """Each kind of credential that must not open a door, by what is wrong with it."""
    good = genuine(purpose, subject, now=now)
    said, longer = _said(purpose, subject, now), _said(purpose, subject, now + timedelta(days=90))
    payload, _, signature = good.partition(".")
    other = "x" if subject != "x" else "y"
    elsewhere = {f"signed for {one}": genuine(one, subject, now=now) for one in PURPOSES if one != purpose}
    return {
        "expired": genuine(purpose, subject, days=-1, now=now),
        "expired long ago": genuine(purpose, subject, days=-9_000, now=now),
        "mutated": good[:-2] + ("A" if good[-2] != "A" else "B") + good[-1],
        "other subject, signature kept": f"{_written(_said(purpose, other, now))}.{signature}",
        "longer life, signature kept": f"{_written(longer)}.{signature}",
        "other key": genuine(purpose, subject, root=b"another root", now=now),
        "root key itself": _signed(said, ROOT, "sha256"),
        "key for receipts": _signed(said, derived(ROOT, "receipt"), "sha256"),
        "sha1": _signed(said, derived(ROOT, "link"), "sha1"),
        "sha512": _signed(said, derived(ROOT, "link"), "sha512"),
        "a hash without key": f"{payload}.{_written(hashlib.sha256(said).digest()[:16])}",
        "the whole of the digest": _signed(said, derived(ROOT, "link"), "sha256", length=32),
        "half of the digest": _signed(said, derived(ROOT, "link"), "sha256", length=8),
        "no signature": f"{payload}.",
        "nothing but a payload": payload,
        "padded": f"{payload}={'.'}{signature}==",
        "three parts": f"{good}.{signature}",
        "a web token without algorithm": _web_token({"alg": "none"}, purpose, subject, b""),
        "a web token": _web_token({"alg": "HS256"}, purpose, subject, derived(ROOT, "link")),
        "standard base64": f"{b64encode(said).decode()}.{signature}".replace("/", "_") + "=",
        "words": "open",
        **elsewhere,
    }


def _said(purpose: str, subject: str, now: datetime) -> bytes:
    return f"{purpose}\n{subject}\n{int((now + timedelta(days=30)).timestamp())}".encode()


def _signed(said: bytes, key: bytes, algorithm: str, length: int = 16) -> str:
    return f"{_written(said)}.{_written(hmac.digest(key, said, algorithm)[:length])}"


def _web_token(head: Mapping[str, str], purpose: str, subject: str, key: bytes) -> str:
    claims = {"purpose": purpose, "sub": subject, "exp": 4_000_000_000}
    said = ".".join(_written(json.dumps(part).encode()) for part in (head, claims))
    return f"{said}.{_written(hmac.digest(key, said.encode(), 'sha256') if key else b'')}"


def _written(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
