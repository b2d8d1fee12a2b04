"""Addresses to answer to that were never given out: real ones changed, spliced, and made anew without the key."""

from base64 import b32encode
from collections.abc import Iterator
from datetime import date
from random import Random

from fakes.outside import ROOT
from links.forgery import CHANGES, SEED
from throughline.domain.reply_token import Party, Reply, reply_token

LINES = ("F#" + "0" * 32, "F#" + "a1" * 16, "S#" + "0f" * 16)
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
PLAIN = CHANGES[:7]  # those that need no dot in the token


def genuine_replies() -> list[str]:
    """Tokens as the product makes them."""
    days = (date(2026, 12, 1), date(2027, 3, 1))
    return [
        reply_token(ROOT, Reply(party, line, at, day))
        for party in Party
        for line in LINES
        for at in (0, 1)
        for day in days
    ]


def mutated_replies(count: int) -> Iterator[str]:
    """So many tokens, each unlike every genuine one in any case; the same ones each time."""
    draw = Random(SEED)  # noqa: S311 - not a secret: it has to be the same each time
    pool = genuine_replies()
    known = set(pool)
    made = 0
    while made < count:
        token, other = draw.choice(pool), draw.choice(pool)
        change = draw.choice((*PLAIN, _spliced, _resealed, _any))
        changed = change(draw, token, other)
        changed = changed.upper() if draw.random() < 0.2 else changed
        if changed.lower() not in known:
            made += 1
            yield changed


def _spliced(draw: Random, token: str, other: str) -> str:
    at = draw.randrange(len(token))
    return token[:at] + other[at:]


def _resealed(draw: Random, token: str, _other: str) -> str:
    """Another seal under the same words."""
    return token[:-16] + "".join(draw.choice(ALPHABET) for _ in range(16))


def _any(draw: Random, token: str, _other: str) -> str:
    return b32encode(draw.randbytes(draw.choice((0, 16, 30, 31, 32, 35)))).decode().rstrip("=").lower() + token[:0]
