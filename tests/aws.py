"""The stack's tables, queues and the rest in a pretended AWS."""

import json
from collections.abc import Mapping
from typing import Any

import boto3

from queues import taken_from

REGION = "eu-west-1"
LEDGER, ATLAS, SECRET, BUCKET, BUS = "ledger", "atlas", "secret", "mail-in", "bus"
QUEUES = ("route", "letters", "tally", "digest", "read", "fetch", "import", "meaning")
ROOT_WORD = "a root for tests"


def make_tables(ledger: str = LEDGER, atlas: str = ATLAS) -> None:
    """Both tables with their indexes."""
    _table(
        ledger, {"pending": ("pending", "pending_since"), "listing": ("listing", "rank"), "subject": ("subject", "pk")}
    )
    _table(atlas, {"zone": ("zone", "pk")})


def make_surroundings() -> dict[str, str]:
    """The secret, the queues, the bucket and the bus; the queues' addresses by name."""
    secret = json.dumps({"root": ROOT_WORD, "sources": {}})
    boto3.client("secretsmanager").create_secret(Name=SECRET, SecretString=secret)
    boto3.client("s3").create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    boto3.client("events").create_event_bus(Name=BUS)
    sqs = boto3.client("sqs")
    return {name: str(sqs.create_queue(QueueName=name)["QueueUrl"]) for name in QUEUES}


def messages_in(url: str) -> list[dict[str, Any]]:
    """Takes everything out of a queue."""
    sqs, found = boto3.client("sqs"), list[dict[str, Any]]()
    while some := taken_from(sqs, url):
        found += map(json.loads, some)
    return found


def _table(name: str, indexes: Mapping[str, tuple[str, str]]) -> None:
    keys = {"pk", "sk"} | {key for pair in indexes.values() for key in pair}
    boto3.client("dynamodb").create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=_schema("pk", "sk"),
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"} for key in sorted(keys)],
        GlobalSecondaryIndexes=[
            {"IndexName": index, "KeySchema": _schema(*pair), "Projection": {"ProjectionType": "ALL"}}
            for index, pair in indexes.items()
        ],
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"},
    )


def _schema(partition: str, sort: str) -> list[dict[str, str]]:
    return [{"AttributeName": partition, "KeyType": "HASH"}, {"AttributeName": sort, "KeyType": "RANGE"}]
