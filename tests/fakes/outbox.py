"""The outbox in memory."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from fakes.leases import Lease
from throughline.domain.letter import CODE, UNNAMED, Letter, LetterKind, Posted
from throughline.domain.recognition import Thanked
from throughline.errors import Unavailable

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger


class MemoryLetters:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room
        self.written: dict[tuple[str, str], Letter] = {}
        self.leases: dict[tuple[str, str], Lease] = {}
        self.stills: dict[tuple[str, str], str] = {}
        self.names: defaultdict[str, list[str]] = defaultdict(list)
        self._mailed: dict[str, tuple[str, str]] = {}

    def add(self, letters: Sequence[Letter]) -> None:
        if any((letter.line, letter.name) in self.written for letter in letters):
            raise Unavailable("such a letter is written already")
        for letter in letters:
            self.written[letter.line, letter.name] = letter
            self.names[letter.line].append(letter.name)
            self.leases[letter.line, letter.name] = Lease()
            due = (self._room.clock.now() + timedelta(minutes=letter.quiet)).isoformat(timespec="hours")
            self.stills[letter.line, letter.name] = due
            if not self._room.single_mails.alone(letter):
                continue
            if letter.quiet:  # announced to nobody
                self._room.waits[letter.line, letter.name] = due
            else:
                self._room.wait(letter.line, letter.name)

    def tell(self, thanked: Thanked) -> None:
        """The day's mail to whom somebody thanked, or one more thing that it tells of."""
        letter = thanked.letter
        known = self.written.get((letter.line, letter.name))
        refs = tuple(sorted({*(known.tells if known else ()), *thanked.refs}))
        self.written[letter.line, letter.name] = replace(known or letter, tells=refs)
        if known is None:
            self.names[letter.line].append(letter.name)
            self.leases[letter.line, letter.name] = Lease()
            self._room.waits[letter.line, letter.name] = thanked.due.astimezone(UTC).isoformat(timespec="hours")

    def claim(self, line: str, name: str, now: datetime) -> Letter | None:
        lease = self.leases.get((line, name))
        if not lease or not lease.taken(now):
            return None
        return replace(self.written[line, name], returned=bool(lease.returned))

    def release(self, line: str, name: str) -> None:
        self.leases[line, name].given_back()

    def sent(self, line: str, name: str, message_id: str) -> None:
        self._ended(line, name, Posted.SENT, message_id)

    def reported(self, line: str, name: str, message_id: str) -> None:
        if (line, name) in self.leases:
            self._mailed[message_id] = (line, name)
        self._ended(line, name, Posted.SENT, message_id)

    def came_back(self, line: str, name: str, message_id: str) -> bool:
        lease = self.leases.get((line, name))
        if lease is None or lease.returned:
            return lease is None or lease.returned == message_id
        lease.returned, lease.state, lease.tries = message_id, Posted.WAITING.value, 0
        self._room.wait(line, name)
        return True

    def answered_by(self, message_id: str) -> tuple[str, str] | None:
        return self._mailed.get(message_id)

    def refused(self, line: str, name: str, reason: str) -> None:
        self._ended(line, name, Posted.REFUSED, reason)

    def resting(self, names: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        hour = self._room.clock.now().isoformat(timespec="hours")
        still = {Posted.WAITING.value, Posted.HELD.value}
        known = (one for one in names if one in self.leases and self.leases[one].state in still)
        return frozenset(one for one in known if self.stills.get(one, "") > hour)

    def in_doubt(self, line: str, name: str, now: datetime) -> bool:
        lease = self.leases.get((line, name))
        return bool(lease and lease.in_doubt(now))

    def _ended(self, line: str, name: str, state: Posted, note: str) -> None:
        lease = self.leases.get((line, name))
        if lease and state is Posted.SENT and lease.returned == note:
            return
        if lease and (state is Posted.SENT or lease.state == Posted.CLAIMED.value):
            lease.state, lease.note = state.value, note
            if name == UNNAMED or name.startswith(CODE):
                self.written[line, name] = Letter(line, name, LetterKind(name.split("#")[1]), "")
            self._room.waits.pop((line, name), None)
