"""Recognitions in memory: what a person looks at first, and how many somebody gave."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from throughline.domain.line import Outcome
from throughline.domain.recognition import MOST_GIVEN, Publicity, Thanked, Thanks
from throughline.domain.week import Week

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger


class MemoryRecognitions:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room
        self._given: Counter[tuple[str, Week]] = Counter()
        self.most = MOST_GIVEN

    def held(self) -> Iterator[Thanks]:
        found = [one for line in self._room.lines.values() for one in line.thanks if one.state is Publicity.HELD]
        return iter(sorted(found, key=lambda one: (one.on, one.line, one.number)))

    def find(self, line: str, number: int) -> Thanks | None:
        standing = self._room.lines.get(line)
        found = standing.thanks if standing and not standing.erased else ()
        return next((one for one in found if one.number == number), None)

    def decide(self, thanks: Thanks, before: Publicity, thanked: Thanked | None) -> bool:
        standing = self.find(thanks.line, thanks.number)
        if standing is None or standing.state is not before:
            return False
        others = self._room.lines[thanks.line].thanks
        kept = tuple(thanks if one.number == thanks.number else one for one in others)
        self._room.change(thanks.line, thanks=kept)
        if thanked:
            self._room.letters.tell(thanked)
        return True

    def given(self, outcome: Outcome) -> Outcome:
        """The outcome as it is written: counted, its mails told of."""
        key = (outcome.giver, Week.of(self._room.clock.now().date()))
        if outcome.giver and self._given[key] >= self.most:
            outcome = outcome.beyond_limit()
        elif outcome.giver:
            self._given[key] += 1
        for thanked in outcome.thanked:
            self._room.letters.tell(thanked)
        return outcome
