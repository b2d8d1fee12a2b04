"""GET and POST /r: what has become of a report, for the holder of its receipt."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from receipt_page.settings import Settings
from throughline.adapters.described import FIELDS, described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, door, fields_of, language_of, page, wants_page
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.errors import Refused
from throughline.usecases.choose_touchpoint import choose_touchpoint
from throughline.usecases.letters import Letterhead
from throughline.usecases.show_receipt import show_receipt

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


@app.post("/r", **described("The same, by a receipt typed in", "writers", 200, 404, *FIELDS, 503, data="Became"))
def read() -> Response[str]:
    """What the receipt that was typed in stands for; with a touchpoint, whoever wrote it says where it was."""
    fields = fields_of(app)
    receipt, touchpoint = fields.get("receipt", ""), fields.get("touchpoint", "")
    if touchpoint:
        _choose(receipt, touchpoint)
    return _answer(receipt)


def _choose(receipt: str, touchpoint: str) -> None:
    current, told = atlas().map_in_force(), settings()
    choose_touchpoint(
        receipt=receipt,
        touchpoint=touchpoint,
        facts=ledger().facts,
        cases=ledger().cases,
        journey_map=current,
        head=Letterhead(told.site_url, secrets().root(), current.mantra, told.inbound_domain),
        now=ledger().clock.now(),
    )


def _answer(receipt: str) -> Response[str]:
    current = atlas().maps.current()
    try:
        view = show_receipt(receipt=receipt, root=secrets().root(), facts=ledger().facts, journey_map=current)
    except Refused as refused:
        if wants_page(app):
            return page(
                "receipt_ask", _asking(f"{refused.what} {refused.do}"), status=refused.status, language=language_of(app)
            )
        raise
    return page("receipt", view, language=language_of(app)) if wants_page(app) else data(view)


def _asking(problem: str) -> dict[str, str]:
    current = atlas().maps.current()
    return {"problem": problem, "action": "/r", "mantra": current.mantra if current else ""}


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
