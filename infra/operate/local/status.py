"""What runs locally and how to reach it."""

import json
from base64 import b64encode
from typing import Any

from operate.local.state import State
from operate.stack import Stack, local_stack

NOT_RUNNING: dict[str, Any] = {
    "ready": False,
    "urls": {},
    "place": None,
    "bus": None,
    "credentials": {},
    "smtp": None,
    "aws_endpoint": None,
    "stack": None,
}


def status_of(state: State | None) -> dict[str, Any]:
    """Describe the local stack for people and programs."""
    if state is None:
        return NOT_RUNNING
    stack = local_stack(state)
    place = first_place(stack)
    return {
        "ready": True,
        "urls": urls(state.site_url, place) | private_links(stack),
        "place": place,
        "bus": state.outputs.get("BusName"),
        "credentials": aws_key(state) | source_secrets(stack),
        "smtp": state.smtp,
        "aws_endpoint": state.aws_endpoint,
        "stack": state.stack,
    }


def urls(site: str, place: str | None) -> dict[str, str | None]:
    """Give the addresses that need no token; the form's only once there is a place."""
    return {
        "form": f"{site}/f/{place}" if place else None,
        "surveys": f"{site}/v1/responses",
        "desk": None,
        "map": None,
        "outbox": f"{site}/outbox",
        "api": site,
        "manage": f"{site}/manage",
    }


def first_place(stack: Stack) -> str | None:
    """Give the first place whose form can be opened, or none while there is none."""
    table = stack.outputs.get("AtlasTable")
    if not table:
        return None
    found = stack.client("dynamodb").query(
        TableName=table,
        KeyConditionExpression="pk = :places",
        ExpressionAttributeValues={":places": {"S": "PLACES"}},
        Limit=1,
    )
    return next((str(item["sk"]["S"]) for item in found["Items"]), None)


def private_links(stack: Stack) -> dict[str, str]:
    """Give the addresses that carry a token: a department's desk and the staff's map."""
    del stack
    return {}


def source_secrets(stack: Stack) -> dict[str, Any]:
    """Give the local test secrets: the key that signs our own survey responses, and the other sources'."""
    from throughline.domain.seal import derived  # noqa: PLC0415 (only a running stack has secrets)

    if "SecretId" not in stack.outputs:
        return {}
    found = stack.client("secretsmanager").get_secret_value(SecretId=stack.outputs["SecretId"])
    document = json.loads(found["SecretString"])
    own = b64encode(derived(document["root"].encode(), "responses")).decode()
    return {"responses": f"whsec_{own}", "sources": document.get("sources", {})}


def aws_key(state: State) -> dict[str, str]:
    """Give the operator's key for calls to `aws_endpoint`."""
    return {
        "aws_access_key_id": state.access_key,
        "aws_secret_access_key": state.secret_key,
        "aws_region": state.region,
    }
