"""GET and POST /f/{place}/week: the digest that went out, its sheet for a team, and how often it is read to its end."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from throughline.adapters.described import FIELDS, described
from throughline.adapters.digest_desks import shelf_of
from throughline.adapters.environment import from_env
from throughline.adapters.form_page import place_behind
from throughline.adapters.http import data, door, fields_of, language_of, page
from throughline.adapters.huddle_paper import huddle_fields
from throughline.adapters.week_paper import quiet_fields, week_fields
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.errors import Refused
from throughline.usecases.count_reading import count_reading, new_reading
from throughline.usecases.show_week import digest_out
from week_page.settings import Settings

app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
weeks_out = cache(lambda: shelf_of(ledger(), atlas(), settings()))


@app.get("/f/<place>/week", **described("The week's good news at a place", "readers", 200, 404))
def show(place: str) -> Response[str]:
    """The page, or its sheet; a kind word where none went out yet."""
    known, language = place_behind(place, atlas().places), language_of(app)
    asked = app.current_event.query_string_parameters or {}
    digest = digest_out(weeks_out(), ledger().clock.now(), asked=asked.get("week", ""))
    if digest is None:
        return page("week", quiet_fields(known, atlas().mantra()), language=language)
    if "sheet" in asked:
        return page("huddle", huddle_fields(digest, known.name, language), language=language)
    reading = new_reading() if _counts() else ""
    return page("week", week_fields(digest, known, language, reading), language=language)


@app.post("/f/<place>/week", **described("It was read to its end", "readers", 200, 404, *FIELDS, data="Read"))
def read(place: str) -> Response[str]:
    """One reading more of a week, where they are counted; nothing of who reads is looked at or kept."""
    place_behind(place, atlas().places)
    if not _counts():
        raise Refused("There is nothing here.", do="Check the link on your poster or in your mail.", status=404)
    week = count_reading(fields_of(app), shelf=weeks_out(), readings=ledger().readings, now=ledger().clock.now())
    return data({"week": str(week)})


def _counts() -> bool:
    return settings().count_readings == "true"


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
