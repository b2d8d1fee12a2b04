"""JSON as vendors send it: parsed once, then asked for with forgiveness, since vendors add and leave out."""

from collections.abc import Mapping
from typing import Any

from throughline.adapters.surveys.values import key_of
from throughline.adapters.surveys.vendor import WRONG_TYPE, Message, header, unreadable
from throughline.contracts.envelope import read_json
from throughline.errors import Refused

FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


def json_object(message: Message) -> Mapping[str, Any]:
    """The object in the body; Refused (415) for a form, (400) for anything else that is none."""
    try:
        document = read_json(message.raw)
    except Refused:
        if header(message, "content-type").lower().startswith(FORMS):
            unreadable("This is a form; JSON belongs here.", "content-type", "Send JSON.", WRONG_TYPE)
        raise
    if not isinstance(document, dict):
        unreadable("The body is not a JSON object.", "body", "Send one event: names and values in braces.")
    return document


def part(document: object, name: str) -> Mapping[str, Any]:
    """The object under a name, empty where there is none."""
    found = document.get(name) if isinstance(document, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def listed(document: object, name: str) -> list[Any]:
    """The list under a name, empty where there is none."""
    found = document.get(name) if isinstance(document, Mapping) else None
    return found if isinstance(found, list) else []


def text(document: object, name: str) -> str:
    """Text under a name, numbers as they are written; empty where there is none."""
    found = document.get(name) if isinstance(document, Mapping) else None
    if isinstance(found, bool) or not isinstance(found, str | int):
        return ""
    return found if isinstance(found, str) else str(found)[:64]


def needed(document: object, name: str, at: str) -> str:
    """A name that has to be there, as it is kept; Refused names the place."""
    return key_of(text(document, name)) or unreadable(
        "This is missing.", at + name, "Send the event as the vendor makes it."
    )
