"""What runs locally and how to reach it."""

import json
from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from operate.local.state import State
from operate.stack import Stack, local_stack

MAP_LINK = timedelta(days=60)
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
    known = known_places(stack) if knows_anything(stack) else NOTHING_KNOWN
    return {
        "ready": True,
        "urls": open_urls(state.site_url) | known.urls,
        "place": known.place,
        "bus": state.outputs.get("BusName"),
        "credentials": aws_key(state) | source_secrets(stack) | manager_sign_in(stack),
        "smtp": state.smtp,
        "aws_endpoint": state.aws_endpoint,
        "stack": state.stack,
    }


@dataclass(frozen=True)
class Known:
    """What the organisation has told so far: a place to report from, and the addresses that follow."""

    place: str | None
    urls: dict[str, str | None]


NOTHING_KNOWN = Known(None, {"form": None, "desk": None, "map": None})


def knows_anything(stack: Stack) -> bool:
    """Tell whether a map, people or places have been imported; cheap, as `up` asks it each time."""
    table = stack.outputs.get("AtlasTable")
    return bool(table and stack.client("dynamodb").scan(TableName=table, Limit=1)["Items"])


def known_places(stack: Stack) -> Known:
    """Give the first place's form, the first department's desk and the map, each with its token."""
    from operate.wire import first_place, letterhead, open_atlas, open_secrets  # loads the adapters
    from throughline.domain.seal import Link, sign_link

    now, site = datetime.now(UTC), stack.outputs["SiteUrl"]
    place, current = first_place(stack), open_atlas(stack).maps.current()
    department = current.departments[0].name if current and current.departments else None
    token = sign_link(open_secrets(stack).root(), Link("map", "staff", now + MAP_LINK))
    return Known(
        place=place.id if place else None,
        urls={
            "form": f"{site}/f/{place.id}" if place else None,
            "desk": letterhead(stack).desk_url(department, now) if department else None,
            "map": f"{site}/map/{token}" if current else None,
        },
    )


def open_urls(site: str) -> dict[str, str | None]:
    """Give the addresses that need no token."""
    return {
        "form": None,
        "surveys": f"{site}/v1/responses",
        "desk": None,
        "map": None,
        "outbox": f"{site}/outbox",
        "api": site,
        "manage": f"{site}/manage",
    }


def source_secrets(stack: Stack) -> dict[str, Any]:
    """Give the local test secrets: the key that signs our own survey responses, and the other sources'."""
    from operate.local.test_sources import told_sources  # only a running stack has secrets
    from throughline.domain.seal import derived

    if "SecretId" not in stack.outputs:
        return {}
    found = stack.client("secretsmanager").get_secret_value(SecretId=stack.outputs["SecretId"])
    document = json.loads(found["SecretString"])
    own = b64encode(derived(document["root"].encode(), "responses")).decode()
    return {"responses": f"whsec_{own}", "sources": told_sources(stack, found["SecretString"])}


def manager_sign_in(stack: Stack) -> dict[str, Any]:
    """Give the test manager's address and password."""
    from operate.local.test_manager import told_manager  # only a running stack has one

    return {"manager": told_manager(stack)} if "ManagerPool" in stack.outputs else {}


def aws_key(state: State) -> dict[str, str]:
    """Give the operator's key for calls to `aws_endpoint`."""
    return {
        "aws_access_key_id": state.access_key,
        "aws_secret_access_key": state.secret_key,
        "aws_region": state.region,
    }
