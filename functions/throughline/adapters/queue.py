"""SQS: all messages of a call or none, ten at a time."""

import json
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

import boto3

from throughline.errors import Unavailable

MOST = 10


class SqsQueue:
    """One queue to put messages in."""

    def __init__(self, url: str, client: Any = None) -> None:
        self._url = url
        self._client = client or boto3.client("sqs")

    def put(self, messages: Sequence[Mapping[str, Any]], *, delay: int = 0) -> None:
        """Hand over all of them, or raise Unavailable so that all are handed over again; they wait `delay` seconds."""
        waiting = iter(messages)
        while some := list(islice(waiting, MOST)):
            waits = {"DelaySeconds": delay} if delay else {}
            entries = [{"Id": str(at), "MessageBody": json.dumps(one), **waits} for at, one in enumerate(some)]
            answer = self._client.send_message_batch(QueueUrl=self._url, Entries=entries)
            if answer.get("Failed"):
                raise Unavailable(f"{len(answer['Failed'])} messages were not taken")
