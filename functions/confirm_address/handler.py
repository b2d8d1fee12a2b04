"""GET and POST /a/{token}: a department's address says that it is the right one."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from confirm_address.settings import Settings
from throughline.adapters.described import described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, door, language_of, page, wants_page
from throughline.adapters.links import read_or_refuse
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import LedgerRoom
from throughline.usecases.ask_addresses import PURPOSE
from throughline.usecases.confirm_address import Confirmed, confirm_address, look

app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/a/<token>", **described("Whether an address is the right one", "departments", 200, 403, data="Address"))
def show(token: str) -> Response[str]:
    """What is asked; looking confirms nothing, since mail programs look too."""
    return _said(look(subject=_subject(token), addresses=ledger().addresses), token)


@app.post("/a/<token>", **described("Say that an address is right", "departments", 200, 403, 503, data="Address"))
def confirm(token: str) -> Response[str]:
    """From now on the department's mail goes there."""
    return _said(confirm_address(subject=_subject(token), addresses=ledger().addresses), token)


def _subject(token: str) -> str:
    return read_or_refuse(secrets().root(), token, purpose=PURPOSE, now=ledger().clock.now()).subject


def _said(confirmed: Confirmed, token: str) -> Response[str]:
    departments = list(confirmed.asked.departments) if confirmed.asked else []
    if not wants_page(app):
        return data({"outcome": confirmed.outcome, "departments": departments})
    said = {"outcome": confirmed.outcome, "departments": departments, "action": f"/a/{token}"}
    return page("address", said, language=language_of(app))


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
