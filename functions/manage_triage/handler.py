"""/manage/triage: what could not be decided, one decision after the other; behind the managers' door."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from manage_triage.settings import Settings
from throughline.adapters.described import described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, wants_page
from throughline.adapters.manage import ACTS, LOOKS, manager_of, managers_pages, own_form, shown
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.paging import page_number
from throughline.usecases.letters import Letterhead
from throughline.usecases.settle_triage import settle_triage
from throughline.usecases.show_triage import triage_view

app = managers_pages()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table, singles=settings().case_mails_a_day))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/manage/triage", **described("What could not be decided", "managers", *LOOKS, data="Triage"))
def look() -> Response[str]:
    """The note that waits longest or the one asked for, and those after it."""
    wanted, asked = (app.current_event.get_query_string_value(name, "") for name in ("id", "page"))
    return _triage(wanted=wanted, at=page_number(asked))


@app.post("/manage/triage", **described("Decide one of them", "managers", *ACTS, 404, 409, data="Outcome"))
def decide() -> Response[str]:
    """Where it belongs; the same decision twice is fine and changes nothing. The next one follows."""
    sent, current = own_form(app, manager_of(app), secrets().root()), atlas().map_in_force()
    outcome = settle_triage(
        line=sent.get("id", ""),
        choice=sent.get("choice", ""),
        facts=ledger().facts,
        cases=ledger().cases,
        journey_map=current,
        head=Letterhead(
            settings().site_url,
            secrets().root(),
            current.mantra,
            settings().inbound_domain,
            colleagues=atlas().directory,
        ),
        now=ledger().clock.now(),
    )
    return _triage(done=sent.get("id", ""), notice=outcome) if wants_page(app) else data({"outcome": outcome})


def _triage(*, wanted: str = "", done: str = "", at: int = 1, notice: str = "") -> Response[str]:
    view = triage_view(
        wanted=wanted,
        done=done,
        page=at,
        cases=ledger().cases,
        suggestions=ledger().suggestions,
        journey_map=atlas().map_in_force(),
    )
    return shown(app, "manage_triage", {**view, "notice": notice}, secrets().root())


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
