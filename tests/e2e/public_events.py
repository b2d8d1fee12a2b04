"""What other systems hear: a queue of a test's own behind a rule on the bus."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from operate.demo.doors import until
from operate.stack import Stack
from queues import taken_from

Event = dict[str, Any]


@dataclass
class Listener:
    """Everything that was heard since it began to listen; `kinds` beside are the bus's own names."""

    sqs: Any
    queue: str
    seen: list[Event] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def wait_for(self, enough: Callable[[list[Event]], bool]) -> list[Event]:
        """All events, as soon as there are enough."""

        def look() -> bool:
            self.hear()
            return enough(self.seen)

        until("the public events", look)
        return self.seen

    def hear(self) -> None:
        """Take what came."""
        while found := taken_from(self.sqs, self.queue):
            for event in map(json.loads, found):
                self.seen.append(event["detail"])
                self.kinds.append(event["detail-type"])


@contextmanager
def listening(stack: Stack) -> Iterator[Listener]:
    """Listen to everything that the product says in public."""
    sqs, events, name = stack.client("sqs"), stack.client("events"), f"listener-{uuid4().hex[:8]}"
    queue = sqs.create_queue(QueueName=name)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    bus = stack.outputs["BusName"]
    pattern = json.dumps({"source": ["throughline"]})
    rule = events.put_rule(Name=name, EventBusName=bus, EventPattern=pattern)["RuleArn"]
    allowed = {
        "Effect": "Allow",
        "Principal": {"Service": "events.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": arn,
        "Condition": {"ArnEquals": {"aws:SourceArn": rule}},
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [allowed]})
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"Policy": policy})
    events.put_targets(Rule=name, EventBusName=bus, Targets=[{"Id": "listener", "Arn": arn}])
    try:
        yield Listener(sqs, queue)
    finally:
        events.remove_targets(Rule=name, EventBusName=bus, Ids=["listener"])
        events.delete_rule(Name=name, EventBusName=bus)
        sqs.delete_queue(QueueUrl=queue)
