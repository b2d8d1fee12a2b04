"""What stands in a digest: everyone behind a moment, no names, a size that fits, and never nothing."""

from dataclasses import replace
from typing import Any

import pytest

from throughline.domain.digest import MOST_STORIES, Digest, Material, compose
from throughline.domain.edition import Hand, mark_of
from throughline.domain.journey import Lesson
from throughline.domain.place import Place
from throughline.domain.recognition import Behind
from throughline.domain.week import Week
from unit.digest.rooms import DRIVER, LESSON, MAP, PLANNER, WEEK, change, thanks

NORTH = (
    *(Place("north-link", "North", 45), Place("south-link", "South", 40)),
    *(Place("kiosk-link", "Kiosk", 2), Place("new-link", "New", 0)),
)


def composed(department: str = "Packing", role: str = "", **given: Any) -> Digest:
    digest = compose(Material(**{"week": WEEK, "journey_map": MAP, **given}), department=department, role=role)
    assert digest
    return digest


def test_nothing_to_celebrate_is_no_digest() -> None:
    assert compose(Material(WEEK), department="Packing") is None


def test_one_thanks_is_the_headline_with_everybody_behind_it() -> None:
    digest = composed(thanks=(thanks(),))
    assert digest.headline
    assert digest.headline.behind == (DRIVER, PLANNER)
    assert (digest.praises, digest.more, digest.mantra) == ((), 0, "As if it were ours.")


def test_the_headline_is_the_same_for_everyone_and_whatever_the_order() -> None:
    given = tuple(thanks(number, words=f"Thanks {number}") for number in range(9))
    forward, backward = composed("Delivery", thanks=given), composed("Accounts", thanks=given[::-1])
    assert forward.headline == backward.headline


def test_a_headline_is_a_known_moment_in_few_words_with_most_people_behind_it() -> None:
    nowhere = thanks(1, touchpoint="", behind=())
    long = thanks(2, words="so " * 200)
    few = thanks(3, behind=(DRIVER,))
    many = thanks(4)
    assert composed(thanks=(nowhere, long, few, many)).headline == composed(thanks=(many,)).headline


def test_own_department_comes_first_then_each_moment_in_turn() -> None:
    till = Behind("Tills", "Cashier", "They open another till.")
    given = tuple(thanks(number, words=f"delivered {number}") for number in range(3))
    paid = thanks(8, words="paid", touchpoint="Paying", behind=(till,))
    digest = composed("Tills", thanks=(*given, paid))
    assert digest.praises[0].quote == "paid"


def test_a_mail_holds_eight_stories_and_says_how_many_are_left() -> None:
    digest = composed(
        thanks=tuple(thanks(number, words=f"Thanks {number}.") for number in range(500)),
        changes=tuple(change(number) for number in range(40)),
    )
    assert 1 + len(digest.praises) + len(digest.changes) == MOST_STORIES
    assert len(digest.changes) == 3
    assert digest.more == 540 - MOST_STORIES
    assert (digest.thanks_count, digest.changes_count) == (500, 40)


def test_a_change_that_is_pinned_comes_first_then_the_readers_own() -> None:
    several = tuple(change(number, said=f"said {number}") for number in range(12))
    own = replace(several[5], department="Delivery")
    given = (*several[:5], own, *several[6:])
    digest = composed("Delivery", changes=given, hand=Hand(pinned=(mark_of(several[9]),)))
    assert [one.said for one in digest.changes[:3]] == ["said 9", "said 5", "said 0"]


def test_a_week_of_changes_alone_fills_the_room() -> None:
    digest = composed(changes=tuple(change(number) for number in range(10)))
    assert (digest.headline, len(digest.changes), digest.more) == (None, MOST_STORIES, 2)


@pytest.mark.parametrize(
    ("place", "named"),
    [("North", "North"), ("north-link", "North"), ("Kiosk", ""), ("kiosk-link", ""), ("New", ""), ("", ""), ("?", "")],
)
def test_a_place_is_named_only_where_enough_people_share_it(place: str, named: str) -> None:
    assert composed(changes=(change(place=place),), places=NORTH).changes[0].place == named


def test_long_words_are_cut_between_words() -> None:
    digest = composed(changes=(change(said="scratched lamp " * 100),))
    said = digest.changes[0].said
    assert len(said) <= 401
    assert said.endswith(("scratched…", "lamp…"))


def test_a_readers_line_of_sight_is_their_own_part_in_a_story() -> None:
    sight = composed("planning", thanks=(thanks(),)).sight
    assert sight
    assert (sight.how, sight.helps) == (PLANNER.how, "Delivery")


def test_of_two_roles_the_readers_own_is_meant() -> None:
    trainer = Behind("Delivery", "Trainer", "They teach how to lift.")
    given = thanks(behind=(DRIVER, trainer))
    sight = composed("Delivery", "trainer", thanks=(given,)).sight
    assert sight
    assert (sight.how, sight.helps) == (trainer.how, "")


def test_no_line_of_sight_where_no_story_leads_to_the_reader() -> None:
    assert composed("Accounts", thanks=(thanks(),)).sight is None


def test_the_lesson_is_about_the_moment_of_the_week() -> None:
    other = Lesson("other", "Unpacking", "Other", "Text", "", "")
    held = replace(MAP, lessons=(other, LESSON))
    given: dict[str, Any] = {"thanks": (thanks(1), thanks(2)), "changes": (change(),), "journey_map": held}
    assert composed(**given).lesson == LESSON
    assert composed(**given | {"thanks": ()}).lesson == other


def test_of_moments_named_as_often_the_headlines_comes_first() -> None:
    earlier = Lesson("earlier", "A moment", "Earlier", "Text", "", "")
    held = replace(MAP, lessons=(earlier, LESSON))
    assert composed(thanks=(thanks(),), changes=(change(touchpoint="A moment"),), journey_map=held).lesson == LESSON


def test_several_lessons_take_turns_week_by_week() -> None:
    second = replace(LESSON, id="second")
    held = replace(MAP, lessons=(LESSON, second))
    taken = [composed(week=Week(2026, number), thanks=(thanks(),), journey_map=held).lesson for number in (46, 47, 48)]
    assert taken[0] == taken[2] != taken[1]


def test_a_moment_without_a_lesson_gets_a_general_one_or_none() -> None:
    general = replace(LESSON, id="general", touchpoint="")
    paying = thanks(touchpoint="Paying")
    assert composed(thanks=(paying,), journey_map=replace(MAP, lessons=(LESSON, general))).lesson == general
    assert composed(thanks=(paying,)).lesson is None
    assert composed(thanks=(paying,), journey_map=None).lesson is None
