"""Functions of the small stack: a page that tells what it was asked, and one that the clock calls."""

import json
import os
from typing import Any

import boto3


def page(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Answer by the last part of the path."""
    return {"mail": send, "forbidden": forbidden}.get(event["pathParameters"]["place"], echo)(event)


def echo(event: dict[str, Any]) -> dict[str, Any]:
    boto3.client("dynamodb").put_item(TableName=os.environ["TABLE"], Item={"pk": {"S": event["rawPath"]}})
    told = {key: event.get(key) for key in ("rawPath", "rawQueryString", "body", "isBase64Encoded")}
    told |= {"method": event["requestContext"]["http"]["method"]}
    told |= {name: event["headers"].get(name) for name in ("cookie", "host")}
    return {
        "statusCode": 303,
        "headers": {"location": "/f/next"},
        "cookies": ["a=1", "b=2"],
        "body": json.dumps(told),
    }


def send(_event: dict[str, Any]) -> dict[str, Any]:
    sent = boto3.client("sesv2").send_email(
        FromEmailAddress=os.environ["SENDER"],
        Destination={"ToAddresses": ["ann@x.test"]},
        ConfigurationSetName=os.environ["CONFIGURATION_SET"],
        EmailTags=[{"Name": "letter", "Value": "7"}],
        Content={"Simple": {"Subject": {"Data": "Grüße"}, "Body": {"Text": {"Data": "hallo"}}}},
    )
    return {"statusCode": 200, "body": sent["MessageId"]}


def forbidden(_event: dict[str, Any]) -> dict[str, Any]:
    boto3.client("sqs").list_queues()
    return {"statusCode": 200}


def clockwork(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Answer the time that it was called for."""
    if event["time"].startswith("1999"):
        raise ValueError("before my time")
    return {"seen": event["time"]}
