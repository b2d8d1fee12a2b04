"""Whose turn it is to be named: everybody once, before anybody is named a third time."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from throughline.domain.edition import Turns
from throughline.domain.week import Week

WEEKS = 8  # in so many, this one among them, everybody has their turn
MOST_TIMES = 2
MOST_WAITING = 2000
MOST_AT_ALL = 1000  # names make a mail long, and an edition stands in one item


def turns(thanked: Iterable[str], past: Sequence[Turns], week: Week, most: int, *, shown: Sequence[str] = ()) -> Turns:
    """Who is named this week: at most so many of those with a success now or waiting, whoever was named longest ago.

    Of those whoever waits longest comes first. `past` are the turns of the seven weeks before. So nobody is named
    again while somebody is left who was not named since. Whoever is `shown`, be it their turn or not, is named beside
    these; where one is named a third time by that, everybody is named who was not since the first of the three.
    """
    fresh, waited, last = set(thanked), _weeks_waited(past), _last_named(past)
    pool = _in_order((fresh | waited.keys()).difference(shown), past, week)
    if shown:
        since = _first_of_three([Turns(tuple(shown)), *past])
        most = min(max(most, sum(last.get(name, WEEKS) > since for name in pool)), MOST_AT_ALL)
    named = (*shown, *pool[:most])
    return Turns(named, tuple(sorted(fresh.difference(named)))[:MOST_WAITING])


def waiting(past: Sequence[Turns], week: Week) -> Sequence[str]:
    """Who had a success, was not named since, and waits for their turn; whose turn comes first stands first."""
    return _in_order(_weeks_waited(past), past, week)


def _in_order(names: Iterable[str], past: Sequence[Turns], week: Week) -> list[str]:
    waited, last = _weeks_waited(past), _last_named(past)
    return sorted(names, key=lambda name: (-last.get(name, WEEKS), -waited.get(name, 0), _chance(week, name)))


def _weeks_waited(past: Sequence[Turns]) -> Mapping[str, int]:
    last = _last_named(past)
    found = ((name, weeks) for weeks, one in enumerate(past, start=1) for name in one.waiting)
    return {name: weeks for name, weeks in found if weeks < last.get(name, WEEKS)}


def _last_named(past: Sequence[Turns]) -> Mapping[str, int]:
    return {name: weeks for weeks, one in reversed(list(enumerate(past, start=1))) for name in one.named}


def _first_of_three(latest: Sequence[Turns]) -> int:
    """How many weeks ago somebody was named who was named twice since; the least, where several were."""
    named = defaultdict[str, list[int]](list)
    for ago, one in enumerate(latest):
        for name in one.named:
            named[name].append(ago)
    return min((weeks[MOST_TIMES] for weeks in named.values() if len(weeks) > MOST_TIMES), default=WEEKS)


def _chance(week: Week, name: str) -> str:
    return hashlib.sha256(f"{week}|{name}".encode("utf-8", "surrogatepass")).hexdigest()
