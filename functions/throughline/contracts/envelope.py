"""A structured CloudEvents 1.0 envelope around what is meant, or no envelope at all."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from throughline.contracts.fields import Fields, object_of
from throughline.errors import Refused

LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Content:
    """What came, with the event's own source and id where an envelope names them; `at` leads its fields."""

    document: Mapping[str, Any]
    source: str = ""
    event_id: str = ""
    at: str = ""


def read_json(body: bytes) -> object:
    """The JSON value that a body holds; Refused when it holds none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Refused("The body is not JSON.", field="body", do="Send JSON in UTF-8.") from None


def opened(document: object) -> Content:
    """The content, out of its envelope if it has one."""
    outside = object_of(document, "body")
    if "specversion" not in outside:
        return Content(outside)
    fields = Fields(outside)
    if outside["specversion"] != "1.0":
        fields.refuse("specversion", "This version of CloudEvents is not known.", 'Send "1.0".')
    fields.key("type", most=LONGEST_KEY)
    source, event_id = fields.key("source", most=LONGEST_KEY), fields.key("id", most=LONGEST_KEY)
    return Content(object_of(outside.get("data"), "data"), source, event_id, "data.")
