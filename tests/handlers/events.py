"""Payloads as Lambda gets them, made from what a test cares about."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"
A_WHILE = 120_000  # milliseconds


@dataclass
class Context:
    """What Lambda says of itself."""

    function_name: str = "test"
    memory_limit_in_mb: int = 256
    invoked_function_arn: str = "arn:aws:lambda:eu-west-1:123456789012:function:test"
    aws_request_id: str = "request"
    remaining: int = 0  # what takes long ends at its first chance

    def get_remaining_time_in_millis(self) -> int:
        return self.remaining


def context_of(function: str) -> Context:
    """How long a function is told it may still run: a digest needs a while, all else ends at its first chance."""
    return Context(remaining=A_WHILE if function == "send_digest" else 0)


def http(method: str, path: str, body: bytes = b"", query: str = "", **headers: str) -> dict[str, Any]:
    """An HTTP API request, version 2.0; header names carry underscores."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    about = {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.10", "userAgent": "test"}
    request = {"http": about, "stage": "$default", "requestId": "r", "accountId": "1", "apiId": "a"}
    return {
        "version": "2.0",
        "routeKey": f"{method} {path}",
        "rawPath": path,
        "rawQueryString": query,
        "queryStringParameters": dict(pair.split("=") for pair in query.split("&") if pair),
        "headers": {"host": "line.example", "content-length": str(len(body)), **named},
        "requestContext": request,
        "body": b64encode(body).decode(),
        "isBase64Encoded": True,
    }


def form_post(path: str, fields: Mapping[str, str]) -> dict[str, Any]:
    """A form as a browser sends it."""
    return http("POST", path, urlencode(fields).encode(), content_type=FORM, accept="text/html")


def json_post(path: str, document: object, **headers: str) -> dict[str, Any]:
    """A JSON document as a program sends it."""
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    return http("POST", path, body, content_type="application/json", accept="application/json", **headers)


def queued(messages: Iterable[Mapping[str, Any] | str]) -> dict[str, Any]:
    """Messages of a queue; texts go as they are, so that they can be broken."""
    records = []
    for at, message in enumerate(messages):
        record = {
            "messageId": f"message-{at}",
            "receiptHandle": f"handle-{at}",
            "body": message if isinstance(message, str) else json.dumps(message),
            "attributes": {"ApproximateReceiveCount": "1"},
            "messageAttributes": {},
            "eventSource": "aws:sqs",
            "eventSourceARN": "arn:aws:sqs:eu-west-1:123456789012:queue",
            "awsRegion": "eu-west-1",
        }
        records.append(record)
    return {"Records": records}


def stored_mail(bucket: str, key: str, size: int = 100) -> dict[str, Any]:
    """S3's notification that a mail was stored."""
    return {"Records": [{"s3": {"bucket": {"name": bucket}, "object": {"key": key, "size": size}}}]}


def failed(answer: Any) -> list[str]:
    """The messages that a queue's function gives back."""
    return [one["itemIdentifier"] for one in answer["batchItemFailures"]]
