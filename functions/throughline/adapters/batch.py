"""Records of a queue, one by one: what fails is reported alone and never holds up its neighbours."""

import json
from collections.abc import Callable
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

logger = Logger()


def each_message(event: dict[str, Any], context: Any, handle: Callable[[dict[str, Any]], str]) -> Any:
    """Give each message's JSON to `handle`, whose answer is the outcome that is logged.

    Only the outcome and the message's stable id are logged, never what it holds.
    """
    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)

    def one(record: SQSRecord) -> None:
        message = json.loads(record.body)
        logger.info("handled", extra={"event": message.get("id", ""), "outcome": handle(message)})

    return process_partial_response(event=event, record_handler=one, processor=processor, context=context)
