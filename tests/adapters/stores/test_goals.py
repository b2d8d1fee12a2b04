"""Goals and how far they have come, in both stores."""

from datetime import date

from fakes.rooms import Atlas, Ledger
from fakes.values import TODAY
from throughline.domain.goal import Board, Goal, Measure, Progress

GOAL = Goal("a1b2c3", "Homes", "Nobody waits", "Packing", "Packer", Measure.ANSWERED, "", 9, TODAY, date(2027, 1, 31))


def test_goals_stand_until_others_are_put_in_their_place(atlas: Atlas) -> None:
    assert list(atlas.goals.current()) == []
    atlas.goals.replace([GOAL])
    assert list(atlas.goals.current()) == [GOAL]
    atlas.goals.replace([])
    assert list(atlas.goals.current()) == []


def test_what_was_reckoned_last_is_read_back(ledger: Ledger) -> None:
    assert ledger.goal_board.current() is None
    board = Board(TODAY, (Progress(GOAL, 8, 10),))
    ledger.goal_board.keep(board)
    assert ledger.goal_board.current() == board


def test_a_goal_is_reached_once(ledger: Ledger) -> None:
    reached = Progress(GOAL, 9, 10)
    assert ledger.goal_board.reach(reached, TODAY) is True
    assert ledger.goal_board.reach(reached, date(2026, 11, 24)) is False
