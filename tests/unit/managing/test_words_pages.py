"""Mantra, lessons and goals, changed on a page as by a command: all of a list, or nothing of it."""

from datetime import date

import pytest

from fakes import MemoryAtlas
from fakes.goals import MemoryGoalBoard
from fakes.values import small_map
from throughline.domain.goal import Board, Progress
from throughline.domain.journey import JourneyMap
from throughline.errors import Refused, Unavailable
from throughline.usecases.set_words import LONGEST_MANTRA, WrongListError, problems_of, set_words
from throughline.usecases.show_words import words_view

GOAL = "Nobody waits,Packing,answered,9 of 10,2026-11-01,2026-12-31"
HEADINGS = "goal,department,measure,target,from,until"


@pytest.fixture
def atlas() -> MemoryAtlas:
    made = MemoryAtlas()
    made.maps.replace(small_map())
    return made


def sets(atlas: MemoryAtlas, name: str, text: str) -> str:
    return set_words(name, text, maps=atlas.map_desk, goals=atlas.goals)


def sees(atlas: MemoryAtlas, name: str, board: MemoryGoalBoard | None = None) -> dict[str, object]:
    return words_view(name, maps=atlas.map_desk, goals=atlas.goals, board=board or MemoryGoalBoard())


def test_another_mantra_is_in_force_once(atlas: MemoryAtlas) -> None:
    before = atlas.map_in_force()
    assert [sets(atlas, "mantra", "  Every home\n is ours. ") for _ in range(2)] == ["changed", "repeated"]
    after = atlas.map_in_force()
    assert (after.mantra, after.parts) == ("Every home is ours.", before.parts)
    assert after.version != before.version
    assert sees(atlas, "mantra")["text"] == "Every home is ours."


@pytest.mark.parametrize("text", ["", " \n ", "x" * (LONGEST_MANTRA + 1), "\x00"])
def test_a_mantra_without_words_or_end_is_refused(atlas: MemoryAtlas, text: str) -> None:
    before = atlas.map_in_force()
    with pytest.raises(Refused):
        sets(atlas, "mantra", text)
    assert atlas.map_in_force() == before


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_lessons_come_as_a_spreadsheet_writes_them(atlas: MemoryAtlas, separator: str) -> None:
    rows = (["touchpoint", "title", "text"], ["Opening the parcel", "Look", "Together."])
    text = "\n".join(separator.join(row) for row in rows)
    assert [sets(atlas, "lessons", text) for _ in range(2)] == ["changed", "repeated"]
    assert [(one.title, one.touchpoint) for one in atlas.map_in_force().lessons] == [("Look", "Opening the parcel")]


@pytest.mark.parametrize("name", ["lessons", "goals"])
def test_what_a_list_shows_puts_the_same_in_force_again(atlas: MemoryAtlas, name: str) -> None:
    text = 'title,text\nLook,"Together, and\nsay ""thanks"""\n=1+1,-2\n' if name == "lessons" else f"{HEADINGS}\n{GOAL}"
    assert sets(atlas, name, text) == "changed"
    shown = str(sees(atlas, name)["text"])
    assert sets(atlas, name, shown) == "repeated"
    assert sets(atlas, name, shown.replace("\r\n", "\n")) == "repeated"


def test_all_that_is_wrong_is_told_and_nothing_changes(atlas: MemoryAtlas) -> None:
    before = atlas.map_in_force()
    with pytest.raises(WrongListError) as refused:
        sets(atlas, "lessons", "touchpoint,title,text\nOpening the parcle,Look,So.\n,,Nameless.")
    told = problems_of(refused.value)
    assert len(told) == 2
    assert told[0].startswith('The list, row 2, column A touchpoint: "Opening the parcle" is no touchpoint of the map.')
    assert "Opening the parcel" in told[0]
    assert atlas.map_in_force() == before


@pytest.mark.parametrize(("name", "text"), [("lessons", ""), ("lessons", "title,text"), ("goals", " "), ("goals", "x")])
def test_a_list_of_nothing_is_refused(atlas: MemoryAtlas, name: str, text: str) -> None:
    with pytest.raises(Refused) as refused:
        sets(atlas, name, text)
    assert all(problems_of(refused.value))


def test_goals_are_shown_by_department_with_how_far_they_are(atlas: MemoryAtlas) -> None:
    text = f"{HEADINGS}\n{GOAL}\n{GOAL.replace('Packing', 'IT')}"
    assert [sets(atlas, "goals", text) for _ in range(2)] == ["changed", "repeated"]
    board = MemoryGoalBoard()
    board.keep(Board(date(2026, 11, 20), (Progress(atlas.goals.current()[0], 7, 10),)))
    seen = sees(atlas, "goals", board)
    assert seen["on"] == "2026-11-20"
    assert [(one["department"], one["goals"][0]["tenths"]) for one in seen["departments"]] == [  # type: ignore[attr-defined]
        ("Packing", "7"),
        ("IT", ""),
    ]


def test_headings_alone_take_all_goals_back(atlas: MemoryAtlas) -> None:
    sets(atlas, "goals", f"{HEADINGS}\n{GOAL}")
    assert sets(atlas, "goals", HEADINGS) == "changed"
    assert list(atlas.goals.current()) == []


def test_two_who_change_the_map_at_once_do_not_undo_each_other(atlas: MemoryAtlas) -> None:
    class Meanwhile:
        def current(self) -> JourneyMap | None:
            return small_map(mantra="As it was.")

        def swap(self, before: JourneyMap, after: JourneyMap) -> bool:
            return atlas.map_desk.swap(before, after)

    with pytest.raises(Unavailable):
        set_words("mantra", "Every home is ours.", maps=Meanwhile(), goals=atlas.goals)


@pytest.mark.parametrize("name", ["mantra", "lessons", "goals"])
def test_before_the_first_map_there_is_nothing_to_change(name: str) -> None:
    with pytest.raises(Refused) as refused:
        sees(MemoryAtlas(), name)
    assert refused.value.status == 404
