"""Whose turn it is to be named: everybody once, before anybody is named a third time."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from throughline.domain.edition import Turns
from throughline.domain.week import Week

WEEKS = 8  # in so many, this one among them, everybody has their turn
MOST_TIMES = 2
MOST_WAITING = 2000


def turns(thanked: Iterable[str], past: Sequence[Turns], week: Week, most: int) -> Turns:
    """Who is named this week: at most so many of those with a success now or waiting, whoever was named least first.

    `past` are the turns of the seven weeks before. While somebody is left who was not named in all that time,
    nobody is named a third time.
    """
    fresh = set(thanked)
    times = Counter(name for one in past for name in one.named)
    waiting = {name for one in past for name in one.waiting if not times[name]}
    pool = sorted(fresh | waiting, key=lambda name: (times[name], name not in waiting, _chance(week, name)))
    left = any(not times[name] for name in pool[most:])
    named = tuple(name for name in pool[:most] if not left or times[name] < MOST_TIMES)
    return Turns(named, tuple(sorted(fresh.difference(named)))[:MOST_WAITING])


def _chance(week: Week, name: str) -> str:
    return hashlib.sha256(f"{week}|{name}".encode("utf-8", "surrogatepass")).hexdigest()
