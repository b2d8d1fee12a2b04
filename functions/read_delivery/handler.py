"""What survey vendors sent, read by the mapping as it is now: answers recorded, ids passed on to be fetched."""

from functools import cache
from typing import Any

from read_delivery.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.environment import from_env
from throughline.adapters.queue import SqsQueue
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.surveys.received import reading_of
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.delivery import Delivery
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Reading
from throughline.usecases.letters import Letterhead
from throughline.usecases.read_delivery import DeliveryDesk, read_delivery

settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))
fetch_queue = cache(lambda: SqsQueue(settings().fetch_queue))


def desk() -> DeliveryDesk:
    """What the use case works with."""
    return DeliveryDesk(
        deliveries=ledger().deliveries,
        mappings=atlas().mappings,
        facts=ledger().facts,
        contacts=ledger().contacts,
        told=ledger().told,
        fetch=fetch_queue(),
        read=_read,
        journey_map=atlas().maps.current,
        head=lambda: Letterhead(settings().site_url, secrets().root(), atlas().mantra()),
    )


def _read(delivery: Delivery, mapping: SurveyMap) -> Reading:
    known = secrets().survey_source(delivery.source)
    return reading_of(delivery, known.vendor if known else "", mapping)


def take(message: dict[str, Any]) -> str:
    """One delivery."""
    line, name, changes = message["pk"], message["sk"], int(message.get("revision") or 0)
    return read_delivery(line=line, name=name, desk=desk(), now=ledger().clock.now(), changes=changes)


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, take)
