"""Where more departments had a success than a week can name, none is shown a third time before each was shown once."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from random import Random

import pytest

from throughline.domain import edition_plan
from throughline.domain.digest import Material, compose
from throughline.domain.edition import Edition
from throughline.domain.edition_plan import Given, planned
from throughline.domain.edition_turns import WEEKS
from throughline.domain.recognition import Behind, Thanks
from throughline.domain.week import Week
from unit.digest.rooms import MAP, thanks

ROOM, DEPARTMENTS, YEAR = 6, 40, 40


@dataclass(frozen=True)
class Told:
    """A week: what was settled, who had a success, and who was shown to a reader of no department."""

    edition: Edition
    had: frozenset[str]
    shown: frozenset[str]


def year(seed: int) -> list[Told]:
    rng, week, past = Random(seed), Week(2026, 1), list[Told]()  # noqa: S311 - repeatable
    for at in range(YEAR):
        given = tuple(one_thanks(rng, at * 100 + number) for number in range(rng.choice((0, 1, 30, 30, 60))))
        editions = tuple(one.edition for one in past[:WEEKS])
        edition = planned(Given(week, given, journey_map=MAP, past=editions))
        past.insert(0, Told(edition, frozenset(behind(given)), shown(week, given, edition)))
        week = Week.of(week.monday() + timedelta(days=7))
    return past


def one_thanks(rng: Random, number: int) -> Thanks:
    names = (f"D{int(rng.paretovariate(0.5)) % DEPARTMENTS}" for _ in range(3))
    return thanks(number, words=f"Thank you for all, {number}.", behind=tuple(Behind(one, "", "how") for one in names))


def behind(given: tuple[Thanks, ...]) -> list[str]:
    return [part.department for one in given for part in one.behind]


def shown(week: Week, given: tuple[Thanks, ...], edition: Edition) -> frozenset[str]:
    digest = compose(Material(week, given, edition=edition, journey_map=MAP), department="")
    if digest is None:
        return frozenset()
    stories = (part.department for one in (digest.headline, *digest.praises) if one for part in one.behind)
    return frozenset((*stories, *digest.also))


@pytest.mark.parametrize("seed", range(6))
def test_in_any_eight_weeks_each_is_shown_before_one_is_shown_a_third_time(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edition_plan, "MOST_DEPARTMENTS", ROOM)
    told = year(seed)
    for first in range(YEAR - WEEKS):
        window = told[first : first + WEEKS]
        times = Counter(name for one in window for name in one.shown)
        left = frozenset().union(*(one.had for one in window)) - times.keys()
        assert not left or max(times.values()) <= 2


def test_where_all_find_room_all_are_named() -> None:
    assert all(one.had <= {*one.edition.departments.named} for one in year(0))
