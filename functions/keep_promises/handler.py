"""Hourly: what was promised and is not kept yet is recalled, in the working hours of each department."""

from functools import cache
from typing import Any

from aws_lambda_powertools import Logger

from keep_promises.settings import Settings
from throughline.adapters.clock import clock_of
from throughline.adapters.environment import from_env
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.usecases.keep_promises import PromiseDesk, keep_promises
from throughline.usecases.letters import Letterhead

logger = Logger()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


def handle(event: dict[str, Any], _context: Any) -> dict[str, int]:
    current = atlas().maps.current()
    if current is None:
        return {}
    head = Letterhead(settings().site_url, secrets().root(), current.mantra)
    desk = PromiseDesk(ledger().promises, ledger().standings, current, head)
    said = keep_promises(now=clock_of(event).now(), desk=desk)
    logger.info("recalled", extra=said)
    return said
