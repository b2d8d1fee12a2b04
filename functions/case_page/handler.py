"""GET and POST /c/{token}: the case, from the department's own mail."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from case_page.settings import Settings
from throughline.adapters.described import FIELDS, described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, door, fields_of, language_of, page, wants_page
from throughline.adapters.links import read_or_refuse
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.contracts.act import read_act
from throughline.domain.case import Case
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Line
from throughline.errors import Refused
from throughline.usecases.act_on_case import act_on_case
from throughline.usecases.letters import Letterhead
from throughline.usecases.show_case import case_of, case_view

app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/c/<token>", **described("A case", "departments", 200, 403, 503, data="Case"))
def show(token: str) -> Response[str]:
    """The case; looking changes nothing."""
    case, line = _found(token)
    view = _view(case, line, token)
    return page("case", view, language=language_of(app)) if wants_page(app) else data(view)


@app.post("/c/<token>", **described("A step of a case", "departments", 200, 403, 409, *FIELDS, 503, data="Acted"))
def act(token: str) -> Response[str]:
    """One step of the case; the same step twice is fine and changes nothing."""
    case, line = _found(token)
    wanted, current, room = read_act(fields_of(app)), atlas().map_in_force(), ledger()
    now, head = room.clock.now(), _head(current)
    acted = act_on_case(act=wanted, case=case, line=line, cases=room.cases, journey_map=current, head=head, now=now)
    if not wants_page(app):
        return data({"outcome": acted.outcome, "state": acted.case.state.value, "code": acted.case.code})
    fresh = room.facts.line(case.line)
    shown = case_of(fresh, case.number) or acted.case
    return page("case", _view(shown, fresh, token, notice=acted.outcome), language=language_of(app))


def _found(token: str) -> tuple[Case, Line]:
    link = read_or_refuse(secrets().root(), token, purpose="case", now=ledger().clock.now())
    line_key, _, number = link.subject.rpartition("/")
    line = ledger().facts.line(line_key)
    case = case_of(line, int(number))
    if case is None:
        raise Refused("This note has been removed.", do="Nothing more is asked of you.", status=403)
    return case, line


def _view(case: Case, line: Line, token: str, *, notice: str = "") -> dict[str, Any]:
    current, now = atlas().map_in_force(), ledger().clock.now()
    view = case_view(case=case, line=line, journey_map=current, head=_head(current), now=now, notice=notice)
    return {**view, "action": f"/c/{token}"}


def _head(current: JourneyMap) -> Letterhead:
    return Letterhead(settings().site_url, secrets().root(), current.mantra, settings().inbound_domain)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
