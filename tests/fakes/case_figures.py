"""A week's counts of cases, in memory."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from throughline.domain.case import Case, Step
from throughline.domain.case_tally import COUNTED, CaseTally, tally_of
from throughline.domain.line import Line, PendingKey
from throughline.domain.recognition import Change
from throughline.domain.week import Week

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger


class MemoryCaseFigures:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room
        self.noted: dict[tuple[str, int], tuple[Case, Mapping[Week, CaseTally]]] = {}

    def count(self, case: Case, steps: Sequence[Step], changes: Iterable[Change]) -> bool:
        before = self.noted.get((case.line, case.number))
        if before and before[0].version >= case.version:
            return False
        self.noted[case.line, case.number] = (case, tally_of(case, steps, changes))
        return True

    def done(self, line: str, number: int, version: int) -> None:
        self._room.waits.pop((line, f"step#{number}#{version:04}" if version > 1 else f"case#{number}"), None)

    def week(self, week: Week) -> Mapping[tuple[str, str], CaseTally]:
        found: defaultdict[tuple[str, str], CaseTally] = defaultdict(CaseTally)
        for case, tallies in self.noted.values():
            if week in tallies:
                found[case.department, case.touchpoint] += tallies[week]
        return found


def uncounted(line: Line) -> set[str]:
    """What of a line has to be counted once."""
    begun = {f"case#{case.number}" for case in line.cases}
    steps = ((number, step) for number, those in line.steps.items() for step in those if step.action in COUNTED)
    return begun | {f"step#{number}#{step.version:04}" for number, step in steps}


def but_counting(waiting: Iterable[PendingKey]) -> list[PendingKey]:
    """What waits for more than being counted."""
    return [key for key in waiting if not key.sk.startswith(("case#", "step#"))]
