"""Records of the ledger's stream."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from throughline.usecases.carry_records import Announced


def announced_in(event: dict[str, Any]) -> Iterator[Announced]:
    """What the records of a stream batch announce; those that announce nothing are passed over."""
    for record in event.get("Records", ()):
        image = record.get("dynamodb", {}).get("NewImage") or {}
        announces = _text(image, "announces")
        if announces:
            revision = image.get("revision", {}).get("N")
            document = json.loads(_text(image, "body") or "{}")
            on = _day(record["dynamodb"].get("ApproximateCreationDateTime"))
            keys = (announces, _text(image, "pk"), _text(image, "sk"), revision or "0")
            yield Announced(*keys, document, on, int(revision) if revision else None)


def _day(seconds: float | None) -> date | None:
    return datetime.fromtimestamp(seconds, UTC).date() if seconds else None


def _text(image: dict[str, Any], name: str) -> str:
    return str(image.get(name, {}).get("S", ""))
