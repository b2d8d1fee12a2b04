"""How much mail the mail service takes of us: its rate and its day, what of it digests may use, and when they stop."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

MOST_AT_ONCE = 50
FOR_DIGESTS = 0.8  # of the rate; the rest is kept free for what departments wait for
FOR_DIGESTS_A_DAY = 0.9
UNLIMITED = 10**12
FEWEST_SENT, FEWEST_BOUNCES, FEWEST_COMPLAINTS = 50, 3, 2
BOUNCES, COMPLAINTS = 0.02, 0.0005
BOUNCE, COMPLAINT = NEWS = ("bounce", "complaint")  # what is noted of one reader's digest


@dataclass(frozen=True, slots=True)
class Limits:
    """What the mail service allows: mails a second and in 24 hours (-1: as many as one likes), and how many went."""

    rate: float
    daily: float
    sent: float
    enabled: bool = True

    @property
    def left(self) -> int:
        """How many more digests may go in these 24 hours."""
        return UNLIMITED if self.daily < 0 else int(self.daily * FOR_DIGESTS_A_DAY - self.sent)


@dataclass(frozen=True, slots=True)
class Pace:
    """So many mails at once, and then nothing for so long."""

    mails: int
    every: timedelta

    def turns(self, sizes: Iterable[int]) -> int:
        """How many turns it takes to send groups of these sizes, none of which shares a turn with another."""
        return sum(ceil(size / self.mails) for size in sizes)

    def within(self, sizes: Sequence[int], longest: timedelta) -> int:
        """How many of these groups, at least the first, can go within that time."""
        fitting = [count for count in range(1, len(sizes) + 1) if self.turns(sizes[:count]) * self.every <= longest]
        return max(fitting, default=1)


def pace_of(rate: float) -> Pace:
    """The pace at which digests go: in no second, wherever it begins, more than their share of the rate."""
    share = max(1, int(rate * FOR_DIGESTS))
    turns = ceil(share / MOST_AT_ONCE)
    return Pace(share // turns, timedelta(milliseconds=ceil(1000 / turns)))


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a week's digests so far."""

    sent: int
    bounced: int = 0
    complained: int = 0

    @property
    def alarm(self) -> str:
        """Why no more of them should go; empty as long as people want them and they arrive."""
        if self.sent < FEWEST_SENT:
            return ""
        if self.bounced >= FEWEST_BOUNCES and self.bounced >= BOUNCES * self.sent:
            return f"{self.bounced} of {self.sent} came back for good, which is 2 % or more"
        if self.complained >= FEWEST_COMPLAINTS and self.complained >= COMPLAINTS * self.sent:
            return f"{self.complained} of {self.sent} readers complained, which is 0.05 % or more"
        return ""


@dataclass(frozen=True, slots=True)
class Turns:
    """Turns that are ours, for so many of the groups: the first begins at `at`, each lasts as the pace says."""

    at: datetime
    pace: Pace
    groups: int = 1
