"""What departments want to reach: read from a table, reckoned from whole weeks, said once when it is there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from fakes import FixedClock, MemoryLedger
from fakes.case_figures import MemoryCaseFigures
from fakes.goals import MemoryGoalBoard, MemoryGoals
from fakes.values import NOW, TODAY, small_map
from fakes.weeks import MemoryFigures
from throughline.domain.case_tally import CaseTally
from throughline.domain.digest_score import Moments
from throughline.domain.goal import Board, Goal, Measure, Progress, progress_in_notes, progress_in_scores
from throughline.domain.goal_check import check_goals
from throughline.domain.score import Tally
from throughline.domain.shares import Asked, moment_key
from throughline.domain.survey import Metric
from throughline.domain.table import Row, Table
from throughline.domain.week import Week
from throughline.usecases.note_goals import GoalDesk, note_goals

GOAL = Goal("g1", "Homes", "Nobody waits", "Packing", "", Measure.ACKNOWLEDGED, "", 8, TODAY, date(2027, 1, 31))
LAST = Week.of(TODAY - timedelta(days=7))
NPS, DOOR = Asked.usual(Metric.NPS), moment_key("Delivery at the door")
ROW = {
    "corporate": "Every home feels looked after",
    "goal": "Nobody waits",
    "department": "packing",
    "role": "Packer",
    "measure": "Acknowledged_in_time",
    "touchpoint": "",
    "target": "9 of 10",
    "from": "2026-11-01",
    "until": "2027-01-31",
}


def notes_of(opened: int, acknowledged_in_time: int) -> CaseTally:
    return CaseTally(opened=opened, acknowledged_in_time=acknowledged_in_time)


class Counts(MemoryCaseFigures):
    """Notes and scores by week, and which weeks were asked for."""

    def __init__(self) -> None:
        super().__init__(MemoryLedger(FixedClock()))
        self.notes: dict[Week, dict[tuple[str, str], CaseTally]] = {}
        self.scores: dict[Week, Moments] = {}
        self.asked: list[Week] = []

    def week(self, week: Week) -> Mapping[tuple[str, str], CaseTally]:
        self.asked.append(week)
        return self.notes.get(week, {})


class Figures(MemoryFigures):
    def __init__(self, counts: Counts) -> None:
        super().__init__()
        self._counts = counts

    def each(self, week: Week) -> Moments:
        return self._counts.scores.get(week, {})


class Room:
    def __init__(self, *goals: Goal) -> None:
        self.counts, self.board, self.goals = Counts(), MemoryGoalBoard(), MemoryGoals()
        self.goals.replace(goals)

    def notes(self, now: datetime = NOW) -> int:
        return note_goals(now=now, desk=GoalDesk(self.goals, self.board, self.counts, Figures(self.counts)))

    def stands(self) -> Progress:
        board = self.board.current()
        assert board
        return board.progress[0]


def table(*rows: dict[str, str]) -> Table:
    return Table("goals", tuple(Row(at, row) for at, row in enumerate(rows, start=2)), {})


def test_a_row_becomes_a_goal() -> None:
    (goal,), problems = check_goals(table(ROW), small_map())
    assert problems == ()
    assert (goal.department, goal.measure, goal.target) == ("Packing", Measure.ACKNOWLEDGED, 9)
    assert goal.start == date(2026, 11, 1)
    assert check_goals(table(ROW), small_map())[0][0].id == goal.id


@pytest.mark.parametrize(("written", "target"), [("9", 9), ("9 of 10", 9), ("90 %", 9), ("0,8", 8), ("7/10", 7)])
def test_a_target_is_so_many_of_ten_however_it_is_written(written: str, target: int) -> None:
    (goal,), _ = check_goals(table(ROW | {"target": written}), small_map())
    assert goal.target == target


@pytest.mark.parametrize(
    ("wrong", "column", "nearest"),
    [
        ({"department": "Paking"}, "department", "Packing"),
        ({"touchpoint": "Opening a parcel"}, "touchpoint", "Opening the parcel"),
        ({"measure": "resolved in tim"}, "measure", "resolved in time"),
        ({"measure": "nps"}, "touchpoint", ""),
        ({"target": "95 %"}, "target", "9 of 10"),
        ({"target": "often"}, "target", "9 of 10"),
        ({"until": "soon"}, "until", ""),
        ({"until": "2026-10-01"}, "until", ""),
        ({"goal": ""}, "goal", ""),
    ],
)
def test_what_is_wrong_is_named_with_the_nearest_right_word(wrong: dict[str, str], column: str, nearest: str) -> None:
    goals, problems = check_goals(table(ROW | wrong), small_map())
    assert goals == ()
    assert [(one.column, one.nearest) for one in problems] == [(column, nearest)]


def test_a_goal_that_is_listed_twice_is_wrong() -> None:
    _, problems = check_goals(table(ROW, ROW), small_map())
    assert [one.row for one in problems] == [3]


def test_progress_counts_the_departments_notes_of_whole_weeks() -> None:
    room = Room(replace(GOAL, start=date(2026, 11, 16)))
    room.counts.notes = {
        LAST: {
            ("Packing", "Opening the parcel"): notes_of(7, 6),
            ("Packing", ""): notes_of(3, 2),
            ("IT", ""): notes_of(9, 9),
        },
        Week.of(TODAY): {("Packing", ""): notes_of(5, 0)},
        LAST.previous(): {("Packing", ""): notes_of(5, 0)},
    }
    assert room.notes() == 1
    assert (room.stands().hits, room.stands().count, room.stands().tenths) == (8, 10, 8)
    assert room.counts.asked == [LAST]


def test_a_goal_is_said_to_be_reached_once() -> None:
    room = Room(replace(GOAL, start=date(2026, 11, 1)))
    room.counts.notes = {LAST: {("Packing", ""): notes_of(10, 9)}}
    assert [room.notes(), room.notes(NOW + timedelta(days=1)), room.notes(NOW + timedelta(days=2))] == [1, 0, 0]


def test_on_the_same_day_nothing_is_reckoned_twice_unless_the_goals_changed() -> None:
    room = Room(replace(GOAL, start=date(2026, 11, 1)))
    room.notes()
    asked = len(room.counts.asked)
    room.notes(NOW + timedelta(hours=1))
    assert len(room.counts.asked) == asked
    room.goals.replace([replace(GOAL, start=date(2026, 11, 1), target=9)])
    room.notes(NOW + timedelta(hours=2))
    assert len(room.counts.asked) > asked


def test_without_goals_nothing_is_read() -> None:
    room = Room()
    assert room.notes() == 0
    assert (room.counts.asked, room.board.current()) == ([], None)


def test_goals_that_were_taken_back_are_told_no_longer() -> None:
    room = Room(GOAL)
    room.notes()
    room.goals.replace([])
    room.notes(NOW + timedelta(hours=1))
    assert room.board.current() == Board(TODAY)


def test_a_moments_score_is_the_share_of_those_who_felt_well() -> None:
    goal = replace(GOAL, measure=Measure.NPS, touchpoint="Delivery at the door", start=date(2026, 11, 1))
    room = Room(goal)
    room.counts.scores = {LAST: {DOOR: {NPS: Tally(9, 1)}}, LAST.previous(): {DOOR: {NPS: Tally(7, 2, 1)}}}
    assert room.notes() == 1
    assert (room.stands().hits, room.stands().count) == (16, 20)


def test_scores_of_nobody_are_no_progress() -> None:
    goal = replace(GOAL, measure=Measure.CSAT, touchpoint="Delivery at the door")
    assert progress_in_scores(goal, [{DOOR: {NPS: Tally(9, 1)}}]) == Progress(goal)


def test_a_moments_score_is_not_told_where_it_would_tell_of_a_few_elsewhere() -> None:
    goal = replace(GOAL, measure=Measure.NPS, touchpoint="Delivery at the door")

    def counted(few: int, on: Asked = NPS) -> int:
        return progress_in_scores(goal, [{DOOR: {NPS: Tally(10)}}, {"another": {on: Tally(few)}}]).count

    assert [counted(few) for few in (0, 1, 4, 5)] == [10, 0, 0, 10]
    assert counted(1, on=Asked.usual(Metric.CES)) == 10


def test_few_notes_are_not_told_and_reach_nothing() -> None:
    few = progress_in_notes(GOAL, [{("Packing", ""): notes_of(4, 4)}])
    assert (few.enough, few.reached) == (False, False)


def test_nearly_is_not_reached_even_where_rounding_says_so() -> None:
    nearly = Progress(replace(GOAL, target=9), 17, 20)
    assert (nearly.tenths, nearly.reached) == (9, False)


def test_the_board_shows_a_department_its_own_running_goals() -> None:
    packer, over = replace(GOAL, id="g2", role="Packer"), replace(GOAL, id="g3", until=date(2026, 11, 22))
    board = Board(TODAY, tuple(Progress(one) for one in (GOAL, packer, over)))
    assert [one.goal.id for one in board.of("packing")] == ["g1", "g2"]
    assert [one.goal.id for one in board.of("Packing", "Lead")] == ["g1"]
    assert board.of("IT") == ()
