"""Responses that vendors only named: asked for within their limits, kept as deliveries of their own."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from fetch_responses.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.environment import from_env
from throughline.adapters.queue import SqsQueue
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.vendor_apis.accounts import vendor_of_source
from throughline.adapters.vendor_apis.round import FetchDesk, Round, asked_in
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.survey_source import SurveySource
from throughline.usecases.fetch_responses import Vendor

settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))
queue = cache(lambda: SqsQueue(settings().fetch_queue))


@cache
def vendor(source: SurveySource) -> Vendor:
    """The account of a source, with what this worker has learnt of its surveys."""
    return vendor_of_source(source, ledger().clock.now, stage=settings().stage, site=settings().vendor_site)


def desk() -> FetchDesk:
    """What a round works with."""
    room = ledger()
    return FetchDesk(
        deliveries=room.deliveries,
        facts=room.facts,
        allowance=room.allowance,
        queue=queue(),
        clock=room.clock.now,
        source=secrets().survey_source,
        vendor=vendor,
    )


def _documents(event: Mapping[str, Any]) -> Iterator[Mapping[str, Any] | None]:
    for record in event.get("Records", ()):
        try:
            document = json.loads(record["body"])
        except (ValueError, RecursionError):
            document = None
        yield document if isinstance(document, dict) else None


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, Round(desk(), asked_in(_documents(event))).take)
