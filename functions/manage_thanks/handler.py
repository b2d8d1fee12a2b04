"""/manage/thanks: thanks that a person looks at before others read them; behind the managers' door."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from manage_thanks.settings import Settings
from throughline.adapters.described import described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, wants_page
from throughline.adapters.manage import ACTS, LOOKS, manager_of, managers_pages, own_form, shown
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.usecases.letters import Letterhead
from throughline.usecases.settle_thanks import settle_thanks
from throughline.usecases.show_held_thanks import held_thanks_view

app = managers_pages()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/manage/thanks", **described("Thanks that wait to be read", "managers", *LOOKS, data="HeldThanks"))
def look() -> Response[str]:
    """Those that wait longest, and why."""
    return _held("", "")


@app.post("/manage/thanks", **described("Publish or drop one of them", "managers", *ACTS, data="Outcome"))
def decide() -> Response[str]:
    """Others may read it, or nobody; the same twice is fine and changes nothing."""
    sent = own_form(app, manager_of(app), secrets().root())
    outcome = settle_thanks(
        ref=sent.get("id", ""),
        state=sent.get("state", ""),
        recognitions=ledger().recognitions,
        directory=atlas().directory,
        head=Letterhead(settings().site_url, secrets().root(), atlas().mantra()),
        now=ledger().clock.now(),
    )
    return _held(sent.get("id", ""), outcome) if wants_page(app) else data({"outcome": outcome})


def _held(done: str, notice: str) -> Response[str]:
    view = held_thanks_view(done=done, recognitions=ledger().recognitions)
    return shown(app, "manage_thanks", {**view, "mantra": atlas().mantra(), "notice": notice}, secrets().root())


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
