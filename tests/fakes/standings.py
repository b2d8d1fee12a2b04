"""How mail to addresses fares, in memory."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from fakes.addresses import MemoryAddresses
from throughline.domain.reach import Asked, Reach
from throughline.ports import Clock


class MemoryStandings:
    def __init__(self, clock: Clock, addresses: MemoryAddresses) -> None:
        self._clock = clock
        self._addresses = addresses
        self._held: dict[str, Reach] = {}
        self._reports: dict[str, str] = {}

    def bounced(self, subject: str, report: str, *, lasting: bool, staff: bool) -> None:  # noqa: ARG002 - nothing to shard
        if self._reports.get(subject) != report:
            self._reports[subject] = report
            known = self.of(subject)
            today = self._clock.now().date()
            self._held[subject] = replace(
                known, bounces=known.bounces + 1, last=today, lasting=known.lasting or lasting
            )

    def complained(self, subject: str) -> None:
        self._held[subject] = replace(self.of(subject), complained=True)

    def unreachable(self, subject: str, *, staff: bool) -> bool:  # noqa: ARG002 - as above
        return self.of(subject).lasting

    def lost_among(self, subjects: Collection[str]) -> frozenset[str]:
        return frozenset(one for one in subjects if self.of(one).lasting)

    def unconfirmed(self, subject: str) -> Asked | None:
        return self._addresses.asked(subject)

    def mended(self, subject: str) -> bool:
        return self._held.pop(subject, None) is not None

    def of(self, subject: str) -> Reach:
        return self._held.get(subject, Reach(subject))

    def unreached(self) -> Iterator[Reach]:
        return iter([one for one in self._held.values() if one.lasting])
