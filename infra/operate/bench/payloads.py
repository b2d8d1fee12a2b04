"""The payloads that AWS hands to functions, as far as functions look at them."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from operate.bench.pretended import ROOT
from throughline.contracts.signature import sign
from throughline.domain.seal import derived

OK, CREATED = int(HTTPStatus.OK), int(HTTPStatus.CREATED)
MOST = 10
JSON = {"content-type": "application/json", "accept": "application/json"}


def posted(path: str, body: str, headers: Mapping[str, str] = JSON) -> dict[str, Any]:
    """A POST through the HTTP API."""
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": "",
        "headers": dict(headers),
        "requestContext": {"http": {"method": "POST", "path": path}, "stage": "$default"},
        "body": body,
        "isBase64Encoded": False,
    }


def signed(path: str, document: Mapping[str, Any], key: bytes | None = None) -> dict[str, Any]:
    """A POST that the organisation's own system signed, or whoever has the key."""
    body = json.dumps(document)
    key = key or derived(ROOT.encode(), "responses")
    signature = sign(key, f"msg_{uuid4().hex}", datetime.now(UTC), body.encode())
    return posted(path, body, {**JSON, **{name.lower(): value for name, value in signature.items()}})


def queued(messages: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """A batch of a queue."""
    return {
        "Records": [
            {
                "messageId": uuid4().hex,
                "receiptHandle": "handle",
                "body": json.dumps(message),
                "attributes": {},
                "messageAttributes": {},
                "md5OfBody": "",
                "eventSource": "aws:sqs",
                "eventSourceARN": "arn:aws:sqs:eu-west-1:123456789012:queue",
                "awsRegion": "eu-west-1",
            }
            for message in messages
        ]
    }


def stored(bucket: str, key: str, size: int) -> dict[str, Any]:
    """S3's word that an object was made."""
    return {"Records": [{"s3": {"bucket": {"name": bucket}, "object": {"key": key, "size": size}}}]}


def stream(items: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """A batch of the ledger's stream."""
    now = datetime.now(UTC).timestamp()
    return {"Records": [{"dynamodb": {"NewImage": item, "ApproximateCreationDateTime": now}} for item in items]}
