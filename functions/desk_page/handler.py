"""GET and POST /d/{token}: a department's inbox, and its team's sheet; a new device is asked once for a code."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from desk_page.settings import Settings
from throughline.adapters.described import FIELDS, described
from throughline.adapters.desk_door import DeskDoor, program_told, unknown
from throughline.adapters.digest_desks import shelf_of
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, door, fields_of, language_of, page, wants_page
from throughline.adapters.manage import SEE_OTHER, elsewhere
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.contracts.desk import CODE, SEND_CODE
from throughline.domain.device import Asking, new_asking
from throughline.errors import Refused

app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table, singles=settings().case_mails_a_day))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
weeks_out = cache(lambda: shelf_of(ledger(), atlas(), settings()))
secrets = cache(lambda: StackSecrets(settings().secret_id))
ACTING = (200, SEE_OTHER, 401, 403, *FIELDS, 503)


@app.get("/d/<token>", **described("A department's inbox", "departments", 200, 401, 403, 503, data="Desk"))
def show(token: str) -> Response[str]:
    """What is new, what is in hand, what is done; looking changes nothing, and sends no code."""
    department, asked = rooms().department(token), app.current_event.query_string_parameters or {}
    if not rooms().known(department, app.current_event.raw_event):
        return _ask(new_asking(rooms().root, department), token)
    return _answer(*rooms().look(department, token, asked, weeks_out(), language_of(app)))


@app.post("/d/<token>", **described("A code, or a step for several notes", "departments", *ACTING, data="Told"))
def act(token: str) -> Response[str]:
    """Send a code, take it, or take one step for the notes that are picked."""
    department, sent = rooms().department(token), fields_of(app)
    if sent.get("action") in (SEND_CODE, CODE):
        return _code(rooms().asking(department, sent), sent, token)
    if not rooms().known(department, app.current_event.raw_event):
        return _ask(new_asking(rooms().root, department), token)
    told = rooms().act(department, sent)
    return _answer("desk", rooms().view(department, token, told) if wants_page(app) else program_told("told", told))


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
    told = rooms().asked(asking, token, sent=sent, problem=problem) if wants_page(app) else unknown()
    return _answer("desk_code", told, status)


def _answer(name: str, told: dict[str, Any], status: int = 200) -> Response[str]:
    return page(name, told, status=status, language=language_of(app)) if wants_page(app) else data(told, status=status)


def rooms() -> DeskDoor:
    return DeskDoor(ledger(), atlas(), secrets(), settings().site_url, settings().inbound_domain)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
