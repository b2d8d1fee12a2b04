"""Canonical answers as rows for programs, every field named."""

from datetime import UTC, datetime
from typing import Any

from throughline.contracts.answer_fields import KNOWN
from throughline.domain.survey import Answer


def row_of(answer: Answer) -> dict[str, Any]:
    """One answer as JSON holds it; whole numbers without a point."""
    return {name: _plain(getattr(answer, name)) for name in KNOWN}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
