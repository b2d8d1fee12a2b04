"""A step taken back, in memory."""

from typing import TYPE_CHECKING

from throughline.domain.letter import Posted
from throughline.domain.line import Advance, Undoing

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger

UNSENT = frozenset({Posted.WAITING.value, Posted.HELD.value})


def takes_back(room: "MemoryLedger", advance: Advance) -> bool:
    """Whether all that followed from the step could go, and went."""
    undoing, line = advance.undoing or Undoing(), room.lines[advance.case.line]
    leases = {name: room.letters.leases[advance.case.line, name] for name in undoing.letters}
    if any(lease.state not in UNSENT for lease in leases.values()):
        return False
    if undoing.withdrawn and undoing.withdrawn[1].version - 1 != _version(room, advance, undoing.withdrawn[0].number):
        return False
    for name, lease in leases.items():
        lease.state = Posted.TAKEN_BACK.value
        room.waits.pop((advance.case.line, name), None)
    if undoing.change:
        changes = tuple(one for one in line.changes if one.number != advance.case.number)
        room.change(advance.case.line, changes=changes)
    if undoing.taught:
        taught = (advance.case.line, *undoing.taught)
        room.precedents.known = [one for one in room.precedents.known if (one.line, one.number, one.version) != taught]
    if undoing.thanks:
        kept = [undoing.thanks if one.number == undoing.thanks.number else one for one in line.thanks]
        room.change(advance.case.line, thanks=tuple(kept))
    if undoing.withdrawn:
        case, step = undoing.withdrawn
        cases = tuple(case if one.number == case.number else one for one in line.cases)
        steps = {**line.steps, case.number: (*line.steps.get(case.number, ()), step)}
        room.change(advance.case.line, cases=cases, steps=steps)
    return True


def _version(room: "MemoryLedger", advance: Advance, number: int) -> int:
    return next(one.version for one in room.lines[advance.case.line].cases if one.number == number)
