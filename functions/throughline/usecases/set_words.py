"""Change what stands in each mail: the mantra, the lessons, the goals; all of a list, or nothing of it."""

from collections.abc import Sequence
from dataclasses import replace

from throughline.domain.cells import clean
from throughline.domain.goal_check import GOAL_COLUMNS, check_goals
from throughline.domain.journey import JourneyMap, versioned
from throughline.domain.map_file import LESSON_COLUMNS
from throughline.domain.surroundings_check import check_lessons
from throughline.domain.table import Problem, Table
from throughline.domain.written_table import table_in
from throughline.errors import Refused, Unavailable
from throughline.ports.goals import Goals
from throughline.ports.managers import MapDesk
from throughline.usecases.accept_proposals import map_to_edit

LONGEST_MANTRA = 300
MOST_TOLD, LONGEST_TOLD = 5, 300
CHANGED, REPEATED = "changed", "repeated"
MANTRA, LESSONS, NAME = "mantra", "lessons", "The list"


class WrongListError(Refused):
    """A list that is not taken, with everything that is wrong in it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = [f"{one}"[:LONGEST_TOLD] for one in problems]
        what = " ".join(self.problems[:MOST_TOLD])
        super().__init__(what, field="text", do="Mend it and send the whole list once more. Nothing has been changed.")


def problems_of(refused: Refused) -> list[str]:
    """All that is wrong, each in one line."""
    return refused.problems if isinstance(refused, WrongListError) else [f"{refused.what} {refused.do}".strip()]


def with_mantra(journey_map: JourneyMap, words: str) -> JourneyMap:
    """The map with another mantra, of one line; Refused for one that is empty or too long for a mail."""
    said = " ".join(clean(words).split())
    if not said or len(said) > LONGEST_MANTRA:
        what = f"A mantra has at most {LONGEST_MANTRA} letters." if said else "A mantra needs words."
        raise Refused(what, field="text", do="Write one sentence.")
    return versioned(replace(journey_map, mantra=said))


def set_words(name: str, text: str, *, maps: MapDesk, goals: Goals) -> str:
    """The mantra, the lessons or the goals by that name; "changed", or "repeated" for what stood before."""
    if name == MANTRA:
        return set_mantra(text=text, maps=maps)
    return set_lessons(text=text, maps=maps) if name == LESSONS else set_goals(text=text, maps=maps, goals=goals)


def set_mantra(*, text: str, maps: MapDesk) -> str:
    """Whether another mantra is in force now, or it was before."""
    before = map_to_edit(maps)
    return _in_force(before, with_mantra(before, text), maps)


def set_lessons(*, text: str, maps: MapDesk) -> str:
    """Whether these lessons are in force now, or were before; raises WrongListError with all that is wrong."""
    before, table = map_to_edit(maps), _table(text, LESSON_COLUMNS)
    lessons, problems = check_lessons(table, before.parts)
    if problems:
        raise WrongListError(problems)
    if not lessons:
        raise Refused("The list holds no lessons.", field="text", do="Write one row for each lesson.")
    return _in_force(before, versioned(replace(before, lessons=lessons)), maps)


def set_goals(*, text: str, maps: MapDesk, goals: Goals) -> str:
    """Whether these goals are in force now, or were before; headings alone take all of them back."""
    found, problems = check_goals(_table(text, GOAL_COLUMNS), map_to_edit(maps))
    if problems:
        raise WrongListError(problems)
    before = tuple(goals.current())  # as it may have been a moment ago: whatever it was, these are put in its place
    goals.replace(found)
    return REPEATED if before == found else CHANGED


def _table(text: str, columns: Sequence[str]) -> Table:
    if not text.strip():
        raise Refused("The list is empty.", field="text", do="Paste it with its headings.")
    return table_in(text, columns, NAME)


def _in_force(before: JourneyMap, after: JourneyMap, maps: MapDesk) -> str:
    if after == before:
        return REPEATED
    if not maps.swap(before, after):
        raise Unavailable("somebody else changes the map just now")
    return CHANGED
