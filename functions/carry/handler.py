"""The ledger's stream: carries what is announced to the queues and the bus, the whole batch or not at all."""

from functools import cache
from typing import Any

from aws_lambda_powertools import Logger

from carry.settings import Settings
from throughline.adapters.bus import EventBus
from throughline.adapters.dynamo.stream import announced_in
from throughline.adapters.environment import from_env
from throughline.adapters.queue import SqsQueue
from throughline.contracts.outgoing import public_event
from throughline.usecases.carry_records import LETTERS, MEANING, READ, ROUTE, TALLY, Announced, carry_records

logger = Logger()
settings = cache(lambda: from_env(Settings))


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


@cache
def bus() -> EventBus:
    """The bus for other systems."""
    return EventBus(settings().bus_name)


def public(record: Announced) -> dict[str, Any] | None:
    """What other systems may know of a record."""
    return public_event(
        record.announces, record.document, stage=settings().stage, event_id=record.event_id, on=record.on
    )


def handle(event: dict[str, Any], _context: Any) -> dict[str, int]:
    counts = carry_records(records=announced_in(event), queues=queues(), publish=bus().publish, public_event=public)
    logger.info("carried", extra=counts)
    return counts
