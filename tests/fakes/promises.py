"""What departments are told of all their cases, in memory."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from throughline.domain.letter import Letter, Posted, first_letter
from throughline.domain.line import Advance
from throughline.domain.recalling import SINGLE_MAILS, HeldMail, Telling, Waiting, line_of_day

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger


class MemoryPromises:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room

    def waiting(self, department: str) -> Iterator[Waiting]:
        cases = list(self._room.cases.inbox(department, done=False))
        still = self._room.letters.resting((case.line, first_letter(case.number)) for case in cases)
        heard = [case for case in cases if (case.line, first_letter(case.number)) not in still]
        return iter([Waiting(case, self._room.lines[case.line].erased) for case in heard])

    def held(self, department: str) -> Iterator[HeldMail]:
        kept = self._room.single_mails.kept(department)
        still = self._room.letters.resting(kept)
        return iter([HeldMail(*key) for key in kept if key not in still])

    def told(self, department: str, day: date) -> frozenset[str]:
        return frozenset(self._room.letters.names.get(line_of_day(department, day), ()))

    def tell(self, telling: Telling) -> bool:
        letter, letters = telling.letter, self._room.letters
        written = letter and (letter.line, letter.name) in letters.written
        leases = [letters.leases[one.line, one.name] for one in telling.held]
        told_of = any(lease.state != Posted.HELD.value for lease in leases)
        if written or told_of or not all(map(self._stands, telling.advances)):
            return False
        for advance in telling.advances:
            self._room.cases.advance(advance)
        for lease in leases:
            lease.state = Posted.SENT.value
        letters.add([letter] if letter else [])
        return True

    def _stands(self, advance: Advance) -> bool:
        line = self._room.lines[advance.case.line]
        standing = next(one for one in line.cases if one.number == advance.case.number)
        return standing.version == advance.step.version - 1 and line.erased == advance.erased


class MemorySingleMails:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room
        self.most = SINGLE_MAILS
        self.gone: dict[str, list[tuple[str, str]]] = {}
        self._held: dict[tuple[str, str], str] = {}

    def alone(self, letter: Letter) -> bool:
        """Whether it goes by itself; else it is held."""
        if not letter.shared:
            return True
        day = self._room.clock.now().astimezone(ZoneInfo(letter.shared.zone)).date()
        gone = self.gone.setdefault(line_of_day(letter.shared.department, day), [])
        if len(gone) < self.most:
            gone.append((letter.line, letter.name))
            return True
        self._room.letters.leases[letter.line, letter.name].state = Posted.HELD.value
        self._held[letter.line, letter.name] = letter.shared.department
        return False

    def kept(self, department: str) -> list[tuple[str, str]]:
        """The keys of what is held for a department."""
        leases = self._room.letters.leases
        return sorted(key for key, of in self._held.items() if of == department and leases[key].state == Posted.HELD)
