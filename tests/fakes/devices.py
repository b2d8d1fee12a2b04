"""The devices of departments, in memory."""

from datetime import datetime
from typing import TYPE_CHECKING

from throughline.domain.device import MOST_CODES, MOST_TRIES, TIME_FOR_CODE
from throughline.domain.letter import Letter
from throughline.ports.devices import Sent

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger


class MemoryDevices:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room
        self._asked: dict[tuple[str, str], datetime] = {}
        self._tries: dict[tuple[str, str], int] = {}
        self._sent: dict[tuple[str, str], int] = {}
        self._used: set[tuple[str, str]] = set()
        self._since: dict[str, datetime] = {}

    def line(self, department: str) -> str:
        return f"I#{department}"

    def ask(self, department: str, mark: str, letter: Letter, now: datetime) -> Sent:
        hour = (department, now.isoformat(timespec="hours"))
        if (department, mark) in self._asked:
            return Sent.BEFORE
        if self._sent.get(hour, 0) >= MOST_CODES:
            return Sent.TOO_MANY
        self._sent[hour] = self._sent.get(hour, 0) + 1
        self._asked[department, mark] = now + TIME_FOR_CODE
        self._room.letters.add([letter])
        return Sent.NOW

    def tries(self, department: str, mark: str, now: datetime) -> int | None:
        key = (department, mark)
        done = self._tries.get(key, 0)
        if key in self._used or done >= MOST_TRIES or self._asked.get(key, now) <= now:
            return None
        self._tries[key] = done + 1
        return MOST_TRIES - done - 1

    def uses(self, department: str, mark: str) -> bool:
        fresh = (department, mark) not in self._used
        self._used.add((department, mark))
        return fresh

    def known_since(self, department: str) -> datetime | None:
        return self._since.get(department)

    def forget(self, department: str, now: datetime) -> None:
        self._since[department] = now
