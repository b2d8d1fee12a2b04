"""Records of a queue, one by one: what fails is reported alone and never holds up its neighbours."""

import json
from collections.abc import Callable
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from throughline.adapters.trouble import where

logger = Logger()
LONGEST_ID = 64


class UnreadableError(Exception):
    """A message is not a JSON object."""


def each_message(
    event: dict[str, Any],
    context: Any,
    handle: Callable[[dict[str, Any]], str],
    unreadable: Callable[[str], str] | None = None,
) -> Any:
    """Give each message's JSON to `handle`, whose answer is the outcome that is logged.

    What is no JSON object goes to `unreadable` as it came, or fails. Only the outcome and the message's
    ids are logged, never what it holds: ours, and of one that failed the queue's, which it keeps where it
    is put away.
    """
    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)

    def one(record: SQSRecord) -> None:
        message = _object(record.body)
        name = str(message.get("id", ""))[:LONGEST_ID] if message else ""
        try:
            outcome = unreadable(record.body) if message is None and unreadable else handle(_known(message))
        except Exception as error:
            logger.warning("failed", extra={"event": name, "delivery": record.message_id, **where(error)})
            raise
        logger.info("handled", extra={"event": name, "outcome": outcome})

    return process_partial_response(event=event, record_handler=one, processor=processor, context=context)


def _object(body: str) -> dict[str, Any] | None:
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None


def _known(message: dict[str, Any] | None) -> dict[str, Any]:
    if message is None:
        raise UnreadableError("the message is not a JSON object")
    return message
