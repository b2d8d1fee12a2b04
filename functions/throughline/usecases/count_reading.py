"""Whether people read the week's page to its end: counted for the week as a whole, never for anybody."""

import re
import secrets
from collections.abc import Mapping
from datetime import datetime

from throughline.domain.week import Week
from throughline.errors import Refused
from throughline.ports import Readings
from throughline.usecases.show_week import Shelf

READING_BYTES = 8
_READING = re.compile(rf"[0-9a-f]{{{2 * READING_BYTES}}}")
STALE, AGAIN = "This page has gone stale.", "Reload the page and try again."


def new_reading() -> str:
    """What one look at the page is counted as, drawn by chance: it says nothing about who looks, or when."""
    return secrets.token_hex(READING_BYTES)


def count_reading(fields: Mapping[str, str], *, shelf: Shelf, readings: Readings, now: datetime) -> Week:
    """Count one reading of a week that is out; Refused for another week, or for what no page of ours sends."""
    week = shelf.asked(fields.get("week", ""), now)
    if week is None:
        raise Refused(STALE, field="week", do=AGAIN)
    reading = fields.get("reading", "")
    if not _READING.fullmatch(reading):
        raise Refused(STALE, field="reading", do=AGAIN)
    readings.note(week, reading)
    return week


def read_by_many(week: Week, readings: Readings, smallest_group: int) -> int:
    """How often the week's page was read to its end; 0 while these may be fewer than a group that is told of."""
    count = readings.count(week)
    return count if count >= smallest_group else 0
