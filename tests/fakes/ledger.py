"""The ledger in memory: what its ports promise, without a table."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from fakes.addresses import MemoryAddresses
from fakes.case_figures import MemoryCaseFigures, uncounted
from fakes.cases import MemoryCases
from fakes.chunks import MemoryChunks, MemorySending
from fakes.contacts import MemoryContacts
from fakes.deliveries import MemoryAllowance, MemoryDeliveries, MemoryTold
from fakes.devices import MemoryDevices
from fakes.goals import MemoryGoalBoard
from fakes.learning import MemoryPrecedents
from fakes.leases import MemoryDigests
from fakes.managers import MemoryBacklog
from fakes.outbox import MemoryLetters
from fakes.promises import MemoryPromises, MemorySingleMails
from fakes.recognitions import MemoryRecognitions
from fakes.standings import MemoryStandings
from fakes.suggestions import MemorySuggestions
from fakes.themes import MemoryThemes
from fakes.undoing import UNSENT
from fakes.weeks import MemoryEditions, MemoryFigures, MemoryReadings, MemoryWeeks
from throughline.domain.feedback import Feedback
from throughline.domain.flood import Limit
from throughline.domain.letter import Letter
from throughline.domain.line import (
    Aside,
    Line,
    PendingKey,
    Standing,
)
from throughline.domain.survey import Answer
from throughline.ports import Clock

FACT = "fact"


class MemoryLedger:
    """Everything that a ledger's room holds, by the same names."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.lines: dict[str, Line] = defaultdict(Line)
        self.waits: dict[tuple[str, str], str] = {}
        self.facts = MemoryFacts(self)
        self.letters = MemoryLetters(self)
        self.cases = MemoryCases(self)
        self.suggestions = MemorySuggestions(self)
        self.promises = MemoryPromises(self)
        self.single_mails = MemorySingleMails(self)
        self.weeks = MemoryWeeks(self)
        self.recognitions = MemoryRecognitions(self)
        self.goal_board = MemoryGoalBoard()
        self.themes = MemoryThemes(self)
        self.figures = MemoryFigures()
        self.case_figures = MemoryCaseFigures(self)
        self.addresses = MemoryAddresses(self)
        self.standings = MemoryStandings(clock, self.addresses)
        self.digests = MemoryDigests()
        self.chunks = MemoryChunks()
        self.sending = MemorySending()
        self.editions = MemoryEditions(clock)
        self.readings = MemoryReadings()
        self.deliveries = MemoryDeliveries(self)
        self.devices = MemoryDevices(self)
        self.told = MemoryTold(self)
        self.contacts = MemoryContacts(self)
        self.allowance = MemoryAllowance()
        self.precedents = MemoryPrecedents()
        self.backlog = MemoryBacklog(self)
        self.pending = self

    def change(self, line: str, **news: Any) -> None:
        before = self.lines[line]
        self.lines[line] = replace(before, **news)
        for name in uncounted(self.lines[line]) - uncounted(before):
            self.waits[line, name] = self.clock.now().isoformat(timespec="hours")

    def wait(self, line: str, name: str) -> None:
        self.waits[line, name] = self.clock.now().isoformat(timespec="hours")

    def waiting(self) -> Iterator[PendingKey]:
        return iter([PendingKey(*key, since, self._revision(*key)) for key, since in self.waits.items()])

    def _revision(self, line: str, name: str) -> int | None:
        answer = self.facts.answer(line, name)
        return answer.revision if answer else None


class MemoryFacts:
    def __init__(self, room: MemoryLedger) -> None:
        self._room = room
        self._asides: dict[str, Aside] = {}
        self._sealed: dict[str, Letter | None] = {}
        self._let_go: set[str] = set()
        self.copies: dict[str, set[str]] = {}
        self.counted: Counter[str] = Counter()

    def record(
        self,
        feedback: Feedback,
        *,
        subject: str = "",  # noqa: ARG002 - nobody looks for them here
        limits: Sequence[Limit] = (),
    ) -> Standing:
        standing = self.feedback(feedback.line)
        if self.line(feedback.line).erased:
            return Standing("", new=False, erased=True)
        if standing:
            return Standing(standing.digest, new=False, stored=standing.stored)
        if over := next((one for one in limits if self.counted[one.code] >= one.most), None):
            return Standing(feedback.digest, new=False, over=over)
        self.counted.update(one.code for one in limits)
        self._room.change(feedback.line, feedback=feedback)
        self._room.wait(feedback.line, FACT)
        return Standing(feedback.digest, new=True, stored=feedback.stored)

    def record_sealed(self, feedback: Feedback, letter: Letter | None, limits: Sequence[Limit] = ()) -> Standing:
        standing = self.record(feedback, limits=limits)
        if standing.new:
            del self._room.waits[feedback.line, FACT]
            self._sealed[feedback.line] = letter
        return standing

    def unseal(self, line: str) -> bool:
        if line not in self._sealed:
            return False
        letter = self._sealed.pop(line)
        self._room.wait(line, FACT)
        self._room.letters.add([letter] if letter else [])
        return True

    def record_answer(self, answer: Answer, *, subject: str = "") -> bool:  # noqa: ARG002 - as above
        fact = f"{FACT}#{answer.question_key}"
        standing = self.answer(answer.line, fact)
        if standing and standing.revision >= answer.revision:
            return False
        others = [one for one in self.line(answer.line).answers if one.question_key != answer.question_key]
        answers = sorted([*others, answer], key=lambda one: one.question_key)
        self._room.change(answer.line, answers=tuple(answers))
        self._room.wait(answer.line, fact)
        return True

    def feedback(self, line: str) -> Feedback | None:
        return self.line(line).feedback

    def feedbacks(self, lines: Iterable[str]) -> Mapping[str, Feedback]:
        return {line: found for line in lines if (found := self._room.lines.get(line, Line()).feedback)}

    def answer(self, line: str, fact: str) -> Answer | None:
        return next((one for one in self.line(line).answers if f"{FACT}#{one.question_key}" == fact), None)

    def line(self, line: str) -> Line:
        names = tuple(self._room.letters.names.get(line, ()))
        unsent = frozenset(name for name in names if self._room.letters.leases[line, name].state in UNSENT)
        taught = frozenset((one.number, one.version) for one in self._room.precedents.known if one.line == line)
        return replace(self._room.lines.get(line, Line()), letters=names, unsent=unsent, taught=taught)

    def keep_copy(self, line: str, stored: str) -> None:
        self.copies.setdefault(line, set()).add(stored)

    def forget(self, line: str, fact: str) -> None:
        kept = [one for one in self.line(line).answers if f"{FACT}#{one.question_key}" != fact]
        self._room.change(line, answers=tuple(kept))
        self._room.waits.pop((line, fact), None)

    def set_aside(self, aside: Aside, *, subject: str = "") -> bool:  # noqa: ARG002 - as above
        return self._asides.setdefault(aside.id, aside) is aside

    def set_aside_before(self, aside: str) -> Aside | None:
        standing = self._asides.get(aside)
        return standing if standing and standing.reason != "erased" else None

    def let_go(self, aside: str) -> None:
        self._let_go.add(aside)

    def asides(self) -> Iterator[Aside]:
        waiting = [one for one in self._asides.values() if one.id not in self._let_go]
        return iter(sorted(waiting, key=lambda one: (one.on, one.id)))
