"""Records of the ledger's stream."""

import json
from collections.abc import Iterator
from typing import Any

from throughline.usecases.carry_records import Announced


def announced_in(event: dict[str, Any]) -> Iterator[Announced]:
    """What the records of a stream batch announce; those that announce nothing are passed over."""
    for record in event.get("Records", ()):
        image = record.get("dynamodb", {}).get("NewImage") or {}
        announces = _text(image, "announces")
        if announces:
            version = image.get("revision", {}).get("N", "0")
            document = json.loads(_text(image, "body") or "{}")
            yield Announced(announces, _text(image, "pk"), _text(image, "sk"), version, document)


def _text(image: dict[str, Any], name: str) -> str:
    return str(image.get(name, {}).get("S", ""))
