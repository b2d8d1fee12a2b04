"""Hourly: routing learns from what people decided, and the map's owner sees once a week what that says of the map."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from aws_lambda_powertools import Logger

from learn_routing.settings import Settings
from throughline.adapters.clock import clock_of
from throughline.adapters.environment import from_env
from throughline.adapters.meaning.remembered import remembered
from throughline.adapters.meaning.sentences import SentenceMeaning
from throughline.adapters.s3_models import StoredModels
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.usecases.learn_routing import School, learn_routing
from throughline.usecases.letters import Letterhead
from throughline.usecases.show_mirror import show_mirror

logger = Logger()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@cache
def school() -> School:
    """Where examples come from and where what is learned goes."""
    from throughline.adapters.training.trainer import RidgeTrainer  # numpy comes with a layer that few functions have

    trainer = RidgeTrainer(remembered(_read))
    return School(ledger().precedents, StoredModels(settings().model_bucket), atlas().model, trainer)


def _read(texts: Sequence[str]) -> Sequence[Sequence[float]]:
    """What texts mean; who does not learn this hour does not load what reads them."""
    return SentenceMeaning().vectors(texts)


def handle(event: dict[str, Any], _context: Any) -> dict[str, str]:
    now, current = clock_of(event).now(), atlas().maps.current()
    learned = learn_routing(school=school(), journey_map=current, today=now.date())
    head = Letterhead(settings().site_url, secrets().root(), current.mantra if current else "")
    mirrors, known = ledger().mirrors, ledger().precedents
    shown = show_mirror(precedents=known, mirrors=mirrors, journey_map=current, head=head, now=now)
    done = {"learned": learned.reason, "mirror": shown}
    dropped = sum(count for _, count in learned.dropped)
    logger.info("learned", extra={**done, "taken": learned.taken, "dropped": dropped})
    return done
