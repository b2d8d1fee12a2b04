"""The tables, the queue and the secret that the digest's functions find, in memory."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any
from unittest.mock import patch

import boto3
import pytest
from moto import mock_aws

from commanding import rooms_anew
from operate.stack import Stack
from throughline.adapters import ledger_room
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.sending import Limits
from unit.digest.rooms import MAP, person, thanks

REGION = "eu-west-1"
GIVEN = {
    "AWS_REGION": REGION,
    "AWS_DEFAULT_REGION": REGION,
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "LEDGER_TABLE": "ledger",
    "ATLAS_TABLE": "atlas",
    "SECRET_ID": "root-secret",
    "SITE_URL": "https://line.example",
    "SENDER": "line@shop.example",
    "CONFIGURATION_SET": "digests",
    "SMALLEST_GROUP": "5",
    "DIGEST_HOUR": "9",
    "COUNT_READINGS": "true",
    "DIGEST_FEWEST": "1",
    "INBOUND_DOMAIN": "in.example",
    "TIME_ZONE": "Europe/London",
    "DIGEST_WEEKDAY": "MON",
    "DIGEST_SINGLES": "2000",
}
INDEXES = {
    "ledger": [("pending", "pending", "pending_since", "KEYS_ONLY"), ("listing", "listing", "rank", "ALL")],
    "atlas": [("zone", "zone", "pk", "ALL")],
}


@dataclass
class DigestStack:
    ledger: LedgerRoom
    atlas: AtlasRoom
    sqs: Any
    queue: str

    def messages(self) -> list[dict[str, Any]]:
        answer = self.sqs.receive_message(QueueUrl=self.queue, MaxNumberOfMessages=10)
        return [json.loads(message["Body"]) for message in answer.get("Messages", [])]


@contextmanager
def digest_stack() -> Iterator[DigestStack]:
    with mock_aws(), patch.object(ledger_room, "mail_limits", lambda: Limits(rate=500, daily=50_000, sent=0)):
        for name, indexes in INDEXES.items():
            make_table(name, indexes)
        secret = json.dumps({"root": "a root of keys", "sources": {}})
        boto3.client("secretsmanager").create_secret(Name=GIVEN["SECRET_ID"], SecretString=secret)
        sqs = boto3.client("sqs")
        queue = sqs.create_queue(QueueName="digest")["QueueUrl"]
        yield DigestStack(LedgerRoom("ledger"), AtlasRoom("atlas"), sqs, queue)


@contextmanager
def commanded(monkeypatch: pytest.MonkeyPatch, *commands: ModuleType) -> Iterator[DigestStack]:
    """The same as the stack that the operator's commands find; one reader and one thanks are on it."""
    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)
    with rooms_anew(), digest_stack() as here:
        here.atlas.maps.replace(MAP)
        here.atlas.directory.replace([person("ada")])
        here.ledger.items.thanks(thanks()).save()
        outputs = {
            "LedgerTable": "ledger",
            "AtlasTable": "atlas",
            "SecretId": GIVEN["SECRET_ID"],
            "SiteUrl": GIVEN["SITE_URL"],
            "SenderAddress": GIVEN["SENDER"],
            "DigestQueueUrl": here.queue,
        }
        found = Stack("here", outputs, GIVEN["AWS_REGION"], local=False)
        for module in commands:
            monkeypatch.setattr(module, "find_stack", lambda *_: found)
        yield here


def make_table(name: str, indexes: list[tuple[str, str, str, str]]) -> None:
    keys = {"pk", "sk"} | {key for index in indexes for key in index[1:3]}
    boto3.client("dynamodb").create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=key_schema("pk", "sk"),
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"} for key in sorted(keys)],
        GlobalSecondaryIndexes=[
            {"IndexName": index, "KeySchema": key_schema(first, then), "Projection": {"ProjectionType": shown}}
            for index, first, then, shown in indexes
        ],
    )


def key_schema(first: str, then: str) -> list[dict[str, str]]:
    return [{"AttributeName": first, "KeyType": "HASH"}, {"AttributeName": then, "KeyType": "RANGE"}]


def queued(*messages: dict[str, Any]) -> dict[str, Any]:
    """An event of SQS with these messages."""
    return {
        "Records": [
            {
                "messageId": str(at),
                "receiptHandle": "handle",
                "body": json.dumps(message),
                "attributes": {},
                "messageAttributes": {},
                "md5OfBody": "",
                "eventSource": "aws:sqs",
                "eventSourceARN": f"arn:aws:sqs:{REGION}:123456789012:digest",
                "awsRegion": REGION,
            }
            for at, message in enumerate(messages)
        ]
    }


def asked(method: str, path: str, body: str = "", kind: str = "", *, encoded: bool = False) -> dict[str, Any]:
    """An event of the HTTP API."""
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {"content-type": kind} if kind else {},
        "requestContext": {"http": {"method": method, "path": path}, "stage": "$default"},
        "body": body,
        "isBase64Encoded": encoded,
    }
