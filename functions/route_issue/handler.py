"""Facts that wait for a decision: read, decide, write all that follows in one go."""

from functools import cache
from typing import Any

from route_issue.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.environment import from_env
from throughline.adapters.model_shelf import ModelShelf
from throughline.adapters.s3_models import StoredModels
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.journey import JourneyMap
from throughline.domain.routes.weights import Model
from throughline.domain.routing import Router
from throughline.usecases.letters import Letterhead
from throughline.usecases.route_fact import route_fact

settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table, singles=settings().case_mails_a_day))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))
_routers: dict[tuple[str, str, frozenset[str], float], Router] = {}


@cache
def shelf() -> ModelShelf:
    """What was learned."""
    return ModelShelf(atlas().model, StoredModels(settings().model_bucket), ledger().clock)


def router_for(journey_map: JourneyMap, model: Model | None, shadow: frozenset[str], target: float) -> Router:
    """The router of this version of the map and what was learned; only the newest is kept.

    The `target` that people's corrections ask for counts where it is above the map's own.
    """
    target = max(target, journey_map.precision_target)
    key = (journey_map.version, model.name if model else "", shadow, target)
    if key not in _routers:
        _routers.clear()
        _routers[key] = Router(journey_map, model, shadow=shadow, target=target)
    return _routers[key]


def route(message: dict[str, Any]) -> str:
    """One fact."""
    current = atlas().maps.current()
    reasons = route_fact(
        line=message["pk"],
        fact=message["sk"],
        facts=ledger().facts,
        cases=ledger().cases,
        router=_router(current) if current else None,
        head=_head(current),
        now=ledger().clock.now(),
        revision=message.get("revision"),
    )
    return "; ".join(reason.partition(":")[0] for reason in reasons)


def _router(current: JourneyMap) -> Router:
    return router_for(current, shelf().current(), atlas().shadows.names(), shelf().target())


def _head(current: JourneyMap | None) -> Letterhead:
    told, mantra, people = settings(), current.mantra if current else "", atlas().directory
    minutes = told.quiet_minutes
    return Letterhead(told.site_url, secrets().root(), mantra, told.inbound_domain, minutes, colleagues=people)


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, route)
