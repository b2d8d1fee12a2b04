"""What the form's pages show: the touchpoints of the map by stage, what was typed before, and the receipt."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response

from throughline.adapters.http import data, page, wants_page
from throughline.adapters.paper import languages
from throughline.contracts.form import FormProblems
from throughline.domain.flood import By
from throughline.domain.giveaway import Giveaway
from throughline.domain.journey import JourneyMap
from throughline.domain.place import Place
from throughline.domain.seal import spaced
from throughline.errors import Refused, TooMany
from throughline.ports import Places
from throughline.usecases.record_feedback import Recorded

FIELDS = ("text", "touchpoint", "kind", "name", "email", "reference", "to", "value", "private", "confide")


def form_view(
    place: Place,
    journey_map: JourneyMap | None,
    values: Mapping[str, str],
    refused: Refused | None = None,
    *,
    named: bool,
    look: Iterable[Giveaway] = (),
) -> dict[str, Any]:
    """The context of the form's page; `named` is whether reports from here name the place.

    `look` is what whoever wrote should look at once more before it is sent.
    """
    problems = refused.problems if isinstance(refused, FormProblems) else ()
    return {
        "place": place.name,
        "named": named,
        "id": values.get("id", ""),
        "touchpoints": _grouped(journey_map) if journey_map else [],
        "valued": list(journey_map.valued()) if journey_map else [],
        "values": {name: values.get(name, "") for name in FIELDS},
        "look": [one.value for one in look],
        "crowded": _crowded(refused),
        "confided_to": journey_map.confided_to() if journey_map and journey_map.confidant() else "",
        "problems": [{"field": one.field, "what": one.what, "do": one.do} for one in problems],
        "action": f"/f/{place.id}",
        "mantra": journey_map.mantra if journey_map else "",
        "languages": [{"tag": one.tag, "name": one.name} for one in languages()],
    }


def receipt_answer(
    app: APIGatewayHttpResolver, recorded: Recorded, language: str, *, site: str, mantra: Callable[[], str]
) -> Response[str]:
    """The receipt of a note that is in the ledger, as a page or as data."""
    status, url = 200 if recorded.repeated else 201, f"{site}/r?receipt={recorded.receipt}"
    if wants_page(app):
        receipt = spaced(recorded.receipt)
        said = {"receipt": receipt, "url": url, "repeated": recorded.repeated, "mantra": mantra()}
        return page("thanks", said, status=status, language=language)
    return data({"receipt": recorded.receipt, "url": url}, status=status)


def _crowded(refused: Refused | None) -> str:
    """Which of them brought too many notes: the sender or the link; empty for none."""
    if not isinstance(refused, TooMany):
        return ""
    return By.SENDER if refused.field else By.LINK


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
