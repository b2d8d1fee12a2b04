"""GET /f/{place}/week: the digest that last went out, for whoever has no mailbox, and its sheet for a team."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from throughline.adapters.described import described
from throughline.adapters.digest_desks import editor_of
from throughline.adapters.environment import from_env
from throughline.adapters.form_page import place_behind
from throughline.adapters.http import door, language_of, page
from throughline.adapters.huddle_paper import huddle_fields
from throughline.adapters.week_paper import quiet_fields, week_fields
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.digest import Digest
from throughline.domain.digest_time import Rhythm
from throughline.usecases.show_week import digest_out
from week_page.settings import Settings

app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
# Kept between requests, so that many readers of a week cost little more than one; fewest: it settles nothing.
editor = cache(lambda: editor_of(ledger(), atlas(), smallest_group=settings().smallest_group, fewest=1, settles=False))


@app.get("/f/<place>/week", **described("The week's good news at a place", "readers", 200, 404))
def show(place: str) -> Response[str]:
    """The page, or its sheet; a kind word where none went out yet."""
    known, language = place_behind(place, atlas().places), language_of(app)
    digest = _digest()
    if digest is None:
        return page("week", quiet_fields(known, atlas().mantra()), language=language)
    if "sheet" in (app.current_event.query_string_parameters or {}):
        return page("huddle", huddle_fields(digest, known.name, language), language=language)
    return page("week", week_fields(digest, known, language), language=language)


def _digest() -> Digest | None:
    told = settings()
    rhythm = Rhythm(told.digest_weekday, told.digest_hour)
    return digest_out(
        now=ledger().clock.now(), rhythm=rhythm, zone=told.time_zone, editions=ledger().editions, editor=editor()
    )


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
