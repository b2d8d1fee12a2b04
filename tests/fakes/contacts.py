"""Sealed contacts in memory."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from throughline.domain.contact import Contacting, Look
from throughline.domain.survey import Answer
from throughline.ports.contacts import Taken

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger


@dataclass(frozen=True)
class Kept:
    state: Contacting
    revision: int = 0
    sealed: str = ""


class MemoryContacts:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room
        self.kept: dict[str, Kept] = {}

    def record(self, answer: Answer, sealed: str, *, subject: str = "", reached_by: str = "") -> Taken:  # noqa: ARG002 - nobody looks for them here
        standing = self._room.facts.answer(answer.line, f"fact#{answer.question_key}")
        if standing and standing.revision >= answer.revision:
            return Taken.REPEATED
        before = self.kept.get(answer.line)
        if before and before.state is Contacting.GONE:
            return Taken.NO_CONTACT
        self._room.facts.record_answer(answer)
        self._stands(answer.line, Kept(Contacting.KEPT, answer.revision, sealed))
        return Taken.WRITTEN

    def withdraw(self, answer: Answer) -> None:
        before = self.kept.get(answer.line)
        if before and before.state is not Contacting.GONE and before.revision < answer.revision:
            self._stands(answer.line, Kept(Contacting.WITHDRAWN, answer.revision))

    def find(self, line: str) -> str:
        kept = self.kept.get(line)
        return kept.sealed if kept else ""

    def note(self, line: str, look: Look) -> None:
        looks = self._room.lines[line].looks
        self._room.change(line, looks=(*looks, *([] if look in looks else [look])))

    def forget(self, line: str) -> None:
        self._stands(line, Kept(Contacting.GONE))

    def _stands(self, line: str, kept: Kept) -> None:
        self.kept[line] = kept
        self._room.change(line, contact=kept.state)
