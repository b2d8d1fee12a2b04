"""What is kept for how long, by class; infra/README.md tells the same to people."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from throughline.domain.week import Week


class Class(StrEnum):
    """Things that are forgotten alike."""

    WORDS = "words"
    LETTERS = "letters"
    HISTORY = "history"
    FIGURES = "figures"
    DIGESTS = "digests"
    EDITIONS = "editions"
    LEFT = "left"
    TOMBSTONES = "tombstones"
    ERASURES = "erasures"
    AUDIT = "audit"
    DELIVERIES = "deliveries"
    THEMES = "themes"
    CONTACTS = "contacts"


STAYS = frozenset({Class.HISTORY, Class.FIGURES})
# A tombstone has to outlive everything that may bring words back: queues, stored mail, backups, a vendor's export.
DAYS: Mapping[Class, int] = {
    Class.WORDS: 400,
    Class.LETTERS: 60,
    Class.DIGESTS: 400,
    Class.EDITIONS: 90,
    Class.LEFT: 90,
    Class.TOMBSTONES: 1200,
    Class.ERASURES: 1200,
    Class.AUDIT: 1200,
    Class.DELIVERIES: 90,
    Class.THEMES: 90,
    Class.CONTACTS: 90,
}

LATE = 28  # days after which nothing of a week is written any more: messages that were held back are gone by then


def expiry(days: int, on: date) -> int:
    """When something of that day is forgotten, as epoch seconds: a day's end, so that it tells no time of writing."""
    return int(datetime.combine(on + timedelta(days=days + 1), time(), UTC).timestamp())


def expiry_of(kind: Class, on: date) -> int:
    """The same by class, for those that do not stay."""
    return expiry(DAYS[kind], on)


def is_over(expires: float | None, now: datetime) -> bool:
    """Whether its time has come: the table forgets days late, readers must not."""
    return expires is not None and expires <= now.timestamp()


def weeks_kept(kind: Class, today: date) -> list[Week]:
    """All weeks of which something of this class may still be kept, the latest, which is still to come, first."""
    return [Week.of(today - timedelta(days=day)) for day in range(-7, DAYS[kind] + LATE, 7)]
