"""What a week tells is settled by rules: nobody is forgotten, nobody is named too often, little is told later."""

from dataclasses import replace
from typing import Any

import pytest

from throughline.domain.edition import Edition, Hand, mark_of
from throughline.domain.edition_plan import Given, held_changes, planned
from throughline.domain.recognition import Behind
from unit.digest.rooms import DRIVER, LESSON, MAP, WEEK, change, thanks

BEFORE = WEEK.previous()


def plan(**given: Any) -> Edition:
    return planned(Given(**{"week": WEEK, "journey_map": MAP, **given}))


def test_a_week_names_the_departments_behind_its_successes_and_people_who_agreed() -> None:
    edition = plan(thanks=(thanks(to="id-ada"), thanks(2, to="id-bob")), changes=(change(),), nameable={"id-ada"})
    assert edition.people.named == ("id-ada",)
    assert set(edition.departments.named) == {"Delivery", "Planning", "Packing"}
    assert (edition.led, edition.lesson) == ("Delivery", LESSON.id)


def test_a_department_that_led_lately_lets_another_lead() -> None:
    till = Behind("Tills", "Cashier", "They open another till.")
    given = (thanks(1), thanks(2, touchpoint="Paying", behind=(till,)))
    assert plan(thanks=given).led == "Delivery"
    assert plan(thanks=given, past=(Edition(str(BEFORE), led="Delivery"),)).led == "Tills"


def test_what_the_cx_manager_pins_leads_and_what_they_drop_is_not_told() -> None:
    few, many = thanks(1, behind=(DRIVER,)), thanks(2)
    assert plan(thanks=(few, many)).headline == mark_of(many)
    assert plan(thanks=(few, many), hand=Hand(pinned=(mark_of(few),))).headline == mark_of(few)
    dropped = plan(thanks=(few, many), hand=Hand(dropped=(mark_of(many),)))
    assert (dropped.tells(few), dropped.tells(many)) == (True, False)


def test_a_small_week_is_put_off_once_and_told_with_the_next() -> None:
    small = plan(thanks=(thanks(),), fewest=3)
    assert (small.put_off, small.told) == (True, ())
    told = {"thanks_before": (thanks(),), "past": (replace(small, week=str(BEFORE)),), "fewest": 3}
    following = plan(changes=(change(),), **told)
    assert (following.put_off, following.merged) == (False, True)
    assert following.tells(thanks())
    assert following.tells(change())


def test_what_was_put_off_goes_even_if_nothing_is_added_and_an_empty_week_is_not_put_off() -> None:
    put_off = Edition(str(BEFORE), put_off=True)
    assert plan(thanks_before=(thanks(),), past=(put_off,), fewest=3).tells(thanks())
    assert plan(fewest=3) == Edition(str(WEEK))


def test_a_small_week_that_was_released_goes() -> None:
    assert plan(thanks=(thanks(),), fewest=3, hand=Hand(free=True)).tells(thanks())


def test_what_came_too_late_for_its_own_digest_is_told_in_the_next_and_only_then() -> None:
    told, late = thanks(1), thanks(2)
    past = (Edition(str(BEFORE), told=(mark_of(told),)),)
    edition = plan(thanks_before=(told, late), thanks=(thanks(3),), past=past)
    assert edition.merged
    assert (edition.tells(told), edition.tells(late)) == (False, True)
    assert not plan(thanks_before=(late,), past=past, hand_before=Hand(dropped=(mark_of(late),))).told
    assert not plan(thanks_before=(late,)).told


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Mrs Eleanor Rigby waited in the rain.", "name"),
        ("He rang 0131 496 0123 twice.", "number"),
        ("She wrote to ada@customer.example.", "address"),
        ("That idiot at the till again.", "hurtful"),
    ],
)
def test_a_change_with_a_name_a_number_or_a_hurtful_word_waits_but_the_digest_goes(words: str, why: str) -> None:
    held, fine = change(1, said=words), change(2)
    edition = plan(changes=(held, fine))
    assert held_changes((held, fine), Hand(), MAP) == {mark_of(held): why}
    assert (edition.tells(held), edition.tells(fine)) == (False, True)
    assert plan(changes=(held, fine), hand=Hand(pinned=(mark_of(held),))).tells(held)
    assert plan(changes_before=(held,), past=(edition,), hand_before=Hand(pinned=(mark_of(held),))).tells(held)
