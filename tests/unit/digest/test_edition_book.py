"""What an edition keeps book of: each success is told once, however many there are."""

from dataclasses import replace
from datetime import timedelta

import pytest

from throughline.domain import edition as books
from throughline.domain.edition import Edition, Hand, mark_of
from throughline.domain.edition_plan import Given, planned
from throughline.domain.recognition import Change, Thanks
from throughline.domain.week import Week
from unit.digest.rooms import MAP, WEEK, change, thanks

BEFORE = WEEK.previous()
FEW = 6
HELD = change(1, said="Mrs Eleanor Rigby waited in the rain.")
MANY = tuple(thanks(number) for number in range(FEW + 1))


@pytest.fixture(autouse=True)
def small_books(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "MOST_MARKED", FEW)


def old(number: int) -> Thanks:
    return thanks(1000 + number, on=BEFORE.monday())


def test_of_very_many_it_tells_all_but_what_is_held_or_dropped() -> None:
    edition = planned(Given(WEEK, MANY, (HELD, change(2)), hand=Hand(dropped=(mark_of(MANY[0]),)), journey_map=MAP))
    assert (edition.whole, edition.told) == (True, ())
    assert not edition.tells(HELD)
    assert not edition.tells(MANY[0])
    assert edition.tells_of(MANY) == MANY[1:]
    assert edition.tells(change(2))


def test_of_very_many_what_came_too_late_for_the_week_before_is_told_and_nothing_of_it_twice() -> None:
    last = Edition(str(BEFORE), told=(mark_of(old(1)), mark_of(old(2))))
    given = Given(WEEK, MANY, thanks_before=(old(1), old(2), old(3)), past=(last,), journey_map=MAP)
    edition = planned(given)
    assert (edition.whole, edition.merged, edition.told) == (True, True, (mark_of(old(3)),))
    assert edition.tells_of((old(1), old(2), old(3), *MANY)) == (old(3), *MANY)


def test_the_next_week_tells_what_very_many_left_out_once_it_is_pinned() -> None:
    last = planned(Given(BEFORE, tuple(map(old, range(FEW + 1))), (late := on_monday(),), journey_map=MAP))
    given = Given(WEEK, MANY[:1], changes_before=(late,), past=(last,), journey_map=MAP)
    assert not planned(given).tells(late)
    assert planned(replace(given, hand_before=Hand(pinned=(mark_of(late),)))).tells(late)


def on_monday() -> Change:
    return replace(HELD, on=BEFORE.monday())


def test_where_the_held_are_very_many_too_the_first_are_told_and_the_others_a_week_later() -> None:
    held = tuple(replace(HELD, line=f"F#h{number}") for number in range(FEW + 1))
    pinned = Hand(pinned=(mark_of(MANY[-1]),))
    edition = planned(Given(WEEK, MANY, held, hand=pinned, journey_map=MAP))
    assert (edition.whole, len(edition.told), edition.told[0]) == (False, FEW, mark_of(MANY[-1]))
    following = planned(Given(next_week := later(), thanks_before=MANY, past=(edition,), journey_map=MAP))
    assert following.week == str(next_week)
    assert {*edition.tells_of(MANY), *following.tells_of(MANY)} == set(MANY)
    assert not {*edition.tells_of(MANY)} & {*following.tells_of(MANY)}


def later() -> Week:
    return Week.of(WEEK.monday() + timedelta(days=7))


def test_one_that_was_settled_before_anybody_noted_what_it_leaves_out_tells_all_up_to_its_week() -> None:
    edition = Edition(str(WEEK), whole=True)
    assert edition.tells_of((old(1), *MANY)) == (old(1), *MANY)
    assert not edition.tells(thanks(9, on=later().monday()))


def test_it_knows_the_weeks_that_it_tells_of() -> None:
    assert Edition(str(WEEK)).weeks() == (WEEK,)
    assert Edition(str(WEEK), merged=True).weeks() == (WEEK, BEFORE)
    assert Edition(str(WEEK), merged=True, back=2).weeks() == (WEEK, BEFORE, BEFORE.previous())
