"""GET and POST /f/{place}: the form behind a QR poster."""

from dataclasses import replace
from functools import cache
from secrets import token_hex
from typing import Any

from aws_lambda_powertools.event_handler import Response

from feedback_form.settings import Settings
from throughline.adapters.described import FIELDS, described
from throughline.adapters.environment import from_env
from throughline.adapters.form_page import form_view, place_behind, receipt_answer
from throughline.adapters.http import door, fields_of, language_of, later, page, wants_page
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.contracts.form import FormProblems, read_report
from throughline.domain.place import Place, nameable
from throughline.errors import Refused, TooMany
from throughline.usecases.limit_notes import limits_on
from throughline.usecases.read_once_more import read_once_more
from throughline.usecases.record_feedback import record_feedback
from throughline.usecases.set_aside import set_aside

app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/f/<place>", **described("The form of a place", "writers", 200, 404))
def show(place: str) -> Response[str]:
    """The empty form, with an id of its own for browsers without script."""
    return _form(place_behind(place, atlas().places), {"id": token_hex(16)})


@app.post("/f/<place>", **described("A note", "writers", 200, 201, 404, 409, *FIELDS, 429, 503, data="Receipt"))
def take(place: str) -> Response[str]:
    """One report; the same id twice is the same report. Words that can't be taken are kept with the reason."""
    fields: dict[str, str] = {}
    try:
        fields = fields_of(app)
        known = place_behind(place, atlas().places)
    except Refused as refused:
        words, now = fields.get("text") or app.current_event.body or "", ledger().clock.now()
        set_aside(words=words, reason=refused.what, seen="form", now=now, facts=ledger().facts)
        raise
    try:
        return _taken(fields, known)
    except (FormProblems, TooMany) as refused:
        if wants_page(app):
            return _form(known, fields, refused)
        raise


def _taken(fields: dict[str, str], place: Place) -> Response[str]:
    report = read_report(fields, place=place if _named(place) else replace(place, name=""))
    sure, told, now = not wants_page(app) or fields.get("sure") == "yes", atlas().maps.current(), ledger().clock.now()
    if look := read_once_more(report=report, sure=sure, journey_map=told):
        return _form(place, fields, look=look)
    bounds, root = settings().bounds, secrets().root()
    limits = limits_on(report=report, bounds=bounds, root=root, now=now, journey_map=told, link=place.id)
    recorded = record_feedback(report=report, now=now, root=root, facts=ledger().facts, limits=limits)
    return receipt_answer(app, recorded, report.language, site=settings().site_url, mantra=atlas().mantra)


def _form(place: Place, values: dict[str, str], refused: Refused | None = None, look: Any = ()) -> Response[str]:
    view = form_view(place, atlas().maps.current(), values, refused, named=_named(place), look=look)
    status, language = refused.status if refused else 200, values.get("language") or language_of(app)
    return later(page("form", view, status=status, language=language), refused)


def _named(place: Place) -> bool:
    return place.id in nameable(atlas().places.all(), settings().smallest_group)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
