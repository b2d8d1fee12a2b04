"""GET /d/{token}: a department's inbox, from its own mail."""

from functools import cache
from typing import Any
from urllib.parse import unquote

from aws_lambda_powertools.event_handler import Response

from desk_page.settings import Settings
from throughline.adapters.described import described
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, door, language_of, page, wants_page
from throughline.adapters.links import read_or_refuse
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.usecases.letters import Letterhead
from throughline.usecases.show_desk import desk_view

app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/d/<token>", **described("A department's inbox", "departments", 200, 403, data="Desk"))
def show(token: str) -> Response[str]:
    """What is new, what is in hand, what is done; looking changes nothing."""
    now = ledger().clock.now()
    link = read_or_refuse(secrets().root(), token, purpose="desk", now=now)
    current = atlas().maps.current()
    head = Letterhead(settings().site_url, secrets().root(), current.mantra if current else "")
    view = desk_view(
        department=unquote(link.subject),
        cases=ledger().cases,
        facts=ledger().facts,
        weeks=ledger().weeks,
        journey_map=current,
        head=head,
        now=now,
    )
    return page("desk", view, language=language_of(app)) if wants_page(app) else data(view)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
