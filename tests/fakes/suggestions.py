"""Suggestions in memory."""

from typing import TYPE_CHECKING

from throughline.domain.line import ParkedItem

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger

PARKED = "parked"


class MemorySuggestions:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room

    def waiting(self, line: str) -> ParkedItem | None:
        parked = self._room.lines[line].parked if line in self._room.lines else None
        return parked if parked and not parked.decided else None

    def suggest(self, parked: ParkedItem) -> bool:
        if self.waiting(parked.line) is None:
            return False
        self._room.change(parked.line, parked=parked)
        self._room.waits.pop((parked.line, PARKED), None)
        return True
