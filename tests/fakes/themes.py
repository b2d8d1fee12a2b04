"""Gathered words and what was made of them, in memory."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from throughline.domain.case import Case
from throughline.domain.gathering import Gathering, Risen, ThemeWeek, short
from throughline.domain.letter import Letter
from throughline.domain.week import Week

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger


class MemoryThemes:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room
        self._kept: dict[Week, Mapping[str, int]] = {}
        self._risen: dict[Week, set[str]] = defaultdict(set)
        self._told: dict[Week, set[str]] = defaultdict(set)

    def gathered(self, week: Week) -> Iterator[Gathering]:
        found = [one for line in self._room.lines.values() for one in line.gathered if Week.of(one.on) == week]
        return iter(sorted(found, key=lambda one: (one.touchpoint, one.key)))

    def week(self, week: Week) -> ThemeWeek:
        return ThemeWeek(self._kept.get(week), frozenset(self._risen[week]), frozenset(self._told[week]))

    def keep(self, week: Week, kept: Mapping[str, int]) -> None:
        self._kept[week] = dict(kept)

    def tell(self, week: Week, department: str, letter: Letter | None) -> bool:
        if short(department) in self._told[week]:
            return False
        self._told[week].add(short(department))
        self._room.letters.add([letter] if letter else [])
        return True

    def rise(self, risen: Risen, case: Case, letter: Letter) -> bool:
        week = Week.parse(risen.week)
        if self._risen[week].intersection(risen.codes):
            return False
        self._risen[week].update(risen.codes)
        self._room.change(risen.line, cases=(case,), risen=risen)
        self._room.letters.add([letter])
        return True

    def still_risen(self, week: Week, codes: tuple[str, ...]) -> None:
        self._risen[week].update(codes)
