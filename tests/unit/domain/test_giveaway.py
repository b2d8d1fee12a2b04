"""What a note may tell of who wrote it, and which places may be named."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.values import SCRATCHED, small_map
from throughline.domain.giveaway import Giveaway, giveaways
from throughline.domain.journey import Member
from throughline.domain.place import SHIFTS, Place, nameable

SMALLEST = 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr Miller was rude again.", Giveaway.PERSON),
        ("Ask Tom about the tape.", Giveaway.PERSON),
        ("Write to ros@home.example about it.", Giveaway.ADDRESS),
        ("Her number is 07700 900123.", Giveaway.NUMBER),
        ("Order AB-118204 came twice.", Giveaway.NUMBER),
        ("It happened on my shift.", Giveaway.OWN),
        ("As the only woman here I hear it daily.", Giveaway.OWN),
        ("Mein Chef will das nicht hören.", Giveaway.OWN),
        ("Ask the tape buyer.", Giveaway.ROLE),
    ],
)
def test_what_may_tell_is_shown(text: str, found: Giveaway) -> None:
    known = small_map()
    people = (Member("Tom Reed", "Tape buyer"), Member("Ann Vale", "Packer"), Member("Kit Moss", "Packer"))
    journey_map = replace(known, departments=(replace(known.departments[0], people=people), *known.departments[1:]))
    assert found in giveaways(text, journey_map)


@pytest.mark.parametrize("text", [SCRATCHED, "A packer said so.", "It cost 250 pounds at 14:30.", "Delivery was late."])
def test_plain_words_are_not(text: str) -> None:
    assert giveaways(text, small_map()) == ()


def place(name: str, staff: int) -> Place:
    return Place(name, name, staff)


def test_a_place_is_named_where_a_group_is_there_on_each_shift() -> None:
    places = [place("large", 40), place("enough", 15), place("small", 14), place("smaller", 6)]
    assert nameable(places, SMALLEST) == {"large", "enough"}


def test_the_next_smallest_is_hidden_with_a_place_that_would_be_hidden_alone() -> None:
    assert nameable([place("large", 40), place("mid", 16), place("kiosk", 2)], SMALLEST) == {"large"}


def test_few_hidden_people_are_not_left_among_themselves() -> None:
    assert nameable([place("large", 40), place("mid", 16), place("one", 2), place("two", 2)], SMALLEST) == {"large"}


def test_two_links_of_one_place_are_one_place_and_a_closed_one_is_none() -> None:
    twice = [place("North", 20), Place("again", "north ", 0), Place("old", "Kiosk", 1, active=False)]
    assert nameable(twice, SMALLEST) == {"North", "again"}


@given(st.lists(st.integers(0, 60), max_size=12), st.integers(3, 10))
def test_taking_away_what_is_named_leaves_two_places_and_a_group_or_nothing(sizes: list[int], smallest: int) -> None:
    places = [place(f"p{number}", staff) for number, staff in enumerate(sizes)]
    named = nameable(places, smallest)
    hidden = [one for one in places if one.id not in named]
    assert all(one.staff >= smallest * SHIFTS for one in places if one.id in named)
    if hidden and named:
        assert len(hidden) > 1
        assert sum(one.staff for one in hidden) >= smallest * SHIFTS
