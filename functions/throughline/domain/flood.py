"""How many notes one link and one sender may bring, so that a flood ends where it comes from and nobody else feels it.

They are counted under keyed codes that lead back to nobody and tell no time; a network's address is never asked for.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from throughline.domain.feedback import Channel, Reporter
from throughline.domain.seal import mac

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class By(StrEnum):
    """Whose notes are counted."""

    LINK = "link"
    SENDER = "sender"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many notes a link may bring in an hour, and a sender in a day; zero is no bound."""

    link_an_hour: int = 0
    sender_a_day: int = 0


@dataclass(frozen=True, slots=True)
class Limit:
    """A count that a note takes part in: under which code, how many there may be, and when it begins anew."""

    by: By
    code: str
    most: int
    ends: datetime


def limits_of(bounds: Bounds, root: bytes, now: datetime, *, link: str = "", sender: str = "") -> tuple[Limit, ...]:
    """What is counted by: hours and days are those of UTC; neither a link nor a sender is counted by nothing."""
    hour = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    day = hour.replace(hour=0)
    counts = (
        (By.LINK, link, bounds.link_an_hour, hour, hour + HOUR),
        (By.SENDER, sender, bounds.sender_a_day, day, day + DAY),
    )
    return tuple(
        Limit(by, mac(root, "flood", f"{by}|{begins.isoformat()}|{who}"), most, ends)
        for by, who, most, begins, ends in counts
        if who and most
    )


def sender_of(channel: Channel, writer: Reporter) -> str:
    """Who counts as one sender; empty for nobody. Whoever only claims an address uses up nothing of its owner's."""
    address = writer.email.strip().casefold()
    return f"{channel}|{'proven' if writer.verified else 'claimed'}|{address}" if address else ""
