"""What a week has to celebrate and to count, in memory."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from throughline.domain.journey import folded
from throughline.domain.recognition import Change, Thanks
from throughline.domain.score import Tally
from throughline.domain.shares import Asked, counted
from throughline.domain.survey import Answer
from throughline.domain.week import Week

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger


class MemoryWeeks:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room

    def thanks(self, week: Week) -> Sequence[Thanks]:
        given = [one for line in self._room.lines.values() for one in line.thanks if Week.of(one.on) == week]
        return sorted(given, key=lambda one: (one.on, one.line, one.number))

    def changes(self, week: Week) -> Sequence[Change]:
        made = [one for line in self._room.lines.values() for one in line.changes if Week.of(one.on) == week]
        return sorted(made, key=lambda one: (one.on, one.line, one.number))


class MemoryFigures:
    def __init__(self) -> None:
        self._latest: dict[tuple[str, str], tuple[Answer, Week]] = {}

    def count(self, answer: Answer, week: Week) -> bool:
        key = (answer.line, answer.question_key)
        if key in self._latest and self._latest[key][0].revision >= answer.revision:
            return False
        self._latest[key] = (answer, week)
        return True

    def week(self, week: Week, *, at: Collection[str] | None = None) -> Mapping[Asked, Tally]:
        found: dict[Asked, Tally] = defaultdict(Tally)
        named = None if at is None else {folded(one) for one in at}
        for answer, of in self._latest.values():
            asked, tally = Asked.of(answer), counted(answer)
            if of == week and asked and tally and (named is None or folded(answer.touchpoint_hint) in named):
                found[asked] += tally
        return dict(found)
