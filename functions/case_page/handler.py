"""GET and POST /c/{token}: the case, from the department's own mail."""

from dataclasses import asdict
from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from case_page.settings import Settings
from throughline.adapters.described import FIELDS, described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, door, fields_of, language_of, page, wants_page
from throughline.adapters.links import case_behind
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.contracts.act import CONTACT, read_act
from throughline.domain.case import Case, Stays
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Line
from throughline.usecases.act_on_case import act_on_case
from throughline.usecases.letters import Letterhead
from throughline.usecases.show_case import case_of, case_view
from throughline.usecases.show_contact import Seen, show_contact
from throughline.usecases.show_quotes import with_customers_words

app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table, singles=settings().case_mails_a_day))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/c/<token>", **described("A case", "departments", 200, 403, 503, data="Case"))
def show(token: str) -> Response[str]:
    """The case; looking changes nothing."""
    view = _view(*case_behind(token, secrets().root(), ledger()), token)
    return page("case", view, language=language_of(app)) if wants_page(app) else data(view)


@app.post("/c/<token>", **described("A step of a case", "departments", 200, 403, 409, *FIELDS, 503, data="Acted"))
def act(token: str) -> Response[str]:
    """One step of the case; the same step twice is fine and changes nothing."""
    case, line = case_behind(token, secrets().root(), ledger())
    sent = fields_of(app)
    if sent.get("action") == CONTACT:
        return _contact(sent.get("nonce", ""), case, line, token)
    wanted, current, room = read_act(sent), atlas().map_in_force(), ledger()
    now, head = room.clock.now(), _head(current)
    acted = act_on_case(act=wanted, case=case, line=line, cases=room.cases, journey_map=current, head=head, now=now)
    return _stands(acted.case, acted.outcome, token)


def _contact(nonce: str, case: Case, line: Line, token: str) -> Response[str]:
    """Whom to call back: shown in this one answer, and nowhere else."""
    room, current, root = ledger(), atlas().map_in_force(), secrets().root()
    now, seen = room.clock.now(), Seen(case, line, nonce)
    contact = show_contact(seen=seen, contacts=room.contacts, journey_map=current, root=root, now=now)
    return _stands(case, "shown", token, asdict(contact)) if contact else _stands(case, Stays.LATE, token)


def _stands(case: Case, outcome: str, token: str, contact: Any = None) -> Response[str]:
    if not wants_page(app):
        return data({"outcome": outcome, "state": case.state.value, "code": case.code, "contact": contact})
    line = ledger().facts.line(case.line)
    view = _view(case_of(line, case.number) or case, line, token, notice=outcome)
    return page("case", {**view, "contact": contact}, language=language_of(app))


def _view(case: Case, line: Line, token: str, *, notice: str = "") -> dict[str, Any]:
    current, now = atlas().map_in_force(), ledger().clock.now()
    view = case_view(case=case, line=line, journey_map=current, head=_head(current), now=now, notice=notice)
    return {**with_customers_words(view, line, ledger().facts), "action": f"/c/{token}"}


def _head(current: JourneyMap) -> Letterhead:
    return Letterhead(settings().site_url, secrets().root(), current.mantra, settings().inbound_domain)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
