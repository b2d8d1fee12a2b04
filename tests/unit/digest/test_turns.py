"""Whose turn it is to be named: nobody is forgotten, and nobody is named too often."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from random import Random

import pytest

from throughline.domain.edition import Turns
from throughline.domain.edition_turns import WEEKS, turns, waiting
from throughline.domain.week import Week
from unit.digest.rooms import WEEK

Told = list[tuple[frozenset[str], Turns]]


def weeks_of(names: int, most: int, seed: int, shown: int = 0) -> Told:
    """A year in which some are thanked far more often than others: who was, and whose turn it was."""
    rng, week, told = Random(seed), Week(2026, 1), Told()  # noqa: S311 - repeatable
    for _ in range(52):
        thanked = [f"id-{int(rng.paretovariate(0.7)) % names}" for _ in range(rng.randrange(20))]
        past = [turn for _, turn in told[:-WEEKS:-1]]
        beside = tuple(dict.fromkeys(thanked[:shown]))
        told.append((frozenset(thanked), turns(thanked, past, week, most, shown=beside)))
        week = Week.of(week.monday() + timedelta(days=7))
    return told


def too_often(told: Told) -> list[str]:
    """Who is named a third time within eight weeks while somebody waits who was not named in them."""
    found = []
    for end in range(len(told)):
        window = told[max(0, end - WEEKS + 1) : end + 1]
        times = Counter(name for _, turn in window for name in turn.named)
        if {name for thanked, _ in window for name in thanked} - times.keys():
            found += [name for name in told[end][1].named if times[name] > 2]
    return found


@pytest.mark.parametrize("shown", [0, 3])
@pytest.mark.parametrize("most", [2, 5, 40])
@pytest.mark.parametrize("seed", range(8))
def test_over_eight_weeks_everybody_is_named_once_before_anybody_a_third_time(most: int, seed: int, shown: int) -> None:
    assert not too_often(weeks_of(60, most, seed, shown))


def test_whoever_found_no_room_is_named_in_the_next_week() -> None:
    first = turns(["ada", "bo", "cy"], [], WEEK.previous(), 2)
    second = turns(["dan"], [first], WEEK, 2)
    assert set(first.named) | set(second.named) == {"ada", "bo", "cy", "dan"}
    assert first.waiting == tuple({"ada", "bo", "cy"} - set(first.named))


def test_turns_are_the_same_whenever_they_are_made() -> None:
    names = [f"id-{at}" for at in range(50)]
    assert turns(names, [], WEEK, 7) == turns(names[::-1], [], WEEK, 7)


def test_whoever_waits_longest_comes_first_and_then_whoever_was_named_longest_ago() -> None:
    past = [Turns(("ada",), ("one",)), Turns((), ("two",)), Turns(("bo",), ("three", "ada"))]
    assert waiting(past, WEEK) == ["three", "two", "one"]
    assert order(past, ["ada", "bo", "new"]) == ["three", "two", "one", "new", "bo", "ada"]


def test_whoever_was_named_and_had_a_success_since_waits_too() -> None:
    past = [Turns((), ("ada",)), Turns(("ada", "bo"), ())]
    assert order(past, ["bo"]) == ["ada", "bo"]


def order(past: Sequence[Turns], thanked: Sequence[str]) -> list[str]:
    return list(turns(thanked, past, WEEK, 40).named)


def test_whoever_is_shown_anyway_takes_nobodys_turn_and_counts_as_named() -> None:
    found = turns(["ada", "bo", "cy"], [], WEEK, 1, shown=("ada",))
    assert (found.named[0], len(found.named), len(found.waiting)) == ("ada", 2, 1)
    assert turns(["ada", *found.waiting], [found], WEEK, 1).named == found.waiting


def test_where_one_is_shown_a_third_time_everybody_is_named_who_was_not_since_the_first() -> None:
    past = [Turns(("ada",), ()), Turns(("ada",), ()), Turns(("dan",), ())]
    assert set(turns(["ada", "bo", "cy", "dan"], past, WEEK, 1, shown=("ada",)).named) == {"ada", "bo", "cy", "dan"}
    assert len(turns(["ada", "bo", "cy", "dan"], past[1:], WEEK, 1, shown=("ada",)).named) == 2
