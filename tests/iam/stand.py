"""The deployed stack with its triggers at rest: functions are called by hand, rights are taken away and given back."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

from iam.events import queued, told
from operate.stack import Stack
from queues import taken_from
from throughline.domain.seal import Link, line_of, sign_link

CRUSHED = "A lamp arrived crushed in its box"
OPENING = "Opening the parcel"
Item = dict[str, Any]


@dataclass(frozen=True)
class Decision:
    """What the local AWS decided about a role."""

    role: str
    action: str
    resource: str
    allowed: bool


@dataclass
class Stand:
    """What scenarios work with.

    `place` has a poster, `readers` get a digest, `patience` is how many seconds a trigger may take.
    """

    stack: Stack
    notes: Path
    place: str
    readers: list[str]
    patience: float = 20
    _read: int = field(default=0, init=False)

    # ── AWS, with the operator's key ──
    @cached_property
    def lambdas(self) -> Any:
        return self.stack.client("lambda", retries={"total_max_attempts": 1})

    @cached_property
    def iam(self) -> Any:
        return self.stack.client("iam")

    @cached_property
    def table(self) -> Any:
        return self.stack.client("dynamodb")

    @cached_property
    def sqs(self) -> Any:
        return self.stack.client("sqs")

    @cached_property
    def logs(self) -> Any:
        return self.stack.client("logs")

    @cached_property
    def root(self) -> bytes:
        """The root of links and receipts."""
        secret = self.stack.client("secretsmanager").get_secret_value(SecretId=self.stack.outputs["SecretId"])
        return str(json.loads(secret["SecretString"])["root"]).encode()

    # ── functions ──
    def name_of(self, folder: str) -> str:
        """A function's deployed name."""
        return f"{self.stack.name}-{folder}"

    def chill(self, folder: str) -> None:
        """Let the function start anew, with nothing remembered."""
        name = self.name_of(folder)
        now = self.lambdas.get_function_configuration(FunctionName=name)
        self.lambdas.update_function_configuration(FunctionName=name, Timeout=now["Timeout"])

    def call(self, folder: str, event: Item) -> Item | None:
        """What the function answers; None when it fails."""
        answer = self.lambdas.invoke(FunctionName=self.name_of(folder), Payload=json.dumps(event).encode())
        said = json.loads(answer["Payload"].read() or b"null")
        return None if "FunctionError" in answer else said

    def takes(self, folder: str, message: Item) -> bool:
        """Whether the function is done with a queue's message."""
        return self.call(folder, queued(message)) == {"batchItemFailures": []}

    def answers(self, folder: str, status: int, event: Item, *words: str) -> bool:
        """Whether the function answers a request with this status, and with these words on the page."""
        said = self.call(folder, event) or {}
        return said.get("statusCode") == status and all(word in said.get("body", "") for word in words)

    def mapping_of(self, folder: str) -> Item:
        """The queue or stream that wakes a function, and how."""
        found = self.lambdas.list_event_source_mappings(FunctionName=self.name_of(folder))
        [mapping] = found["EventSourceMappings"]
        return dict(mapping)

    def logged(self, folder: str) -> int:
        """How many runs a function's log tells of."""
        known = self.lambdas.get_function_configuration(FunctionName=self.name_of(folder))
        pages = self.logs.get_paginator("describe_log_streams").paginate(
            logGroupName=known["LoggingConfig"]["LogGroup"]
        )
        return sum(len(page["logStreams"]) for page in pages)

    # ── what is in the ledger ──
    def note(self, text: str = CRUSHED, **more: str) -> str:
        """The line of a note that the form has just taken."""
        document = {"id": uuid4().hex, "text": text, "touchpoint": OPENING, **more}
        said = self.call("feedback_form", told("POST", f"/f/{self.place}", document)) or {}
        return line_of(self.root, json.loads(said["body"])["receipt"])

    def routed(self, text: str = CRUSHED, **more: str) -> str:
        """The line of a note whose department has been found."""
        line = self.note(text, **more)
        assert self.takes("route_issue", {"id": line, "pk": line, "sk": "fact"})
        return line

    def items(self, line: str) -> dict[str, Item]:
        """All of a line, by sort key."""
        found = self.table.query(
            TableName=self.stack.outputs["LedgerTable"],
            KeyConditionExpression="pk = :line",
            ExpressionAttributeValues={":line": {"S": line}},
            ConsistentRead=True,
        )
        return {item["sk"]["S"]: item for item in found["Items"]}

    def kept(self, word: str) -> Item | None:
        """The item of the ledger that holds a word."""
        pages = self.table.get_paginator("scan").paginate(
            TableName=self.stack.outputs["LedgerTable"],
            FilterExpression="contains(body, :word)",
            ExpressionAttributeValues={":word": {"S": word}},
            ConsistentRead=True,
        )
        return next((item for page in pages for item in page["Items"]), None)

    def forget(self, line: str, item: str) -> None:
        """Remove one item of the ledger."""
        key = {"pk": {"S": line}, "sk": {"S": item}}
        self.table.delete_item(TableName=self.stack.outputs["LedgerTable"], Key=key)

    def mark(self, line: str, item: str, **values: dict[str, str]) -> None:
        """Set attributes of one item of the ledger, each as DynamoDB writes it."""
        names = {f"#{name}": name for name in values}
        self.table.update_item(
            TableName=self.stack.outputs["LedgerTable"],
            Key={"pk": {"S": line}, "sk": {"S": item}},
            UpdateExpression="SET " + ", ".join(f"#{name} = :{name}" for name in values),
            ExpressionAttributeNames=names,
            ExpressionAttributeValues={f":{name}": value for name, value in values.items()},
        )

    def stored_mails(self) -> str:
        """The names of all mails in the bucket."""
        found = self.stack.client("s3").list_objects_v2(Bucket=self.stack.outputs["MailBucket"])
        return " ".join(each["Key"] for each in found.get("Contents", ()))

    def name(self, person: str) -> str:
        """What somebody is called."""
        key = {"pk": {"S": f"PERSON#{person}"}, "sk": {"S": "person"}}
        found = self.table.get_item(TableName=self.stack.outputs["AtlasTable"], Key=key, ConsistentRead=True)
        return str(json.loads(found["Item"]["body"]["S"])["name"])

    def choice_of(self, person: str) -> str:
        """How often somebody chose to get the digest."""
        key = {"pk": {"S": f"PERSON#{person}"}, "sk": {"S": "person"}}
        found = self.table.get_item(TableName=self.stack.outputs["AtlasTable"], Key=key, ConsistentRead=True)
        return str(found["Item"].get("choice", {}).get("S", ""))

    def choose(self, person: str, digest: str) -> bool:
        """Choose for somebody, as the operator."""
        self.table.update_item(
            TableName=self.stack.outputs["AtlasTable"],
            Key={"pk": {"S": f"PERSON#{person}"}, "sk": {"S": "person"}},
            UpdateExpression="SET choice = :digest",
            ExpressionAttributeValues={":digest": {"S": digest}},
        )
        return True

    def link(self, purpose: str, subject: str) -> str:
        """The token of a link that we signed."""
        return sign_link(self.root, Link(purpose, subject, datetime.now(UTC) + timedelta(days=1)))

    # ── rights ──
    def decisions(self) -> Iterator[Decision]:
        """What has been decided since this was last asked."""
        with self.notes.open(encoding="utf-8") as notes:
            notes.seek(self._read)
            lines = [line for line in notes if line.endswith("\n")]
        self._read += sum(len(line.encode()) for line in lines)
        return (Decision(**json.loads(line)) for line in lines)

    # ── queues ──
    def waiting(self, url: str) -> int:
        """How many messages a queue holds, hidden ones too."""
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        counts = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
        return sum(map(int, counts.values()))

    def waiting_or_delayed(self, url: str) -> int:
        """The same, and those whose time has not come."""
        counts = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["ApproximateNumberOfMessagesDelayed"])
        return self.waiting(url) + int(counts["Attributes"]["ApproximateNumberOfMessagesDelayed"])

    def taken_from(self, url: str) -> list[str]:
        """What a queue hands over now; it is gone from there."""
        return taken_from(self.sqs, url)

    def url_of(self, arn: str) -> str:
        """A queue's address."""
        return str(self.sqs.get_queue_url(QueueName=arn.rpartition(":")[2])["QueueUrl"])


def soon(look: Callable[[], object], patience: float = 6) -> bool:
    """Whether something comes true within so many seconds."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if look():
            return True
        time.sleep(0.05)
    return False
