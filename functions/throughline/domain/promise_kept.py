"""When a promise is spoken of again: the levels that a case may reach, each once, and when.

A case carries two promises: that somebody says they have it within a quarter of its `reply_within`, an hour of
work at least, and that an answer is there within the whole. Each is recalled while there is time: the first at
half of its time, the second when a quarter of the whole is left. The first one broken goes to whom the
department names, and when another quarter has passed since the answer was due, to the CX manager. Nobody hears
of a broken promise that was not recalled an hour before. While a question waits for whoever wrote, nothing is due.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from throughline.domain.case import Action, Case, State
from throughline.domain.promise import Calendar, read_reply_within

USUAL_PROMISE = "2d"
LEAST = timedelta(hours=1)
HEARD, ANSWERED = "heard", "answered"
UNHEARD = frozenset({State.ROUTED, State.REOPENED})


class Level(StrEnum):
    """How far a case's promise has come; the first two recall it, the others tell who can help."""

    HEARD_SOON = "heard_soon"
    ANSWERED_SOON = "answered_soon"
    CONTACT = "contact"
    MANAGER = "manager"

    @property
    def action(self) -> Action:
        """The step that it is in a case's history."""
        return Action.REMIND if self in REMINDERS else Action.ESCALATE


REMINDERS = (Level.HEARD_SOON, Level.ANSWERED_SOON)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """When each level of a case is reached (UTC); a case that somebody has needs no first reminder."""

    heard_soon: datetime
    heard_by: datetime
    answered_soon: datetime
    answered_by: datetime
    manager: datetime


def deadlines(case: Case, calendar: Calendar) -> Deadlines:
    """The deadlines of a case, reckoned back from the time that an answer is due."""
    by, whole = case.reply_by, calendar.length(read_reply_within(case.reply_within or USUAL_PROMISE))
    quarter = max(whole / 4, LEAST)
    rest = max(whole - quarter, timedelta())
    return Deadlines(
        heard_soon=calendar.before(by, rest + quarter / 2),
        heard_by=calendar.before(by, rest),
        answered_soon=calendar.before(by, quarter),
        answered_by=by,
        manager=calendar.after(by, quarter),
    )


def due_levels(case: Case, calendar: Calendar, now: datetime, *, until: datetime | None = None) -> tuple[Level, ...]:
    """What a case has reached and nobody was told: its reminders, else the next who hears of it.

    Reminders are those due by `until`, a later moment, so that one mail recalls what falls due on the same day.
    """
    if not case.moves(Action.REMIND) or (case.recalled_at and now < case.recalled_at + LEAST):
        return ()
    times = deadlines(case, calendar)
    reminders = tuple(one for one in _reminders(case, times, until or now) if one not in case.levels)
    if reminders:
        return reminders
    return _escalation(case, times, now)


def kept_by(case: Case, action: Action, calendar: Calendar, now: datetime) -> tuple[str, ...]:
    """The promises of a case that a department's step keeps: HEARD, that it has it, and ANSWERED, its answer."""
    heard = case.state in UNHEARD and now <= deadlines(case, calendar).heard_by
    answered = action in (Action.ANSWER, Action.RESOLVE) and now <= case.reply_by
    return (*((HEARD,) if heard else ()), *((ANSWERED,) if answered else ()))


def next_deadline(case: Case, calendar: Calendar) -> tuple[Level, datetime] | None:
    """The level that a case reaches next, and when; None when there is none left."""
    if not case.moves(Action.REMIND):
        return None
    times, unheard = deadlines(case, calendar), case.state in UNHEARD
    reached = {Level.HEARD_SOON: times.heard_soon} if unheard else {}
    reached |= {
        Level.ANSWERED_SOON: times.answered_soon,
        Level.CONTACT: times.heard_by if unheard else times.answered_by,
        Level.MANAGER: times.manager,
    }
    left = [(when, level) for level, when in reached.items() if level not in case.levels]
    return min(((level, when) for when, level in left), key=lambda one: one[1], default=None)


def reminded(case: Case) -> bool:
    """Whether the department was reminded of a case."""
    return not {one.value for one in REMINDERS}.isdisjoint(case.levels)


def most_overdue_first(cases: Collection[Case]) -> list[Case]:
    """Cases in the order of what was promised."""
    return sorted(cases, key=lambda case: (case.reply_by, case.subject))


def _reminders(case: Case, times: Deadlines, until: datetime) -> Iterator[Level]:
    if case.state in UNHEARD and times.heard_soon <= until:
        yield Level.HEARD_SOON
    if times.answered_soon <= until:
        yield Level.ANSWERED_SOON


def _escalation(case: Case, times: Deadlines, now: datetime) -> tuple[Level, ...]:
    broken = times.heard_by if case.state in UNHEARD else times.answered_by
    if Level.CONTACT not in case.levels:
        return (Level.CONTACT,) if broken <= now and reminded(case) else ()
    return (Level.MANAGER,) if Level.MANAGER not in case.levels and times.manager <= now else ()
