"""Fetch what a vendor only named: within its limits, each response once more as a delivery of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from throughline.domain.fetching import Later, Limits

LONGEST_DELAY = timedelta(minutes=15)
SHORTEST_DELAY = timedelta(seconds=5)
Found = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Responses of one survey that a vendor named, and how often they were asked for in vain."""

    source: str
    survey: str
    responses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was found; `gone` are those that the vendor has no more, `later` says when to ask for the rest."""

    found: Found
    gone: frozenset[str] = frozenset()
    later: Later | None = None


class Allowance(Protocol):
    """How much may still be asked, shared by all workers."""

    def take(self, source: str, limits: Limits, now: datetime) -> Later | None:
        """Take one call; or when to come again."""

    def pause(self, source: str, later: Later, now: datetime) -> None:
        """Nobody asks before then."""


class Vendor(Protocol):
    """A vendor's API, for one account."""

    limits: Limits

    def fetch(self, survey: str, responses: Sequence[str], may_call: Callable[[], Later | None]) -> Fetched:
        """Ask for them; `may_call` is asked before each call, and nothing more is asked once it says later."""


def fetch_responses(*, wanted: Wanted, vendor: Vendor, allowance: Allowance, clock: Callable[[], datetime]) -> Fetched:
    """Fetch what may be fetched now; what a vendor's limit leaves over comes later, nothing is lost."""
    ours: list[Later] = []

    def may_call() -> Later | None:
        later = allowance.take(wanted.source, vendor.limits, clock())
        ours.extend([later] if later else [])
        return later

    fetched = vendor.fetch(wanted.survey, wanted.responses, may_call)
    if fetched.later and fetched.later not in ours:
        allowance.pause(wanted.source, fetched.later, clock())
    return fetched


def delay_of(later: Later, now: datetime, spread: float) -> int:
    """Seconds that a message waits in its queue; `spread` from 0 to 1 keeps all from coming at once."""
    wait = min(max(later.at - now, SHORTEST_DELAY), LONGEST_DELAY)
    return int(min(wait * (1 + spread / 4), LONGEST_DELAY).total_seconds())
