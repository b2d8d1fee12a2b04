"""GET and POST /f/{place}: the form behind a QR poster."""

from functools import cache
from secrets import token_hex
from typing import Any

from aws_lambda_powertools.event_handler import Response

from feedback_form.settings import Settings
from throughline.adapters.environment import from_env
from throughline.adapters.form_page import form_view
from throughline.adapters.http import data, door, fields_of, language_of, page, wants_page
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.contracts.form import FormProblems, read_report
from throughline.domain.place import Place
from throughline.domain.seal import spaced
from throughline.errors import Refused
from throughline.usecases.record_feedback import record_feedback
from throughline.usecases.set_aside import set_aside

app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/f/<place>")
def show(place: str) -> Response[str]:
    """The empty form, with an id of its own for browsers without script."""
    return _form(_place(place), {"id": token_hex(16)}, ())


@app.post("/f/<place>")
def take(place: str) -> Response[str]:
    """One report; the same id twice is the same report."""
    fields = fields_of(app)
    try:
        known = _place(place)
    except Refused:
        _keep(fields.get("text", ""), "it came by a link that is closed or unknown")
        raise
    try:
        report = read_report(fields, place=_shown(known))
    except FormProblems as problems:
        if wants_page(app):
            return _form(known, fields, problems.problems, status=problems.status)
        raise
    recorded = record_feedback(report=report, now=ledger().clock.now(), root=secrets().root(), facts=ledger().facts)
    return _receipt(recorded.receipt, report.language, repeated=recorded.repeated)


def _receipt(receipt: str, language: str, *, repeated: bool) -> Response[str]:
    status, url = 200 if repeated else 201, f"{settings().site_url}/r?receipt={receipt}"
    if wants_page(app):
        said = {"receipt": spaced(receipt), "url": url, "repeated": repeated, "mantra": _mantra()}
        return page("thanks", said, status=status, language=language)
    return data({"receipt": receipt, "url": url}, status=status)


def _form(place: Place, values: dict[str, str], problems: tuple[Any, ...], *, status: int = 200) -> Response[str]:
    view = form_view(place, atlas().maps.current(), values, problems, named=bool(_shown(place).name))
    return page("form", view, status=status, language=values.get("language") or language_of(app))


def _place(place: str) -> Place:
    found = atlas().places.find(place)
    if found is None:
        do = "Scan the poster again, or ask your shift lead for a new one; what you wrote has been kept."
        raise Refused("This link is closed or was never ours.", field="place", do=do, status=404)
    return found


def _shown(place: Place) -> Place:
    """The place as a report may name it: not at all where too few people work."""
    return place if place.staff >= settings().smallest_group else Place(place.id, "", place.staff)


def _keep(words: str, reason: str) -> None:
    set_aside(words=words, reason=reason, seen="form", now=ledger().clock.now(), facts=ledger().facts)


def _mantra() -> str:
    current = atlas().maps.current()
    return current.mantra if current else ""


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
