"""Something that fails five times is put away where it can be seen, and released once its cause is mended."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from e2e.line import Line, token
from operate.demo.doors import until
from throughline.adapters.dynamo.codec import packed
from throughline.domain.feedback import Channel, Feedback, Report

SOON, WHOLE = "10", "180"  # longer than a batch takes: what is being worked on must not count as failed


@pytest.fixture
def quick(line: Line) -> Iterator[None]:
    """Tries follow each other in seconds, not every three minutes; what others began is done before."""
    line.quiet()
    with tries_after(line, SOON):
        yield


@contextmanager
def tries_after(line: Line, seconds: str) -> Iterator[None]:
    url = line.stack.outputs["RouteQueueUrl"]
    line.sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": seconds})
    try:
        yield
    finally:
        line.sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": WHOLE})


@pytest.mark.usefixtures("quick")
def test_a_poison_message_is_seen_with_its_reason_and_released_when_its_cause_is_mended(line: Line) -> None:
    word = token()
    said = f"The box was crushed, {word}"
    fact = Feedback(f"F#{word}", Report(word, Channel.EVENT, said), word, datetime.now(UTC).date())
    poison = {"id": word, "pk": fact.line, "sk": "fact", "announces": "feedback.received"}
    keep(line, fact.line, {"line": fact.line})  # a fact that no routing can read
    line.sqs.send_message(QueueUrl=line.stack.outputs["RouteQueueUrl"], MessageBody=json.dumps(poison))

    (row,) = until("what gave up", lambda: seen(line, word), patience=180)
    assert row["where"] == "route"
    assert "failed" in row["reason"]
    assert "Error at " in row["reason"]

    keep(line, fact.line, packed(fact))
    assert line.rows("park", "release", row["id"], "--dry-run")[0]["released"]
    assert [one["id"] for one in line.rows("park", "release", "--all") if one["where"] == "route"] == [row["id"]]
    assert "crushed" in line.mail(word, to="packing")["text"]
    line.until_queues_empty()
    assert seen(line, word) == []
    line.run("park", "release", "--all")
    line.quiet()
    assert len(line.mails(word)) == 1


def seen(line: Line, word: str) -> list[dict[str, str]]:
    """What is parked about it."""
    return [row for row in line.rows("park", "list") if word in row["what"]]


def keep(line: Line, pk: str, body: object) -> None:
    """Write a fact behind the product's back, as waiting to be routed."""
    now = datetime.now(UTC).isoformat(timespec="hours")
    said = {"pk": pk, "sk": "fact", "body": json.dumps(body), "pending": "P#0", "pending_since": now}
    item = {name: {"S": value} for name, value in said.items()}
    line.stack.client("dynamodb").put_item(TableName=line.stack.outputs["LedgerTable"], Item=item)
