"""What is sent at most once, in memory."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from throughline.domain.letter import LEASE, MAX_TRIES, Posted
from throughline.domain.week import Week


@dataclass
class Lease:
    """How far something that is sent once has come."""

    state: str = Posted.WAITING.value
    tries: int = 0
    until: datetime | None = None
    note: str = ""
    returned: str = ""

    def taken(self, now: datetime) -> bool:
        abandoned = self.state == Posted.CLAIMED.value and self.until is not None and self.until < now
        if self.state != Posted.WAITING.value and not (abandoned and self.tries < MAX_TRIES):
            return False
        self.state, self.tries, self.until = Posted.CLAIMED.value, self.tries + 1, now + LEASE
        return True

    def in_doubt(self, now: datetime) -> bool:
        over = self.until is not None and self.until < now
        return self.state == Posted.CLAIMED.value and over and self.tries >= MAX_TRIES

    def given_back(self) -> None:
        if self.state == Posted.CLAIMED.value:
            self.state, self.tries = Posted.WAITING.value, self.tries - 1


class MemoryDigests:
    def __init__(self) -> None:
        self._leases: dict[tuple[Week, str], Lease] = defaultdict(Lease)

    def claim(self, week: Week, person: str, now: datetime) -> bool:
        return self._leases[week, person].taken(now)

    def release(self, week: Week, person: str) -> None:
        self._leases[week, person].given_back()

    def in_doubt(self, week: Week, person: str, now: datetime) -> bool:
        return self._leases[week, person].in_doubt(now)

    def claimed(self, week: Week, person: str) -> bool:
        return self._leases[week, person].state == Posted.CLAIMED.value

    def done(self, week: Week, person: str, outcome: str, message_id: str = "") -> None:
        lease = self._leases.get((week, person))
        if lease and lease.state != Posted.SENT.value:
            lease.state, lease.note = outcome, message_id

    def report(self, week: Week) -> Iterator[tuple[str, str]]:
        return iter([(person, lease.state) for (of, person), lease in self._leases.items() if of == week])
