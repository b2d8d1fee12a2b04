"""Departments in the shadow: what they would have got, and letting them have it."""

from itertools import islice
from typing import Any

from throughline.domain.journey import JourneyMap, folded
from throughline.domain.routing import IN_SHADOW
from throughline.errors import Refused
from throughline.ports import Cases
from throughline.ports.learning import Shadows
from throughline.usecases.show_managing import departments_of

MOST, LOOKED_THROUGH = 20, 500
SHADOW, LIVE = "shadow", "live"


def shadow_view(*, cases: Cases, shadows: Shadows, journey_map: JourneyMap) -> dict[str, Any]:
    """Each department in the shadow with what it would have got, the oldest first; the others by name."""
    held, names = shadows.names(), departments_of(journey_map)
    shown: dict[str, list[dict[str, str]]] = {folded(name): [] for name in names if folded(name) in held}
    for item in islice(cases.parked(), LOOKED_THROUGH if shown else 0):
        department, held_back, _ = item.reason.partition(IN_SHADOW)
        notes = shown.get(folded(department)) if held_back and not item.decided else None
        if notes is not None and len(notes) < MOST:
            notes.append({"id": item.line, "quote": item.words, "since": item.since[:10]})
    return {
        "shadow": [{"department": name, "notes": shown[folded(name)]} for name in names if folded(name) in held],
        "others": [name for name in names if folded(name) not in held],
        "mantra": journey_map.mantra,
    }


def move_shadow(*, department: str, to: str, shadows: Shadows, journey_map: JourneyMap) -> str:
    """Whether a department went into the shadow or out of it, or was there before; Refused for one not on the map."""
    name = next((one for one in departments_of(journey_map) if folded(one) == folded(department)), "")
    if not name or to not in (SHADOW, LIVE):
        do = "Choose a department of the map."
        raise Refused(f"The map knows no department “{department}”.", field="department", do=do)
    before = folded(name) in shadows.names()
    if before == (to == SHADOW):
        return "repeated"
    (shadows.put if to == SHADOW else shadows.take)(name)
    return "changed"
