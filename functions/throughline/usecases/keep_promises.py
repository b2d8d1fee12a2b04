"""Recall what was promised, in each department's own working time: to the department, then to who can help.

Meant to be run every hour. What a run that died or never came left undone is done by the next one, and a run
that comes twice or late finds that everything was said.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from throughline.domain.journey import Department, JourneyMap
from throughline.domain.promise import calendar_of
from throughline.domain.recalling import Telling
from throughline.errors import Unavailable
from throughline.ports import Promises, Standings
from throughline.usecases.letters import Letterhead
from throughline.usecases.promise_letters import DayOf
from throughline.usecases.promise_plans import PLANS, Plan, Round

TRIES = 3
OVERTAKEN, OVERDUE = "overtaken", "overdue"


@dataclass(frozen=True, slots=True)
class PromiseDesk:
    """What recalling promises works with; `seen` counts cases: those overdue, and those recalled in either way."""

    promises: Promises
    standings: Standings
    journey_map: JourneyMap
    head: Letterhead
    seen: Counter[str] = field(default_factory=Counter)


def keep_promises(*, now: datetime, desk: PromiseDesk) -> dict[str, int]:
    """How many mails of each kind were written, and how often somebody else was faster (`overtaken`).

    A department hears once a working day of all that waits, the most overdue first. What is to be recalled later
    on that day is recalled by that list; what came after it, by one mail for all that fall due on that day, twice
    at most. Single mails that were held back come in one bundle.
    """
    counts: Counter[str] = Counter()
    trouble: list[Unavailable] = []
    for department in _departments(desk.journey_map):
        try:
            counts.update(_recalled(department, now, desk))
        except Unavailable as error:  # the others have theirs first
            trouble.append(error)
    if trouble:
        raise trouble[0]
    return dict(counts)


def _departments(journey_map: JourneyMap) -> Iterator[Department]:
    """Every department that may have cases, those too that the map names in its rows alone, and the confidant."""
    in_rows = dict.fromkeys(part.department for part in journey_map.parts)
    yield from (journey_map.department(name) or Department(name) for name in in_rows)
    yield from (one for one in journey_map.departments if one.name not in in_rows)
    yield from filter(None, [journey_map.confidant()])


def _recalled(department: Department, now: datetime, desk: PromiseDesk) -> Iterator[str]:
    calendar = calendar_of(department, desk.journey_map.holidays)
    workday = calendar.today(now)
    if workday is None:
        return
    day = DayOf(department, workday, desk.journey_map, desk.head)
    for attempt in range(TRIES):
        here = Round.of(day, calendar, now, desk.promises, desk.standings)
        if attempt == 0:
            desk.seen[OVERDUE] += sum(one.case.reply_by < now for one in here.waiting.values())
        for plan in (plan for make in PLANS for plan in make(here)):
            said = _said(plan, here, desk)
            if said == OVERTAKEN:  # what stands is not what was seen: look again
                break
            yield from [said] if said else []
        else:
            return
    yield OVERTAKEN


def _said(plan: Plan, here: Round, desk: PromiseDesk) -> str:
    """What was written, in a word, if anything; cases that one write can't hold follow in others, each as it can."""
    first, *rest = plan.tellings(here.now)
    if not desk.promises.tell(first):
        return OVERTAKEN if plan.contested else ""
    _noted(first, here, desk)
    for telling in rest:
        if desk.promises.tell(telling):
            _noted(telling, here, desk)
    return plan.said


def _noted(telling: Telling, here: Round, desk: PromiseDesk) -> None:
    here.noted(telling)
    desk.seen.update(advance.step.action.value for advance in telling.advances)
