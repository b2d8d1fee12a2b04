"""ANY /s/{source}/{key}: what survey vendors send; proven, kept by one write, answered, and read later.

Vendors switch a webhook off at 404 or 410, so neither is ever said here.
"""

from functools import cache
from typing import Any

from aws_lambda_powertools import Metrics
from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.exceptions import NotFoundError
from aws_lambda_powertools.metrics import MetricUnit

from survey_delivered.settings import Settings
from throughline.adapters.described import described
from throughline.adapters.environment import from_env
from throughline.adapters.http import body_bytes, data, door
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.surveys.received import named_in, proven_source
from throughline.adapters.surveys.vendor import Message
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.delivery import delivery_of

LARGEST = 256 * 1024
LOOKING = ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"]
app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.post(
    "/s/<source>/<key>",
    **described("A survey vendor's webhook", "programs", 200, 202, 400, 401, 413, 503, data="Received", page=False),
)
def take(source: str, key: str) -> Response[str]:
    """Keep what a vendor sent, once."""
    sent, now = body_bytes(app, LARGEST), ledger().clock.now()
    message = Message(sent, app.current_event.headers, now)
    looked_up = (secrets().survey_source(source, fresh=fresh) for fresh in (False, True))
    known = proven_source(message, key, looked_up)
    if known is None:
        return strangers("unknown source or key")
    reading = named_in(message, known.vendor, source)
    new = ledger().deliveries.put(delivery_of(source, sent, message.headers, reading, now))
    return _answer(200, received=True, repeated=not new)


@app.route("/s/<source>/<key>", method=LOOKING, include_in_schema=False)
def look(source: str, key: str) -> Response[str]:  # noqa: ARG001 - every address looks the same
    """Vendors look whether somebody is here, before they send anything."""
    return _answer(200)


def strangers(reason: str) -> Response[str]:
    """Counted and not kept, so that nobody without an address of ours can fill the ledger."""
    metrics = Metrics(namespace="Throughline")
    metrics.add_dimension("reason", reason)
    metrics.add_metric("DeliveryNotTaken", MetricUnit.Count, 1)
    metrics.flush_metrics()
    return _answer(202)


@app.not_found
def elsewhere(_error: NotFoundError) -> Response[str]:
    """An address that can't be one of ours."""
    return strangers("unknown address")


def _answer(status: int, *, received: bool = False, repeated: bool = False) -> Response[str]:
    return data({"received": received, "repeated": repeated}, status=status)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
