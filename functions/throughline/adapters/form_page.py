"""What the form's page shows: the touchpoints of the map by stage, and what was typed before."""

from collections.abc import Iterable, Mapping
from typing import Any

from throughline.adapters.paper import languages
from throughline.domain.giveaway import Giveaway
from throughline.domain.journey import JourneyMap
from throughline.domain.place import Place
from throughline.errors import Refused
from throughline.ports import Places

FIELDS = ("text", "touchpoint", "kind", "name", "email", "reference", "to", "value", "private", "confide")


def form_view(
    place: Place,
    journey_map: JourneyMap | None,
    values: Mapping[str, str],
    problems: Iterable[Any],
    *,
    named: bool,
    look: Iterable[Giveaway] = (),
) -> dict[str, Any]:
    """The context of the form's page; `named` is whether reports from here name the place.

    `look` is what whoever wrote should look at once more before it is sent.
    """
    return {
        "place": place.name,
        "named": named,
        "id": values.get("id", ""),
        "touchpoints": _grouped(journey_map) if journey_map else [],
        "valued": list(journey_map.valued()) if journey_map else [],
        "values": {name: values.get(name, "") for name in FIELDS},
        "look": [one.value for one in look],
        "confided_to": journey_map.confided_to() if journey_map and journey_map.confidant() else "",
        "problems": [{"field": one.field, "what": one.what, "do": one.do} for one in problems],
        "action": f"/f/{place.id}",
        "mantra": journey_map.mantra if journey_map else "",
        "languages": [{"tag": one.tag, "name": one.name} for one in languages()],
    }


def place_behind(link: str, places: Places) -> Place:
    """The place of a poster's link; Refused (404) when it leads nowhere."""
    found = places.find(link)
    if found is None:
        do = "Scan the poster again, or ask your shift lead for a new one; what you wrote has been kept."
        raise Refused("This link is closed or was never ours.", field="place", do=do, status=404)
    return found


def _grouped(journey_map: JourneyMap) -> list[dict[str, Any]]:
    groups: dict[str, list[str]] = {}
    for touchpoint in journey_map.touchpoints():
        label = " · ".join(part for part in (touchpoint.journey, touchpoint.stage) if part)
        groups.setdefault(label, []).append(touchpoint.name)
    return [{"group": group, "names": names} for group, names in groups.items()]
