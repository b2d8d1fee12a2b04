"""Times as survey vendors write them, brought to UTC, and the revisions that are made of them."""

import re
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
LONGEST = 40
MILLISECONDS = 1000
SECONDS_BELOW = 100_000_000_000  # as seconds the year 5138: longer figures are milliseconds
RANKS = 4
_EPOCH = re.compile(r"\d{9,13}(?:\.\d{1,6})?", re.ASCII)
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?", re.ASCII)
_SLASHED = re.compile(
    r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AaPp])\.?[Mm]\.?)?)?", re.ASCII
)


def zone_of(name: str) -> tzinfo:
    """The zone that times without one are in."""
    return ZoneInfo(name) if name else UTC


def moment_of(value: object, zone: tzinfo = UTC, *, day_first: bool = False) -> datetime | None:
    """The time in UTC, of ISO 8601, 3/31/2026 5:04 PM, or seconds or milliseconds since 1970; None for none.

    `zone` is that of times which name none.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip()
    if not text or len(text) > LONGEST:
        return None
    text = re.sub(r" (?:UTC|GMT)$", "Z", text)
    with suppress(ValueError, OverflowError, OSError):
        found = _of_epoch(text) or _of_iso(text, zone) or _of_slashes(text, zone, day_first)
        return found if found and EARLIEST <= found < LATEST else None
    return None


def revision_of(moment: datetime | None, rank: int = 0) -> int:
    """A count that grows with the vendor's time; `rank` (0 to 3) orders what happened at the same time."""
    return (int(moment.timestamp() * MILLISECONDS) if moment else 0) * RANKS + rank


def _of_epoch(text: str) -> datetime | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text)
    return datetime.fromtimestamp(seconds if seconds < SECONDS_BELOW else seconds / MILLISECONDS, UTC)


def _of_iso(text: str, zone: tzinfo) -> datetime | None:
    found = _ISO.fullmatch(text)
    if not found:
        return None
    day, minutes, seconds, fraction, offset = found.groups()
    clock = f"{minutes or '00:00'}{seconds or ':00'}{(fraction or '')[:7]}"
    moment = datetime.fromisoformat(f"{day}T{clock}{offset or ''}")
    return (moment if offset else moment.replace(tzinfo=zone)).astimezone(UTC)


def _of_slashes(text: str, zone: tzinfo, day_first: bool) -> datetime | None:
    found = _SLASHED.fullmatch(text)
    if not found:
        return None
    first, mark, second, year, hour, minute, seconds, half = found.groups()
    day, month = (int(first), int(second)) if day_first or mark == "." else (int(second), int(first))
    noon = 12 if (half or "").casefold() == "p" else 0
    hours = int(hour or 0) % 12 + noon if half else int(hour or 0)
    full = int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 - two digits of this century
    local = datetime(full, month, day, hours, int(minute or 0), int(seconds or 0), tzinfo=zone)
    return local.astimezone(UTC)
