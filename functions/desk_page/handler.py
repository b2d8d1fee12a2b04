"""GET and POST /d/{token}: a department's inbox, from its own mail; a new device is asked once for a code."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from desk_page.settings import Settings
from throughline.adapters.described import FIELDS, described
from throughline.adapters.desk_door import DeskDoor, program_told, unknown
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, door, fields_of, language_of, page, wants_page
from throughline.adapters.manage import SEE_OTHER, elsewhere
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.contracts.desk import CODE, SEND_CODE
from throughline.domain.device import Asking, new_asking
from throughline.domain.paging import page_number
from throughline.errors import Refused

app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table, singles=settings().case_mails_a_day))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))
ACTING = (200, SEE_OTHER, 401, 403, *FIELDS, 503)


@app.get("/d/<token>", **described("A department's inbox", "departments", 200, 401, 403, 503, data="Desk"))
def show(token: str) -> Response[str]:
    """What is new, what is in hand, what is done; looking changes nothing, and sends no code."""
    department = rooms().department(token)
    if not rooms().known(department, app.current_event.raw_event):
        return _ask(new_asking(rooms().root, department), token)
    shown = rooms().view(department, token, page=page_number(app.current_event.get_query_string_value("page", "")))
    return page("desk", shown, language=language_of(app)) if wants_page(app) else data(shown)


@app.post("/d/<token>", **described("A code, or a step for several notes", "departments", *ACTING, data="Told"))
def act(token: str) -> Response[str]:
    """Send a code, take it, or take one step for the notes that are picked."""
    department, sent = rooms().department(token), fields_of(app)
    if sent.get("action") in (SEND_CODE, CODE):
        return _code(rooms().asking(department, sent), sent, token)
    if not rooms().known(department, app.current_event.raw_event):
        return _ask(new_asking(rooms().root, department), token)
    told = rooms().act(department, sent)
    if not wants_page(app):
        return data(program_told("told", told))
    return page("desk", rooms().view(department, token, told), language=language_of(app))


def _code(asking: Asking, sent: dict[str, str], token: str) -> Response[str]:
    try:
        outcome, known = rooms().code(asking, sent)
    except Refused as refused:
        if not wants_page(app):
            raise
        return _ask(asking, token, sent=True, problem=f"{refused.what} {refused.do}", status=refused.status)
    told = data(program_told(outcome, asking=asking.token))
    if not known:
        return _ask(asking, token, sent=True, status=200) if wants_page(app) else told
    answer = elsewhere(f"/d/{token}") if wants_page(app) else told
    answer.cookies = [rooms().carries(asking.department, known)]
    return answer


def _ask(asking: Asking, token: str, *, sent: bool = False, problem: str = "", status: int = 401) -> Response[str]:
    if not wants_page(app):
        return data(unknown(), status=status)
    asked = rooms().asked(asking, token, sent=sent, problem=problem)
    return page("desk_code", asked, status=status, language=language_of(app))


def rooms() -> DeskDoor:
    return DeskDoor(ledger(), atlas(), secrets(), settings().site_url, settings().inbound_domain)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
