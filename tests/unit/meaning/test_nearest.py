"""What words mean beside the map's phrases, once both are vectors."""

from dataclasses import replace

import pytest

from fakes.values import part, small_map
from throughline.domain.decision import Candidate
from throughline.domain.meaning import SUGGESTIONS, likeness, nearest, phrases_of, pooled

MAP = small_map()
PHRASES = phrases_of(MAP)


def like(**near: float) -> list[float]:
    """How like a text is to each phrase of the map; names are phrases without their spaces."""
    return [near.get(phrase.words.replace(" ", ""), 0.0) for phrase in PHRASES]


def test_each_phrase_stands_alone_and_so_does_each_touchpoint() -> None:
    packing = [phrase.words for phrase in PHRASES if phrase.part.department == "Packing"]
    assert packing == ["scratched", "crushed", "box", "broken glass", "Opening the parcel"]


def test_what_is_closed_on_the_map_is_not_suggested() -> None:
    closed = replace(MAP, parts=(*MAP.parts, part("Old hall", "Porters", "door", active=False)))
    assert phrases_of(closed) == PHRASES


def test_the_department_of_the_nearest_phrases_stands_first_and_the_nearest_is_named() -> None:
    weighed = nearest(like(crushed=0.9, box=0.7, driver=0.8), PHRASES)
    assert weighed
    assert [one.department for one in weighed.candidates[:2]] == ["Packing", "Delivery"]
    assert weighed.candidates[0].touchpoint == "Opening the parcel"
    assert weighed.reason == "closest to “crushed”"


def test_one_lucky_phrase_is_less_than_two_near_ones() -> None:
    weighed = nearest(like(driver=0.9, crushed=0.7, box=0.7), PHRASES)
    assert weighed
    assert weighed.candidates[0].department == "Packing"


def test_shares_are_of_one_whole_and_each_department_stands_once() -> None:
    weighed = nearest(like(crushed=0.5, refund=0.4), PHRASES)
    assert weighed
    assert sum(one.confidence for one in weighed.candidates) == pytest.approx(1, abs=0.01)
    assert len(weighed.candidates) == len({one.department for one in weighed.candidates}) == 5


def test_an_empty_map_has_nobody_near() -> None:
    assert nearest([], ()) is None


def test_two_opinions_are_pooled_and_three_are_enough() -> None:
    by_words = [Candidate("IT", "Paying at the till", 0.6), Candidate("Accounts", "Getting money back", 0.4)]
    by_meaning = [Candidate("Packing", "Opening the parcel", 0.5), Candidate("it", "Paying at the till", 0.3)]
    found = pooled(by_words, by_meaning)
    assert [(one.department.casefold(), one.confidence) for one in found] == [
        ("it", 0.45),
        ("packing", 0.25),
        ("accounts", 0.2),
    ]
    assert len(pooled([*by_words, Candidate("Planning", "Delivery at the door", 0.1)], by_meaning)) == SUGGESTIONS


def test_likeness_is_the_cosine() -> None:
    assert likeness([0.6, 0.8], [0.8, 0.6]) == pytest.approx(0.96)
