"""/manage: what waits, and whose mails are held back; behind the managers' door."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from manage_page.settings import Settings
from throughline.adapters.described import described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, wants_page
from throughline.adapters.manage import ACTS, LOOKS, manager_of, managers_pages, own_form, shown
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.usecases.show_managing import managing_view
from throughline.usecases.show_shadow import move_shadow, shadow_view

app = managers_pages()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/manage", **described("What waits for a manager", "managers", *LOOKS, data="Managing"))
def show() -> Response[str]:
    """Counts, and the ways to what they count."""
    current, now = atlas().maps.current(), ledger().clock.now()
    view = managing_view(backlog=ledger().backlog, shadows=atlas().shadow_desk, journey_map=current, now=now)
    return shown(app, "manage", view, secrets().root())


@app.get("/manage/shadow", **described("Departments whose mails are held back", "managers", *LOOKS, data="Shadow"))
def look() -> Response[str]:
    """What they would have got."""
    return _shadow("")


@app.post("/manage/shadow", **described("Into the shadow, or out of it", "managers", *ACTS, data="Outcome"))
def move() -> Response[str]:
    """One department; the same twice changes nothing."""
    sent, current = own_form(app, manager_of(app), secrets().root()), atlas().map_in_force()
    department, to = sent.get("department", ""), sent.get("to", "")
    outcome = move_shadow(department=department, to=to, shadows=atlas().shadow_desk, journey_map=current)
    return _shadow(outcome) if wants_page(app) else data({"outcome": outcome})


def _shadow(notice: str) -> Response[str]:
    view = shadow_view(cases=ledger().cases, shadows=atlas().shadow_desk, journey_map=atlas().map_in_force())
    return shown(app, "manage_shadow", {**view, "notice": notice}, secrets().root())


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
