"""How far the promise of a case has come, and what is due next."""

from typing import Any

from throughline.domain.case import Case
from throughline.domain.journey import Department, JourneyMap
from throughline.domain.promise import calendar_of
from throughline.domain.promise_kept import next_deadline
from throughline.usecases.letters import when


def promise_view(case: Case, journey_map: JourneyMap) -> dict[str, Any]:
    """The levels that somebody was told of, and the next with its time; None when none is left."""
    department = journey_map.department(case.department) or Department(case.department)
    coming = next_deadline(case, calendar_of(department, journey_map.holidays))
    following = {"level": coming[0].value, "at": when(coming[1], department.timezone)} if coming else None
    return {"levels": list(case.levels), "next": following}
