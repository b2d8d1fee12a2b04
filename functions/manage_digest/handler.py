"""/manage/digest: a week's digest before it goes, and the manager's hand in it; behind the managers' door."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from manage_digest.settings import Settings
from throughline.adapters.described import described
from throughline.adapters.digest_desks import editor_of
from throughline.adapters.digest_paper import JinjaDigestPaper
from throughline.adapters.environment import from_env
from throughline.adapters.http import data, language_of, wants_page
from throughline.adapters.manage import ACTS, LOOKS, manager_of, managers_pages, own_form, shown
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.digest_time import Rhythm
from throughline.usecases.settle_digest import settle_digest
from throughline.usecases.show_digest import DigestOffice, digest_view

app = managers_pages()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.get("/manage/digest", **described("A week's digest before it goes", "managers", *LOOKS, 400, data="DigestShown"))
def look() -> Response[str]:
    """What it tells whom, what waits, and the mail's own text."""
    week, department = (app.current_event.get_query_string_value(name, "") for name in ("week", "department"))
    return _digest(week, department, "")


@app.post("/manage/digest", **described("Hold it, let it go, edit it", "managers", *ACTS, data="Outcome"))
def edit() -> Response[str]:
    """One wish for one week; the same twice is fine and changes nothing."""
    sent = own_form(app, manager_of(app), secrets().root())
    outcome = settle_digest(
        week=_office().week(sent.get("week", ""), ledger().clock.now()),
        act=sent.get("act", ""),
        fields=sent,
        weeks=ledger().weeks,
        editions=ledger().editions,
        sending=ledger().sending,
        chunks=ledger().chunks,
    )
    told = sent.get("week", ""), sent.get("department", ""), outcome
    return _digest(*told) if wants_page(app) else data({"outcome": outcome})


def _digest(written: str, department: str, notice: str) -> Response[str]:
    office, now = _office(), ledger().clock.now()
    view = digest_view(
        week=office.week(written, now), department=department, language=language_of(app), office=office, now=now
    )
    return shown(app, "manage_digest", {**view, "notice": notice}, secrets().root())


def _office() -> DigestOffice:
    """Made anew for each request, since an editor remembers a week for some minutes."""
    told = settings()
    limits = {"smallest_group": told.smallest_group, "fewest": told.digest_fewest}
    return DigestOffice(
        editor_of(ledger(), atlas(), **limits, settles=False),
        ledger().recognitions,
        JinjaDigestPaper(),
        Rhythm(told.digest_weekday, told.digest_hour),
        told.time_zone,
        told.site_url,
        answerable=bool(told.inbound_domain),
        readings=ledger().readings,
    )


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
