"""GET and POST /f/{place}: the form behind a QR poster."""

from dataclasses import replace
from functools import cache
from secrets import token_hex
from typing import Any

from aws_lambda_powertools.event_handler import Response

from feedback_form.settings import Settings
from throughline.adapters.described import FIELDS, described
from throughline.adapters.environment import from_env
from throughline.adapters.form_page import form_view, place_behind
from throughline.adapters.http import data, door, fields_of, language_of, page, wants_page
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.contracts.form import FormProblems, read_report
from throughline.domain.place import Place, nameable
from throughline.domain.seal import spaced
from throughline.errors import Refused
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
    return _form(place_behind(place, atlas().places), {"id": token_hex(16)}, ())


@app.post("/f/<place>", **described("A note", "writers", 200, 201, 404, 409, *FIELDS, 503, data="Receipt"))
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
        report = read_report(fields, place=known if _named(known) else replace(known, name=""))
    except FormProblems as problems:
        if wants_page(app):
            return _form(known, fields, problems.problems, status=problems.status)
        raise
    sure = not wants_page(app) or fields.get("sure") == "yes"
    if look := read_once_more(report=report, sure=sure, journey_map=atlas().maps.current()):
        return _form(known, fields, (), look=look)
    recorded = record_feedback(report=report, now=ledger().clock.now(), root=secrets().root(), facts=ledger().facts)
    return _receipt(recorded.receipt, report.language, repeated=recorded.repeated)


def _receipt(receipt: str, language: str, *, repeated: bool) -> Response[str]:
    status, url = 200 if repeated else 201, f"{settings().site_url}/r?receipt={receipt}"
    if wants_page(app):
        said = {"receipt": spaced(receipt), "url": url, "repeated": repeated, "mantra": atlas().mantra()}
        return page("thanks", said, status=status, language=language)
    return data({"receipt": receipt, "url": url}, status=status)


def _form(place: Place, values: dict[str, str], problems: Any, *, status: int = 200, look: Any = ()) -> Response[str]:
    view = form_view(place, atlas().maps.current(), values, problems, named=_named(place), look=look)
    return page("form", view, status=status, language=values.get("language") or language_of(app))


def _named(place: Place) -> bool:
    return place.id in nameable(atlas().places.all(), settings().smallest_group)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
