"""A department's inbox: new, in hand, done, and the thanks that came back."""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Any

from throughline.domain.case import Case, State
from throughline.domain.journey import JourneyMap
from throughline.domain.week import Week
from throughline.ports import Cases, Facts, Weeks
from throughline.usecases.letters import Letterhead
from throughline.usecases.show_case import summary, zone_of

MOST_OPEN, MOST_DONE = 100, 20
NEW = frozenset({State.ROUTED, State.REOPENED})


def desk_view(
    *,
    department: str,
    cases: Cases,
    facts: Facts,
    weeks: Weeks,
    journey_map: JourneyMap | None,
    head: Letterhead,
    now: datetime,
) -> dict[str, Any]:
    """Everything the inbox page shows, those due first coming first."""
    zone = zone_of(department, journey_map) if journey_map else "UTC"

    def rows(some: Iterable[Case]) -> list[dict[str, Any]]:
        return [{**summary(case, facts.line(case.line), zone, now), "url": head.case_url(case, now)} for case in some]

    waiting = list(islice(cases.inbox(department, done=False), MOST_OPEN))
    overdue = [case for case in waiting if now > case.reply_by]
    return {
        "department": department,
        "overdue": rows(overdue),
        "new": rows(case for case in waiting if case.state in NEW and case not in overdue),
        "working": rows(case for case in waiting if case.state not in NEW and case not in overdue),
        "done": rows(islice(cases.inbox(department, done=True), MOST_DONE)),
        "thanks": _thanks(department, weeks, now),
        "mantra": journey_map.mantra if journey_map else "",
    }


def _thanks(department: str, weeks: Weeks, now: datetime) -> list[dict[str, str]]:
    given = weeks.thanks(Week.of(now))
    own = [one for one in given if any(behind.department == department for behind in one.behind)]
    return [{"quote": one.words, "touchpoint": one.touchpoint, "on": one.on.isoformat()} for one in own]
