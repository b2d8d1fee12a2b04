"""Reckon once a day how far each goal has come, and say once that one was reached."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from throughline.domain.digest_score import Moments
from throughline.domain.goal import Board, Goal, Notes, Progress, progress_in_notes, progress_in_scores, weeks_of
from throughline.domain.week import Week
from throughline.ports import CaseFigures, Figures
from throughline.ports.goals import GoalBoard, Goals


@dataclass(frozen=True, slots=True)
class GoalDesk:
    """What reckoning goals works with."""

    goals: Goals
    board: GoalBoard
    notes: CaseFigures
    figures: Figures


def note_goals(*, now: datetime, desk: GoalDesk) -> int:
    """How many were reached for the first time; reckoned on a day already, nothing is read but that.

    Reads grow with the goals that run and with four weeks, never with history.
    """
    today, goals = now.date(), tuple(desk.goals.current())
    noted = desk.board.current()
    if not goals and not (noted and noted.progress):
        return 0
    if noted and noted.on == today and tuple(one.goal for one in noted.progress) == goals:
        return 0
    running = [goal for goal in goals if goal.runs(today)]
    notes = {week: desk.notes.week(week) for week in {week for goal in running for week in weeks_of(goal, today)}}
    scored = {week for goal in running if goal.measure.metric for week in weeks_of(goal, today)}
    scores = {week: desk.figures.each(week) for week in scored}
    progress = tuple(_progress(goal, today, notes, scores) if goal in running else Progress(goal) for goal in goals)
    reached = sum(desk.board.reach(one, today) for one in progress if one.reached)
    desk.board.keep(Board(today, progress))  # last: what died before is reckoned again
    return reached


def _progress(goal: Goal, today: date, notes: Mapping[Week, Notes], scores: Mapping[Week, Moments]) -> Progress:
    weeks = weeks_of(goal, today)
    if goal.measure.metric is None:
        return progress_in_notes(goal, [notes[week] for week in weeks])
    return progress_in_scores(goal, [scores[week] for week in weeks])
