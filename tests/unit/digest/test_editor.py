"""The editor: one edition for all readers of a week, drafts that settle nothing, wishes that are kept."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from fakes.atlas import MemoryAtlas
from fakes.weeks import MemoryEditions
from throughline.domain.digest import Digest
from throughline.domain.edition import DROPPED, PINNED, mark_of
from throughline.domain.person import BY_NAME, KEEP_OUT
from throughline.domain.recognition import Change, Thanks
from throughline.domain.week import Week
from throughline.errors import Refused
from throughline.usecases.compose_digest import HELD, NOTHING, PUT_OFF, DigestEditor
from throughline.usecases.edit_digest import sign, stories_of, wish
from unit.digest.rooms import (
    MAP,
    MONDAY_NINE,
    WEEK,
    HandClock,
    MemoryFigures,
    MemoryMaps,
    MemoryPlaces,
    MemoryWeeks,
    change,
    person,
    thanks,
)

ADA, BOB = person("Ada Moss", id="id-ada"), person("Bob Lind", id="id-bob")
SEVEN = timedelta(days=7)


@dataclass
class Desk:
    weeks: MemoryWeeks = field(default_factory=MemoryWeeks)
    editions: MemoryEditions = field(default_factory=MemoryEditions)
    atlas: MemoryAtlas = field(default_factory=MemoryAtlas)
    clock: HandClock = field(default_factory=HandClock)
    maps: MemoryMaps = field(default_factory=MemoryMaps)

    def __post_init__(self) -> None:
        self.atlas.directory.replace([ADA, BOB])

    def editor(self, **told: Any) -> DigestEditor:
        """As another worker has it: nothing is remembered."""
        rooms = (self.weeks, MemoryFigures(), self.maps, MemoryPlaces(), self.clock, 5)
        return DigestEditor(*rooms, **{"editions": self.editions, "directory": self.atlas.directory, **told})

    def digest(self, week: Week = WEEK, **told: Any) -> Digest | None:
        return self.editor(**told).digest(week, department="Delivery")

    def wishes(self, story: Thanks | Change, wished: str, week: Week = WEEK) -> str:
        return wish(week, mark_of(story), wished=wished, weeks=self.weeks, editions=self.editions)


@pytest.fixture
def desk() -> Desk:
    return Desk(MemoryWeeks((thanks(),), (change(),)))


def test_whatever_comes_later_all_readers_of_a_week_read_the_same(desk: Desk) -> None:
    first = desk.digest()
    desk.weeks.given += (thanks(2, words="Too late."),)
    assert desk.digest() == first


def test_looking_settles_nothing(desk: Desk) -> None:
    desk.digest(settles=False)
    assert desk.editions.of(WEEK)[0] is None


def test_what_came_too_late_is_told_a_week_later(desk: Desk) -> None:
    desk.digest()
    desk.weeks.given += (thanks(2, words="Too late."),)
    following = desk.digest(Week.of(MONDAY_NINE))
    assert following
    assert following.headline
    assert (following.headline.quote, following.thanks_count, following.changes_count) == ("Too late.", 1, 0)


def test_what_was_erased_since_is_told_to_nobody(desk: Desk) -> None:
    desk.digest()
    desk.weeks.given = ()
    digest = desk.digest()
    assert digest
    assert digest.headline is None


def test_people_are_named_only_while_they_let_themselves_be(desk: Desk) -> None:
    desk.weeks.given = (thanks(1, to="id-ada"), thanks(2, to="id-bob"))
    desk.atlas.directory.choose_naming("id-ada", BY_NAME)
    assert names_in(desk.digest()) == {"Ada Moss"}
    desk.atlas.directory.choose_naming("id-ada", KEEP_OUT)
    assert names_in(desk.digest()) == set()


def names_in(digest: Digest | None) -> set[str]:
    assert digest
    stories = [one.thanked for one in (digest.headline, *digest.praises) if one]
    return {name for name in (*stories, *digest.also) if name in ("Ada Moss", "Bob Lind")}


def test_a_department_whose_story_found_no_room_is_named_all_the_same(desk: Desk) -> None:
    crowd = tuple(thanks(number, words=f"Thanks {number}.") for number in range(30))
    alone = replace(crowd[0].behind[0], department="Accounts")
    desk.weeks.given = (*crowd, thanks(99, touchpoint="", behind=(alone,)))
    digest = desk.digest()
    assert digest
    assert "Accounts" in digest.also


def test_a_small_week_is_told_with_the_next_and_says_so(desk: Desk) -> None:
    assert desk.digest(fewest=3) is None
    assert desk.editor(fewest=3).why_none(WEEK) == PUT_OFF
    desk.weeks.given += (thanks(3, on=MONDAY_NINE.date()),)
    following = desk.digest(Week.of(MONDAY_NINE), fewest=9)
    assert following
    assert (following.thanks_count, following.changes_count) == (2, 1)


def test_an_empty_week_says_that_there_is_nothing(desk: Desk) -> None:
    desk.weeks.given, desk.weeks.made = (), ()
    assert desk.digest() is None
    assert desk.editor().why_none(WEEK) == NOTHING


def test_a_digest_that_is_held_is_not_settled_until_it_is_released(desk: Desk) -> None:
    desk.editions.hold(WEEK, held=True)
    editor = desk.editor()
    assert editor.held(WEEK) == HELD
    desk.digest()
    assert desk.editions.of(WEEK)[0] is None
    desk.editions.hold(WEEK, held=False)
    assert editor.held(WEEK) == HELD
    desk.clock.moment += timedelta(seconds=30)
    assert editor.held(WEEK) == ""


def test_a_story_that_was_dropped_is_told_by_no_worker_half_a_minute_later(desk: Desk) -> None:
    desk.weeks.given += (thanks(2, words="Not for everybody."),)
    warm = desk.editor()
    assert (before := warm.digest(WEEK, department="Delivery"))
    assert before.thanks_count == 2
    assert desk.wishes(thanks(2), DROPPED) == "It is told to nobody who does not have it yet."
    desk.clock.moment += timedelta(seconds=30)
    assert not warm.held(WEEK)
    assert (since := warm.digest(WEEK, department="Delivery"))
    assert since.thanks_count == 1


def test_a_story_that_is_dropped_reaches_nobody_who_has_not_got_it(desk: Desk) -> None:
    assert desk.wishes(thanks(), DROPPED) == "It is not told."
    assert (told := desk.digest())
    assert told.thanks_count == 0
    desk.wishes(change(), DROPPED)
    assert desk.digest() is None


def test_a_change_that_waits_is_told_once_it_is_pinned(desk: Desk) -> None:
    waiting = change(7, said="Mrs Eleanor Rigby waited.")
    desk.weeks.made = (waiting,)
    desk.digest()
    (_, listed) = stories_of(WEEK, weeks=desk.weeks, editions=desk.editions, maps=desk.maps)
    assert listed.state == "name"
    assert desk.wishes(waiting, PINNED) == "It is told in the next digest."
    following = desk.digest(Week.of(MONDAY_NINE))
    assert following
    assert [one.said for one in following.changes] == ["Mrs Eleanor Rigby waited."]


def test_a_signed_line_stands_in_the_digest_until_it_is_settled(desk: Desk) -> None:
    sign(WEEK, " I read every one. ", "Ida Berg, CEO", editions=desk.editions)
    assert (digest := desk.digest())
    assert (digest.note, digest.by) == ("I read every one.", "Ida Berg, CEO")
    with pytest.raises(Refused, match="too late"):
        sign(WEEK, "Once more.", "Ida Berg, CEO", editions=desk.editions)


@pytest.mark.parametrize(("words", "by"), [("", "Ida"), ("Hello", " "), ("long " * 100, "Ida")])
def test_a_line_without_words_or_name_is_refused(desk: Desk, words: str, by: str) -> None:
    with pytest.raises(Refused):
        sign(WEEK, words, by, editions=desk.editions)


def test_what_is_out_already_can_be_dropped_but_not_pinned(desk: Desk) -> None:
    desk.digest()
    assert desk.wishes(thanks(), DROPPED).startswith("It is told to nobody")
    with pytest.raises(Refused, match="settled"):
        desk.wishes(change(), PINNED)
    with pytest.raises(Refused, match="no story"):
        desk.wishes(thanks(404), DROPPED)


def test_what_the_coming_week_may_still_tell_can_be_marked_and_nothing_older(desk: Desk) -> None:
    days = [WEEK.monday() - timedelta(days=7 * weeks) for weeks in (2, 3)]
    late, forgotten = (change(number, on=day) for number, day in enumerate(days, 7))
    desk.weeks.made += (late, forgotten)
    assert desk.wishes(late, PINNED)
    with pytest.raises(Refused, match="no story"):
        desk.wishes(forgotten, PINNED)


def test_the_lesson_of_a_settled_week_stays_in_the_words_it_has_now(desk: Desk) -> None:
    desk.digest()
    edited = replace(MAP.lessons[0], question="Who goes first?")
    desk.maps.held = replace(MAP, lessons=(edited,))
    assert (digest := desk.digest())
    assert digest.lesson == edited


def test_the_question_of_the_week_before_comes_back(desk: Desk) -> None:
    other = replace(MAP.lessons[0], id="other", touchpoint="Paying", question="Which till?")
    desk.maps.held = replace(MAP, lessons=(*MAP.lessons, other))
    desk.digest()
    desk.weeks.given += (thanks(3, touchpoint="Paying", on=(MONDAY_NINE + timedelta(days=1)).date()),)
    assert (digest := desk.digest(Week.of(MONDAY_NINE)))
    assert digest.lesson == other
    assert digest.recalls == (MAP.lessons[0],)
