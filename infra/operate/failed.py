"""What gave up: messages in the queues that are named after a queue and end in "-failed"."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from operate.stack import Stack

ENDING = "-failed"
HELD_SECONDS = 600
AT_ONCE = 10
RUN_AGAIN = {  # no queue to go back to: what mends it runs
    "carry": "sweep",
    "plan": "plan_digests",
    "sweep": "sweep",
    "themes": "tell_themes",
    "promises": "keep_promises",
}


@dataclass(frozen=True)
class Failed:
    """One message that gave up; `queue` is the short name of where it was to be handled."""

    id: str
    queue: str
    since: str
    body: str
    tries: int
    url: str
    handle: str


class FailedMessages:
    """Those of one stack."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._sqs = stack.client("sqs")

    def all(self) -> Iterator[Failed]:
        """Each once, queue by queue; they stay where they are, and can be read again when this ends."""
        for queue, url in self._queues.items():
            if not queue.endswith(ENDING):
                continue
            held: list[Failed] = []
            try:
                for found in self._received(queue.removesuffix(ENDING), url):
                    held.append(found)
                    yield found
            finally:
                self._let_go(url, held)

    def why(self, failed: Failed) -> str:
        """Why it gave up, as its function last logged it."""
        often = f"failed {failed.tries} times" if failed.tries > 1 else "failed"
        errors = [f"{told['error']} at {told['at']}" for told in self._logged(failed) if "error" in told]
        return f"{often}: {errors[-1]}" if errors else often

    def release(self, failed: Failed) -> str:
        """Hand it back to where it was to be handled, then forget it here; what was done with it."""
        queue = self._queues.get(failed.queue)
        if queue:
            self._sqs.send_message(QueueUrl=queue, MessageBody=failed.body)
            done = f"back in the queue {failed.queue}"
        else:
            done = self._run_again(failed)
        self._sqs.delete_message(QueueUrl=failed.url, ReceiptHandle=failed.handle)
        return done

    def put(self, queue: str, body: str) -> None:
        """Put a message into a queue of the stack."""
        self._sqs.send_message(QueueUrl=self._queues[queue], MessageBody=body)

    @cached_property
    def _queues(self) -> dict[str, str]:
        """The stack's queues: address by short name."""
        prefix = f"{self._stack.name}-"
        pages = self._sqs.get_paginator("list_queues").paginate(QueueNamePrefix=prefix)
        urls = [url for page in pages for url in page.get("QueueUrls", ())]
        return {url.rpartition("/")[2].removeprefix(prefix): url for url in sorted(urls)}

    def _received(self, queue: str, url: str) -> Iterator[Failed]:
        wanted = {"QueueUrl": url, "MaxNumberOfMessages": AT_ONCE, "VisibilityTimeout": HELD_SECONDS}
        while some := self._sqs.receive_message(**wanted, AttributeNames=["All"]).get("Messages"):
            for one in some:
                told = one["Attributes"]
                since = datetime.fromtimestamp(int(told["SentTimestamp"]) / 1000, UTC).isoformat(timespec="seconds")
                tries = int(told.get("ApproximateReceiveCount", 1)) - 1
                yield Failed(one["MessageId"], queue, since, one["Body"], tries, url, one["ReceiptHandle"])

    def _let_go(self, url: str, held: Iterable[Failed]) -> None:
        for one in held:
            try:
                self._sqs.change_message_visibility(QueueUrl=url, ReceiptHandle=one.handle, VisibilityTimeout=0)
            except self._sqs.exceptions.ClientError:
                continue  # it has been released

    def _logged(self, failed: Failed) -> list[dict[str, Any]]:
        if failed.queue not in self._queues:
            return []
        logs, group = self._stack.client("logs"), f"/throughline/{self._stack.name}/{self._function(failed.queue)}"
        try:
            found = logs.filter_log_events(logGroupName=group, filterPattern=f'"{failed.id}"')["events"]
        except logs.exceptions.ResourceNotFoundException:
            return []
        return [told for event in found for told in _json(event["message"])]

    def _function(self, queue: str) -> str:
        """The function that a queue's messages go to."""
        told = self._sqs.get_queue_attributes(QueueUrl=self._queues[queue], AttributeNames=["QueueArn"])["Attributes"]
        mappings = self._stack.client("lambda").list_event_source_mappings(EventSourceArn=told["QueueArn"])
        names = [one["FunctionArn"].rpartition(":")[2] for one in mappings["EventSourceMappings"]]
        return str(names[0]).removeprefix(f"{self._stack.name}-") if names else queue

    def _run_again(self, failed: Failed) -> str:
        function = RUN_AGAIN[failed.queue]
        asked = next(iter(_json(failed.body)), {})
        payload = asked.get("requestPayload", asked) if function == "plan_digests" else {}
        name = f"{self._stack.name}-{function}"
        self._stack.client("lambda").invoke(FunctionName=name, Payload=json.dumps(payload).encode())
        return f"{function} has run"


def _json(text: str) -> list[dict[str, Any]]:
    try:
        read = json.loads(text)
    except ValueError:
        return []
    return [read] if isinstance(read, dict) else []
