"""/manage/mirror: what people's decisions say of the map, and taking an edit; behind the managers' door."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from manage_map.settings import Settings
from throughline.adapters.described import described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, wants_page
from throughline.adapters.manage import ACTS, LOOKS, manager_of, managers_pages, own_form, shown
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.usecases.accept_proposals import accept_proposals, seen_in_mirror
from throughline.usecases.show_mirror import fields_of as mirrored

CHANGED = "changed"

app = managers_pages()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/manage/mirror", **described("What decisions say of the map", "managers", *LOOKS, 404, data="Mirror"))
def look() -> Response[str]:
    """Who is confused with whom, which words mislead, which are missing."""
    return _mirror("")


@app.post("/manage/mirror", **described("Take an edit of the map", "managers", *ACTS, 404, data="Outcome"))
def accept() -> Response[str]:
    """The map with the edit is in force; an edit that is no longer proposed is refused."""
    sent = own_form(app, manager_of(app), secrets().root())
    accept_proposals(codes=[sent.get("code", "")], maps=atlas().map_desk, precedents=ledger().precedents)
    return _mirror(CHANGED) if wants_page(app) else data({"outcome": CHANGED})


def _mirror(notice: str) -> Response[str]:
    current, seen = seen_in_mirror(atlas().map_desk, ledger().precedents)
    about = {"decided": seen.decided, "version": current.version, "mantra": current.mantra}
    return shown(app, "manage_mirror", {**mirrored(seen), **about, "notice": notice}, secrets().root())


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
