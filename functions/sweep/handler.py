"""Hourly: what the stream forgot, or a sender left behind, is handed out again."""

from functools import cache
from typing import Any

from aws_lambda_powertools import Logger

from sweep.settings import Settings
from throughline.adapters.clock import clock_of
from throughline.adapters.environment import from_env
from throughline.adapters.queue import SqsQueue
from throughline.adapters.wiring import LedgerRoom
from throughline.usecases.carry_records import LETTERS, MEANING, READ, ROUTE, TALLY
from throughline.usecases.sweep_pending import sweep_pending

logger = Logger()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))


@cache
def queues() -> dict[str, SqsQueue]:
    """The queues by what they are for."""
    known = settings()
    return {
        ROUTE: SqsQueue(known.route_queue),
        LETTERS: SqsQueue(known.letters_queue),
        TALLY: SqsQueue(known.tally_queue),
        READ: SqsQueue(known.read_queue),
        MEANING: SqsQueue(known.meaning_queue),
    }


def handle(event: dict[str, Any], _context: Any) -> dict[str, int]:
    pending = ledger().pending.waiting()
    counts = sweep_pending(pending=pending, queues=queues(), now=clock_of(event).now())
    logger.info("swept", extra=counts)
    return counts
