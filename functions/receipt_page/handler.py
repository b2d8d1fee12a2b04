"""GET and POST /r: what has become of a report, for the holder of its receipt."""

from functools import cache
from http import HTTPStatus
from typing import Any

from aws_lambda_powertools.event_handler import Response

from receipt_page.settings import Settings
from throughline.adapters.described import FIELDS, described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, door, fields_of, language_of, later, page, wants_page
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.contracts.more import read_more
from throughline.errors import Refused
from throughline.usecases.choose_touchpoint import choose_touchpoint
from throughline.usecases.letters import Letterhead
from throughline.usecases.reply_by_receipt import reply_by_receipt
from throughline.usecases.show_receipt import show_receipt

TAKES = (200, 403, 404, 409, *FIELDS, 429, 503)
app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table, singles=settings().case_mails_a_day))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/r", **described("What became of a note", "writers", 200, 404, data="Became"))
def show() -> Response[str]:
    """The page that asks for a receipt, or what a link's receipt stands for."""
    receipt = app.current_event.get_query_string_value("receipt", "")
    return _answer(receipt) if receipt else page("receipt_ask", _asking(""), language=language_of(app))


@app.post("/r", **described("The same, or a word more", "writers", *TAKES, data="Became"))
def read() -> Response[str]:
    """What the receipt stands for; whoever wrote may say where it was, answer, or whether it was solved."""
    fields = fields_of(app)
    receipt = fields.get("receipt", "")
    try:
        notice = _taken(fields) if fields.get("touchpoint") or fields.get("action") else ""
    except Refused as refused:
        if wants_page(app) and fields.get("action") and refused.status != HTTPStatus.NOT_FOUND:
            return later(_answer(receipt, problem=refused, said=fields), refused)
        raise
    return _answer(receipt, notice=notice)


def _taken(fields: dict[str, str]) -> str:
    room, current, told = ledger(), atlas().map_in_force(), settings()
    head = Letterhead(told.site_url, secrets().root(), current.mantra, told.inbound_domain, told.quiet_minutes)
    now = room.clock.now()
    on: Any = {"facts": room.facts, "cases": room.cases, "journey_map": current, "head": head, "now": now}
    if touchpoint := fields.get("touchpoint"):
        choose_touchpoint(receipt=fields.get("receipt", ""), touchpoint=touchpoint, **on)
        return ""
    return reply_by_receipt(more=read_more(fields, asks=wants_page(app)), **on)


def _answer(receipt: str, *, notice: str = "", problem: Any = None, said: Any = None) -> Response[str]:
    current, language = atlas().maps.current(), language_of(app)
    try:
        view = show_receipt(receipt=receipt, root=secrets().root(), facts=ledger().facts, journey_map=current)
    except Refused as error:
        if wants_page(app):
            return page("receipt_ask", _asking(f"{error.what} {error.do}"), status=error.status, language=language)
        raise
    if not wants_page(app):
        return data(view)
    view |= {"notice": notice, "problem": problem, "said": said or {}}
    return page("receipt", view, status=problem.status if problem else 200, language=language)


def _asking(problem: str) -> dict[str, str]:
    return {"problem": problem, "action": "/r", "mantra": atlas().mantra()}


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
