"""GET and POST /c/{token}: the case, from the department's own mail."""

from dataclasses import asdict, replace
from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from case_page.settings import Settings
from throughline.adapters.case_door import CaseDoor
from throughline.adapters.described import FIELDS, described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, door, fields_of, language_of, page, wants_page
from throughline.adapters.links import case_behind
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.translating import translator_of
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.contracts.act import CONTACT, described_in, read_act
from throughline.domain.act import A_PERSON
from throughline.domain.case import Case, Stays
from throughline.domain.line import Line
from throughline.usecases.act_on_case import act_on_case

app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table, singles=settings().case_mails_a_day))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
translator = cache(lambda: translator_of(settings().translations, settings().translated_a_day, ledger()))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/c/<token>", **described("A case", "departments", 200, 403, 503, data="Case"))
def show(token: str) -> Response[str]:
    """The case; looking changes nothing."""
    case, line = case_behind(token, secrets().root(), ledger())
    view = rooms().view(case, line, token)
    return _paged(view, case) if wants_page(app) else data(view)


@app.post("/c/<token>", **described("A step of a case", "departments", 200, 403, 409, *FIELDS, 503, data="Acted"))
def act(token: str) -> Response[str]:
    """One step of the case; the same step twice is fine and changes nothing."""
    case, line = case_behind(token, secrets().root(), ledger())
    sent = fields_of(app)
    if sent.get("action") == CONTACT:
        return _contact(sent.get("nonce", ""), case, line, token)
    wanted, current, room = read_act(sent), atlas().map_in_force(), ledger()
    if words := described_in(sent, wanted):
        if teams := rooms().teams(words, case):
            return _stands(case, "choose", token, suggested=teams, because=wanted.text)
        wanted = replace(wanted, to=A_PERSON)
    now, head = room.clock.now(), rooms().head()
    acted = act_on_case(act=wanted, case=case, line=line, cases=room.cases, journey_map=current, head=head, now=now)
    return _stands(acted.case, acted.outcome, token)


def _contact(nonce: str, case: Case, line: Line, token: str) -> Response[str]:
    """Whom to call back: shown in this one answer, and nowhere else."""
    contact = rooms().contact(case, line, nonce)
    return _stands(case, "shown", token, contact=asdict(contact)) if contact else _stands(case, Stays.LATE, token)


def _stands(case: Case, outcome: str, token: str, **shown: Any) -> Response[str]:
    if not wants_page(app):
        more = {"contact": shown.get("contact"), "suggested": list(shown.get("suggested", ()))}
        return data({"outcome": outcome, "state": case.state.value, "code": case.code, **more})
    return _paged({**rooms().view_now(case, token, notice=outcome), **shown}, case)


def _paged(view: dict[str, Any], case: Case) -> Response[str]:
    language = language_of(app)
    return page("case", rooms().in_both(view, case, language), language=language)


def rooms() -> CaseDoor:
    return CaseDoor(ledger(), atlas(), secrets(), settings().site_url, settings().inbound_domain, translator())


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
