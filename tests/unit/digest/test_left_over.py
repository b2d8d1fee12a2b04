"""What a week left over is told by a later one: nothing is lost for a week that was held, and nothing is told twice."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from fakes.weeks import MemoryEditions
from throughline.domain.edition import DROPPED, PINNED, Edition, Turns, mark_of
from throughline.domain.person import BY_NAME, KEEP_OUT
from throughline.domain.recognition import Change
from throughline.domain.week import Week
from throughline.usecases.compose_digest import PUT_OFF
from throughline.usecases.settle_edition import Editing, given_for
from unit.digest.rooms import WEEK, MemoryWeeks, change, person, thanks
from unit.digest.test_editor import ADA, BOB, Desk

BEFORE = WEEK.previous()
LONG_BEFORE = BEFORE.previous()
NEXT = Week.of(WEEK.monday() + timedelta(days=7))
WAITS = change(7, said="Mrs Eleanor Rigby waited.", on=LONG_BEFORE.monday())


class Weeks(Desk):
    """A desk at which something happened in each of four weeks, each told by its own words."""

    def tells(self, week: Week) -> list[str]:
        material = self.editor().material(week)
        return sorted([*(one.words for one in material.thanks), *(one.said for one in material.changes)])

    def holds(self, *weeks: Week) -> None:
        for week in weeks:
            self.editions.hold(week, held=True)

    def pins(self, story: Change, week: Week) -> None:
        self.editions.mark(week, mark_of(story), PINNED)


@pytest.fixture
def desk() -> Weeks:
    weeks = enumerate((LONG_BEFORE, BEFORE, WEEK, NEXT))
    return Weeks(MemoryWeeks(tuple(thanks(at, words="abcd"[at], on=week.monday()) for at, week in weeks)))


def test_what_was_held_and_never_let_go_is_told_with_the_next_week(desk: Weeks) -> None:
    desk.tells(LONG_BEFORE)
    desk.holds(BEFORE)
    assert [desk.tells(WEEK), desk.tells(NEXT)] == [["b", "c"], ["d"]]


def test_the_very_first_week_may_be_held_too(desk: Weeks) -> None:
    desk.holds(BEFORE)
    assert desk.tells(WEEK) == ["b", "c"]


def test_what_nobody_came_to_settle_is_told_with_the_next_week_but_nothing_older_than_the_first(desk: Weeks) -> None:
    desk.tells(LONG_BEFORE)
    assert desk.tells(WEEK) == ["b", "c"]
    assert Weeks(desk.weeks).tells(WEEK) == ["c"]


def test_of_two_weeks_that_were_held_both_are_told(desk: Weeks) -> None:
    desk.holds(LONG_BEFORE, BEFORE)
    assert [desk.tells(WEEK), desk.tells(NEXT)] == [["a", "b", "c"], ["d"]]


def test_what_was_held_and_let_go_after_the_next_week_went_is_not_told_again(desk: Weeks) -> None:
    desk.holds(BEFORE)
    desk.tells(WEEK)
    desk.editions.hold(BEFORE, held=False)
    assert desk.tells(BEFORE) == []
    assert desk.editor().why_none(BEFORE) == PUT_OFF
    assert desk.tells(WEEK) == ["b", "c"]


def test_looking_at_the_next_week_leaves_the_held_one_to_be_let_go(desk: Weeks) -> None:
    desk.holds(BEFORE)
    assert len(desk.editor(settles=False).material(WEEK).thanks) == 2
    desk.editions.hold(BEFORE, held=False)
    assert [desk.tells(BEFORE), desk.tells(WEEK)] == [["b"], ["c"]]


def test_what_was_dropped_from_the_held_week_stays_out(desk: Weeks) -> None:
    desk.holds(BEFORE)
    desk.editions.mark(BEFORE, mark_of(desk.weeks.given[1]), DROPPED)
    assert desk.tells(WEEK) == ["c"]


@dataclass
class LetGoMeanwhile(MemoryEditions):
    """Editions of which the held week is let go and settled in the moment in which the next one is."""

    meant: Edition = field(default_factory=lambda: Edition(""))

    def __post_init__(self) -> None:
        MemoryEditions.__init__(self)

    def settle(self, edition: Edition) -> Edition:
        super().settle(self.meant)
        return super().settle(edition)


def test_what_is_let_go_in_the_same_moment_is_told_once(desk: Weeks) -> None:
    desk.editions = LetGoMeanwhile(Edition(str(BEFORE), told=(mark_of(desk.weeks.given[1]),)))
    desk.holds(BEFORE)
    assert [desk.tells(WEEK), desk.tells(BEFORE)] == [["c"], ["b"]]


def test_a_small_week_after_a_held_one_goes_with_it(desk: Weeks) -> None:
    desk.holds(BEFORE)
    assert len(desk.editor(fewest=9).material(WEEK).thanks) == 2


@pytest.mark.parametrize("pinned_under", [LONG_BEFORE, BEFORE, WEEK])
def test_a_change_that_waited_and_is_pinned_two_weeks_later_is_told_once(desk: Weeks, pinned_under: Week) -> None:
    desk.weeks.made = (WAITS,)
    assert [desk.tells(LONG_BEFORE), desk.tells(BEFORE)] == [["a"], ["b"]]
    desk.pins(WAITS, pinned_under)
    assert desk.tells(WEEK) == [WAITS.said, "c"]
    desk.pins(WAITS, NEXT)
    assert desk.tells(NEXT) == ["d"]
    assert desk.tells(WEEK) == [WAITS.said, "c"]


def test_what_came_late_for_a_week_and_was_too_little_for_the_next_is_told_by_the_one_after(desk: Weeks) -> None:
    desk.weeks.given = desk.weeks.given[:1]
    desk.tells(LONG_BEFORE)
    desk.weeks.given += (late := replace(desk.weeks.given[0], words="late", line="late"),)
    assert desk.editor(fewest=3).why_none(BEFORE) == PUT_OFF
    assert [desk.tells(WEEK), desk.tells(NEXT)] == [[late.words], []]


def waits(desk: Weeks, *ids: str) -> frozenset[str]:
    """Who of those who waited since the week before is named this week."""
    desk.editions.settle(Edition(str(BEFORE), told=("x",), people=Turns(("id-cy",), ids)))
    return frozenset(desk.editor().material(WEEK).edition.people.named)


def test_whoever_waits_for_their_turn_and_wants_to_stay_out_or_has_left_takes_nobodys(desk: Weeks) -> None:
    crowd = [person(f"p{at}", naming=BY_NAME) for at in range(40)]
    gone = [person(f"q{at}", naming=BY_NAME, active=False) for at in range(40)]
    out = [replace(ADA, naming=KEEP_OUT), replace(BOB, naming=BY_NAME)]
    desk.atlas.directory.replace([*crowd, *gone, *out])
    desk.weeks.given = tuple(thanks(at, to=one.id, on=WEEK.monday()) for at, one in enumerate(crowd))
    named = waits(desk, ADA.id, BOB.id, *(one.id for one in gone), "id-unknown")
    assert named - {one.id for one in crowd} == {BOB.id}
    assert len(named) == 40


def test_nobody_takes_a_turn_unasked_however_many_wait(desk: Weeks) -> None:
    ids = [f"id-w{at:03}" for at in range(500)]
    desk.atlas.directory.replace([person(name.removeprefix("id-"), naming=BY_NAME) for name in ids[::2]])
    named = waits(desk, *ids)
    assert named <= set(ids[::2])
    assert len(named) == 40


def test_of_those_who_wait_only_as_many_are_looked_up_as_may_have_a_turn(desk: Weeks) -> None:
    crowd = [person(f"p{at}", naming=BY_NAME) for at in range(500)]
    desk.atlas.directory.replace(crowd)
    assert len(list(asked(desk, [one.id for one in crowd]))) == 40


def asked(desk: Weeks, ids: list[str]) -> Iterator[str]:
    desk.editions.settle(Edition(str(BEFORE), people=Turns((), tuple(ids))))
    directory, find = desk.atlas.directory, desk.atlas.directory.person
    found = list[str]()
    directory.person = lambda one: (found.append(one), find(one))[1]  # type: ignore[assignment,func-returns-value]
    given_for(WEEK, Editing(desk.weeks, desk.maps, desk.editions, directory))
    return iter(found)
