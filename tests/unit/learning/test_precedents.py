"""Which decisions hold, and what they teach about a map."""

import random
from dataclasses import replace
from datetime import timedelta

from throughline.domain.case_code import code_of
from throughline.domain.learned import Roll, parted
from throughline.domain.precedent import Example, How, examples_for, record_of, standing
from unit.learning.school import MAP, TODAY, map_of, precedent, week

FIRST = code_of("F#1", 1)


def test_the_last_decision_about_a_case_holds() -> None:
    first = precedent("F#1", "the foot", "Paying", "Tills")
    later = replace(first, version=2, touchpoint="Unpacking", department="Packing", how=How.CONFIRMED)
    assert standing([later, first]) == standing([first, later]) == (later,)


def test_what_was_handed_on_teaches_only_where_it_came_to_rest() -> None:
    wrong = precedent("F#1", "the foot", "Paying", "Tills", how=How.CONFIRMED)
    right = precedent("F#1", "the foot", "Unpacking", "Packing", number=2, instead_of=1, how=How.CORRECTED)
    assert standing([right, wrong]) == (right,)


def test_order_and_repeats_change_nothing() -> None:
    decisions = week(40)
    mixed = random.Random(7).choices(decisions, k=200) + decisions  # noqa: S311 - the same order each time
    assert examples_for(MAP, mixed) == examples_for(MAP, decisions)


def test_a_touchpoint_that_left_the_map_teaches_its_department_still() -> None:
    smaller = map_of(Wrapping="Packing", Paying="Tills")
    found = examples_for(smaller, [precedent("F#1", "the foot", "Unpacking", "Packing")])
    assert found.rows == (Example("the foot", "", "Packing", FIRST),)


def test_what_the_map_no_longer_knows_is_dropped_and_told() -> None:
    found = examples_for(map_of(Paying="Tills"), week(4))
    assert {one.department for one in found.rows} == {"Tills"}
    assert found.dropped == (("Unpacking", 2),)


def test_a_department_that_has_no_part_in_the_moment_is_taught_without_it() -> None:
    found = examples_for(MAP, [precedent("F#1", "the foot", "Paying", "Packing", how=How.CORRECTED)])
    assert found.rows == (Example("the foot", "", "Packing", FIRST),)


def test_nobodys_is_taught_too() -> None:
    assert examples_for(MAP, [precedent("F#1", "hello", "", "")]).rows == (Example("hello", case=FIRST),)


def test_names_are_read_as_people_write_them() -> None:
    found = examples_for(MAP, [precedent("F#1", "the foot", "unpacking ", "PACKING")])
    assert found.rows == (Example("the foot", "Unpacking", "Packing", FIRST),)


def test_the_same_text_is_always_on_the_same_side() -> None:
    rows = examples_for(MAP, week(200)).rows
    teaching, held = parted(rows)
    assert sorted(teaching + held) == sorted(rows)
    assert 20 <= len(held) <= 60
    assert parted(reversed(rows)) == (teaching, held)


def test_a_roll_tells_who_was_in_class_and_no_words() -> None:
    rows = examples_for(MAP, week(9)).rows
    roll = Roll.of(rows)
    assert Roll.parse(roll.data) == roll
    assert b"foot" not in roll.data
    assert roll.digest("a") != roll.digest("b")


def test_the_record_is_of_what_was_learned_and_decided_alone() -> None:
    by_model = {"model": "m1", "how": How.CONFIRMED}
    right = precedent("F#1", "the foot", "Unpacking", "Packing", said="packing", **by_model)
    by_map = precedent("F#2", "the foot", "Unpacking", "Packing", said="Packing", how=How.CONFIRMED)
    wrong = precedent("F#3", "the card", "Paying", "Tills", said="Packing", number=2, instead_of=1, **by_model)
    believed = replace(wrong, number=1, instead_of=0, department="Packing", version=2)
    later = replace(right, line="F#0", on=TODAY + timedelta(days=1))
    told = [right, by_map, wrong, believed, later]
    assert record_of(told) == record_of([*reversed(told), *told]) == (True, False, True)
