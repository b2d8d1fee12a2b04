"""Addresses that were asked for a click, in memory."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from throughline.domain.letter import Letter
from throughline.domain.reach import Asked

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger


class MemoryAddresses:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room
        self._held: dict[str, Asked] = {}

    def ask(self, asked: Asked, letter: Letter | None) -> None:
        self._held[asked.subject] = asked
        if letter and (letter.line, letter.name) not in self._room.letters.written:
            self._room.letters.add([letter])

    def asked(self, subject: str) -> Asked | None:
        return self._held.get(subject)

    def waiting(self) -> Iterator[Asked]:
        return iter(list(self._held.values()))

    def settle(self, subject: str) -> bool:
        return self._held.pop(subject, None) is not None
