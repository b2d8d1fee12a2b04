"""What the form's page shows: the touchpoints of the map by stage, and what was typed before."""

from collections.abc import Iterable, Mapping
from typing import Any

from throughline.adapters.paper import languages
from throughline.domain.journey import JourneyMap
from throughline.domain.place import Place

FIELDS = ("text", "touchpoint", "kind", "name", "email", "reference")


def form_view(
    place: Place, journey_map: JourneyMap | None, values: Mapping[str, str], problems: Iterable[Any], *, named: bool
) -> dict[str, Any]:
    """The context of the form's page; `named` is whether reports from here name the place."""
    return {
        "place": place.name,
        "named": named,
        "id": values.get("id", ""),
        "touchpoints": _grouped(journey_map) if journey_map else [],
        "values": {name: values.get(name, "") for name in FIELDS},
        "problems": [{"field": one.field, "what": one.what, "do": one.do} for one in problems],
        "action": f"/f/{place.id}",
        "mantra": journey_map.mantra if journey_map else "",
        "languages": [{"tag": one.tag, "name": one.name} for one in languages()],
    }


def _grouped(journey_map: JourneyMap) -> list[dict[str, Any]]:
    groups: dict[str, list[str]] = {}
    for touchpoint in journey_map.touchpoints():
        label = " · ".join(part for part in (touchpoint.journey, touchpoint.stage) if part)
        groups.setdefault(label, []).append(touchpoint.name)
    return [{"group": group, "names": names} for group, names in groups.items()]
