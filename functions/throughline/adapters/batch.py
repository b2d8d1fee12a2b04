"""Records of a queue, one by one: what fails is reported alone and never holds up its neighbours."""

import json
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

logger = Logger()


def where(error: Exception) -> dict[str, str]:
    """What failed and where, without what the error says: that may hold somebody's words."""
    frame = extract_tb(error.__traceback__)[-1]
    code = getattr(error, "response", {}).get("Error", {}).get("Code", "")
    return {"error": type(error).__name__, "code": code, "at": f"{Path(frame.filename).name}:{frame.lineno}"}


def each_message(event: dict[str, Any], context: Any, handle: Callable[[dict[str, Any]], str]) -> Any:
    """Give each message's JSON to `handle`, whose answer is the outcome that is logged.

    Only the outcome and the message's stable id are logged, never what it holds.
    """
    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)

    def one(record: SQSRecord) -> None:
        message = json.loads(record.body)
        try:
            outcome = handle(message)
        except Exception as error:
            logger.warning("failed", extra={"event": message.get("id", ""), **where(error)})
            raise
        logger.info("handled", extra={"event": message.get("id", ""), "outcome": outcome})

    return process_partial_response(event=event, record_handler=one, processor=processor, context=context)
