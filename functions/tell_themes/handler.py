"""Hourly: the week's themes for departments at work, and a case for what rises among customers suddenly."""

from functools import cache
from typing import Any

from aws_lambda_powertools import Logger

from tell_themes.settings import Settings
from throughline.adapters.clock import clock_of
from throughline.adapters.environment import from_env
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.usecases.letters import Letterhead
from throughline.usecases.tell_themes import ThemeDesk, tell_themes

logger = Logger()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


def handle(event: dict[str, Any], _context: Any) -> dict[str, int]:
    current = atlas().maps.current()
    if current is None:
        return {"told": 0, "risen": 0}
    known = settings()
    head = Letterhead(known.site_url, secrets().root(), current.mantra, known.inbound_domain)
    desk = ThemeDesk(ledger().themes, current, head, known.time_zone, known.smallest_group)
    done = tell_themes(now=clock_of(event).now(), desk=desk)
    logger.info("themes", extra=done)
    return done
