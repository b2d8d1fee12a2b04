"""What wakes a function, as AWS hands it over."""

import json
from typing import Any
from uuid import uuid4


def asked(method: str, path: str, body: str = "", **headers: str) -> dict[str, Any]:
    """A request at the HTTP API; header names with underscores for hyphens."""
    path, _, query = path.partition("?")
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": query,
        "queryStringParameters": dict([query.split("=", 1)]) if query else None,
        "headers": sent,
        "requestContext": {"http": {"method": method, "path": path}, "stage": "$default"},
        "body": body,
        "isBase64Encoded": False,
    }


def told(method: str, path: str, document: Any = None, **headers: str) -> dict[str, Any]:
    """A request of a program, which speaks JSON."""
    body = "" if document is None else json.dumps(document)
    return asked(method, path, body, **{"content-type": "application/json", "accept": "application/json", **headers})


def queued(message: dict[str, Any]) -> dict[str, Any]:
    """A queue's message."""
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
                "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:any",
                "awsRegion": "us-east-1",
            }
        ]
    }


def streamed(*images: dict[str, Any]) -> dict[str, Any]:
    """Items of a table as its stream tells of them."""
    return {"Records": [{"eventName": "INSERT", "dynamodb": {"NewImage": image}} for image in images]}
