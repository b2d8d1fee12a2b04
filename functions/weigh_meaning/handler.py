"""Parked notes that wait for a person: weighed by their sense, so that the likeliest departments stand first."""

from functools import cache
from typing import Any

from throughline.adapters.batch import each_message
from throughline.adapters.environment import from_env
from throughline.adapters.meaning.bedrock import BedrockMeaning, runtime
from throughline.adapters.meaning.learned import LearnedMeaning
from throughline.adapters.model_shelf import ModelShelf
from throughline.adapters.s3_models import StoredModels
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.fetching import Limits
from throughline.ports.meaning import Meaning
from throughline.usecases.weigh_meaning import weigh_meaning
from weigh_meaning.settings import Settings

BUDGET = "bedrock"
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))


@cache
def shelf() -> ModelShelf:
    """What was learned."""
    return ModelShelf(atlas().model, StoredModels(settings().model_bucket), ledger().clock)


@cache
def tiers() -> tuple[Meaning, ...]:
    """Whoever reads for sense, the last word last."""
    model = settings().bedrock_model
    asked = (BedrockMeaning(model, runtime(), may_ask),) if model else ()
    return (LearnedMeaning(shelf()), *asked)


def may_ask() -> bool:
    """Take one call of the day's budget, if there is one left."""
    limits = Limits(a_minute=settings().bedrock_a_day, a_day=settings().bedrock_a_day)
    return ledger().allowance.take(BUDGET, limits, ledger().clock.now()) is None


def weigh(message: dict[str, Any]) -> str:
    """One parked item."""
    return weigh_meaning(
        line=message["pk"], suggestions=ledger().suggestions, journey_map=atlas().maps.current(), tiers=tiers()
    )


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, weigh)
