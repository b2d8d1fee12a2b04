"""The ledger in memory: what its ports promise, without a table."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from fakes.contacts import MemoryContacts
from fakes.deliveries import MemoryAllowance, MemoryDeliveries, MemoryTold
from fakes.learning import MemoryPrecedents
from fakes.leases import MemoryDigests
from fakes.outbox import MemoryLetters
from fakes.promises import MemoryPromises, MemorySingleMails
from fakes.standings import MemoryStandings
from fakes.suggestions import PARKED, MemorySuggestions
from fakes.themes import MemoryThemes
from fakes.weeks import MemoryFigures, MemoryWeeks
from throughline.domain.case import Case
from throughline.domain.feedback import Feedback
from throughline.domain.gathering import Gathering
from throughline.domain.letter import Letter
from throughline.domain.line import (
    Advance,
    Aside,
    Confirmation,
    Line,
    Outcome,
    ParkedItem,
    PendingKey,
    Standing,
)
from throughline.domain.survey import Answer
from throughline.errors import Unavailable
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
        self.themes = MemoryThemes(self)
        self.figures = MemoryFigures()
        self.standings = MemoryStandings(clock)
        self.digests = MemoryDigests()
        self.deliveries = MemoryDeliveries(self)
        self.told = MemoryTold(self)
        self.contacts = MemoryContacts(self)
        self.allowance = MemoryAllowance()
        self.precedents = MemoryPrecedents()
        self.pending = self

    def change(self, line: str, **news: Any) -> None:
        self.lines[line] = replace(self.lines[line], **news)

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

    def record(self, feedback: Feedback, *, subject: str = "") -> Standing:  # noqa: ARG002 - nobody looks for them here
        standing = self.feedback(feedback.line)
        if self.line(feedback.line).erased:
            return Standing("", new=False, erased=True)
        if standing:
            return Standing(standing.digest, new=False, stored=standing.stored)
        self._room.change(feedback.line, feedback=feedback)
        self._room.wait(feedback.line, FACT)
        return Standing(feedback.digest, new=True, stored=feedback.stored)

    def record_sealed(self, feedback: Feedback, letter: Letter | None) -> Standing:
        standing = self.record(feedback)
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

    def answer(self, line: str, fact: str) -> Answer | None:
        return next((one for one in self.line(line).answers if f"{FACT}#{one.question_key}" == fact), None)

    def line(self, line: str) -> Line:
        names = tuple(self._room.letters.names.get(line, ()))
        return replace(self._room.lines.get(line, Line()), letters=names)

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


class MemoryCases:
    def __init__(self, room: MemoryLedger) -> None:
        self._room = room
        self._confirmed: set[str] = set()

    def settle(self, outcome: Outcome) -> bool:
        standing = self._room.facts.answer(outcome.line, outcome.fact)
        newer = outcome.revision is not None and standing is not None and standing.revision != outcome.revision
        if newer or (outcome.line, outcome.fact) not in self._room.waits:
            return False
        if outcome.parked and self._room.lines[outcome.line].parked:
            raise Unavailable("something is parked there already")
        for gathering in outcome.gathered:
            self._gathered(gathering)
        self._follow(outcome)
        self._confirm(outcome.confirmation)
        del self._room.waits[outcome.line, outcome.fact]
        return True

    def decide(self, outcome: Outcome) -> bool:
        parked = self._room.lines[outcome.line].parked
        if not outcome.parked or not parked or parked.decided:
            return False
        self._follow(outcome)
        return True

    def advance(self, advance: Advance) -> bool:
        case, line = advance.case, self._room.lines[advance.case.line]
        others = [one for one in line.cases if one.number != case.number]
        standing = next(one for one in line.cases if one.number == case.number)
        if standing.version != advance.step.version - 1 or line.erased != advance.erased:
            return False
        self._room.letters.add(advance.letters)
        self._room.precedents.add(advance.taught)
        self._confirm(advance.confirmation)
        if advance.forgets_contact:
            self._room.contacts.forget(case.line)
        if advance.stored:
            self._room.facts.keep_copy(case.line, advance.stored)
        opened = [advance.opened] if advance.opened else []
        steps = {**line.steps, case.number: (*line.steps.get(case.number, ()), advance.step)}
        said = (*line.sayings.get(case.number, ()), *([advance.saying] if advance.saying else []))
        changes = [one for one in line.changes if not advance.change or one.number != advance.change.number]
        self._room.change(
            case.line,
            cases=tuple(sorted([*others, case, *opened], key=lambda one: one.number)),
            steps=steps,
            sayings={**line.sayings, case.number: said} if said else line.sayings,
            changes=(*changes, *([advance.change] if advance.change else [])),
        )
        return True

    def gather(self, gathering: Gathering, before: Gathering) -> None:
        standing = self._room.lines[gathering.line].gathered
        if not [one for one in standing if one.fact == gathering.fact and one.digest == before.digest]:
            raise Unavailable("somebody else gathers these words just now")
        self._gathered(gathering)

    def _gathered(self, gathering: Gathering) -> None:
        standing = self._room.lines[gathering.line].gathered
        others = [one for one in standing if one.fact != gathering.fact]
        self._room.change(gathering.line, gathered=tuple(sorted([*others, gathering], key=lambda one: one.fact)))

    def inbox(self, department: str, *, done: bool) -> Iterator[Case]:
        own = [
            case
            for line in self._room.lines.values()
            for case in line.cases
            if case.department == department and case.done == done
        ]
        return iter(sorted(own, key=lambda case: case.reply_by, reverse=done))

    def parked(self) -> Iterator[ParkedItem]:
        found = [line.parked for line in self._room.lines.values() if line.parked and not line.parked.decided]
        return iter(sorted(found, key=lambda one: one.since))

    def _confirm(self, confirmation: Confirmation | None) -> None:
        if confirmation and confirmation.conversation not in self._confirmed:
            self._confirmed.add(confirmation.conversation)
            self._room.letters.add([confirmation.letter])

    def _await_its_weighing(self, outcome: Outcome) -> None:
        if outcome.parked and outcome.parked.decided:
            self._room.waits.pop((outcome.line, PARKED), None)
        elif outcome.parked:
            self._room.wait(outcome.line, PARKED)

    def _follow(self, outcome: Outcome) -> None:
        line = self._room.lines[outcome.line]
        taken = {one.number for one in line.cases} & {one.number for one in outcome.cases}
        if taken:
            raise Unavailable(f"there are cases {taken} already")
        self._room.letters.add(outcome.letters)
        self._room.change(
            outcome.line,
            cases=line.cases + outcome.cases,
            thanks=line.thanks + outcome.thanks,
            parked=outcome.parked or line.parked,
            weighed={**line.weighed, **{at: words for at, words in outcome.weighed.items() if words}},
        )
        self._room.precedents.add(outcome.taught)
        self._await_its_weighing(outcome)
