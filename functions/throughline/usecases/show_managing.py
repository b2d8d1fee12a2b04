"""What a manager sees first: how much waits, and where."""

from datetime import datetime
from typing import Any

from throughline.domain.journey import JourneyMap, folded
from throughline.ports.learning import Shadows
from throughline.ports.managers import Backlog


def managing_view(
    *, backlog: Backlog, shadows: Shadows, journey_map: JourneyMap | None, now: datetime
) -> dict[str, Any]:
    """Counts of what waits for a person, what is late by department, what was set aside, who is in the shadow."""
    names = departments_of(journey_map) if journey_map else []
    shadow = shadows.names()
    late = backlog.overdue(names, now)
    return {
        "waiting": backlog.for_a_person(),
        "late": [{"department": name, "count": late[name]} for name in names if name in late],
        "thanks": backlog.thanks(),
        "aside": backlog.set_aside(),
        "shadow": [name for name in names if folded(name) in shadow],
        "has_map": journey_map is not None,
        "mantra": journey_map.mantra if journey_map else "",
    }


def departments_of(journey_map: JourneyMap) -> list[str]:
    """The departments that have a part in some moment, each once, in the order of the alphabet."""
    return sorted({part.department for part in journey_map.parts if part.active}, key=str.casefold)
