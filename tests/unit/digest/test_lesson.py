"""What is learned each week: the lesson of the week's moment, none too often, and its question at the right time."""

from dataclasses import replace
from datetime import timedelta

from throughline.domain.digest_lesson import recalled
from throughline.domain.edition import Edition
from throughline.domain.edition_plan import Given, planned
from throughline.domain.journey import Lesson
from throughline.domain.week import Week
from unit.digest.rooms import LESSON, MAP, WEEK, thanks

DOOR, PAYING = "Delivery at home", "Paying"
SECOND, PAY, ANY = replace(LESSON, id="second"), replace(LESSON, id="pay", touchpoint=PAYING), replace(LESSON, id="any")
ANY = replace(ANY, touchpoint="")
NO_MAIL = Edition("2026-W01", put_off=True)


def learned(lessons: tuple[Lesson, ...], moments: list[tuple[str, ...]]) -> list[Edition]:
    """What these weeks settle, one after the other; each spoke of these moments, its top one twice."""
    past, week = list[Edition](), Week(2026, 30)
    for spoken in moments:
        given = tuple(thanks(at, touchpoint=name) for at, name in enumerate((*spoken[:1], *spoken)))
        known = replace(MAP, lessons=lessons)
        past.insert(0, planned(Given(week, given, journey_map=known, past=tuple(past[:10]))))
        week = Week.of(week.monday() + timedelta(days=7))
    return past[::-1]


def ids(editions: list[Edition]) -> list[str]:
    return [one.lesson for one in editions]


def test_it_is_about_the_moment_that_the_week_spoke_of_most() -> None:
    assert ids(learned((LESSON, PAY, ANY), [(DOOR,)])) == ["open"]
    assert ids(learned((LESSON, PAY, ANY), [(PAYING, DOOR)])) == ["pay"]
    assert ids(learned((LESSON, PAY, ANY), [("Unpacking",)])) == ["any"]
    assert ids(learned((PAY,), [(DOOR,)])) == [""]


def test_while_one_moment_stays_on_top_its_lesson_rests_and_those_of_others_come() -> None:
    found = learned((LESSON, PAY, ANY), [(DOOR, PAYING)] * 12)
    assert ids(found) == ["open", "pay", "any"] * 4
    assert all(one.recalls for one in found[1:])


def test_of_several_lessons_about_the_moment_each_has_its_turn_before_another_moments() -> None:
    several = tuple(replace(LESSON, id=f"door {at}") for at in range(6))
    found = ids(learned((*several, PAY, ANY), [(DOOR, PAYING)] * 12))
    assert sorted(found[:6]) == [one.id for one in several]
    assert found[6:] == found[:6]


def test_both_lessons_come_though_their_moment_is_on_top_only_every_second_week() -> None:
    assert set(ids(learned((LESSON, SECOND, PAY), [(DOOR,), (PAYING,)] * 6))) == {"open", "second", "pay"}


def test_a_lesson_that_has_rested_goes_before_another_moments() -> None:
    past = (None, *(Edition("x", lesson=f"l{at}") for at in range(3)), Edition("x", lesson="open"))
    assert (
        planned(Given(WEEK, (thanks(),), journey_map=replace(MAP, lessons=(LESSON, ANY)), past=past)).lesson == "open"
    )
    later = (*past[1:], None)
    assert (
        planned(Given(WEEK, (thanks(),), journey_map=replace(MAP, lessons=(LESSON, ANY)), past=later)).lesson == "any"
    )


def test_the_only_lesson_stays_and_is_not_asked_beside_itself() -> None:
    found = learned((LESSON,), [(DOOR,)] * 4)
    assert [(one.lesson, one.recalls) for one in found] == [("open", ())] * 4


def test_its_question_comes_back_after_one_three_and_eight_weeks() -> None:
    assert asked_in(["mail"] * 12) == [1, 3, 8]


def test_in_a_week_without_mail_it_waits_for_the_next_and_comes_once() -> None:
    assert asked_in(["none", *["mail"] * 11]) == [2, 3, 8]
    assert asked_in([*["none"] * 3, *["mail"] * 9]) == [4, 8]
    assert asked_in([*["mail"] * 7, *["none"] * 2, *["mail"] * 3]) == [1, 3, 10]


def asked_in(weeks: list[str]) -> list[int]:
    """In which weeks after its lesson the question came, each with a mail or none."""
    past, found = [Edition("2026-W01", lesson="open")], list[int]()
    for after, mail in enumerate(weeks, start=1):
        recalls = recalled(past[:10], None) if mail == "mail" else ()
        past.insert(0, Edition("2026-W01", recalls=recalls) if mail == "mail" else NO_MAIL)
        found += [after] * len(recalls)
    return found


def test_of_many_that_are_due_those_come_first_that_are_due_longest_and_the_others_a_week_later() -> None:
    taught = [Edition("2026-W01", lesson=f"l{at}") for at in range(5)]
    past = [NO_MAIL, NO_MAIL, *taught]
    first = recalled(past, None)
    assert first == ("l4", "l3", "l2")
    following = recalled([Edition("2026-W01", recalls=first), *past], None)
    assert {*first, *following} == {one.lesson for one in taught}


def test_a_question_is_not_asked_in_the_week_of_its_own_lesson() -> None:
    past = (Edition("2026-W01", lesson=LESSON.id), None, Edition("2026-W01", lesson="learned 3 weeks ago"))
    assert recalled(past, LESSON) == ("learned 3 weeks ago",)
