"""The ledger in memory: what its ports promise, without a table."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from fakes.leases import Lease, MemoryDigests
from throughline.domain.case import Case
from throughline.domain.feedback import Feedback
from throughline.domain.letter import Letter, Posted
from throughline.domain.line import Advance, Aside, Line, Outcome, ParkedItem, PendingKey, Standing
from throughline.domain.recognition import Change, Thanks
from throughline.domain.score import Tally
from throughline.domain.survey import Answer, Band, Metric
from throughline.domain.week import Week
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
        self.weeks = MemoryWeeks(self)
        self.figures = MemoryFigures()
        self.digests = MemoryDigests()
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
        return self._room.lines.get(line, Line())

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

    def asides(self) -> Iterator[Aside]:
        return iter(sorted(self._asides.values(), key=lambda one: (one.on, one.id)))


class MemoryCases:
    def __init__(self, room: MemoryLedger) -> None:
        self._room = room

    def settle(self, outcome: Outcome) -> bool:
        standing = self._room.facts.answer(outcome.line, outcome.fact)
        newer = outcome.revision is not None and standing is not None and standing.revision != outcome.revision
        if newer or (outcome.line, outcome.fact) not in self._room.waits:
            return False
        if outcome.parked and self._room.lines[outcome.line].parked:
            raise Unavailable("something is parked there already")
        self._follow(outcome)
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
        )


class MemoryLetters:
    def __init__(self, room: MemoryLedger) -> None:
        self._room = room
        self.written: dict[tuple[str, str], Letter] = {}
        self.leases: dict[tuple[str, str], Lease] = {}

    def add(self, letters: Sequence[Letter]) -> None:
        if any((letter.line, letter.name) in self.written for letter in letters):
            raise Unavailable("such a letter is written already")
        for letter in letters:
            self.written[letter.line, letter.name] = letter
            self.leases[letter.line, letter.name] = Lease()
            self._room.wait(letter.line, letter.name)

    def claim(self, line: str, name: str, now: datetime) -> Letter | None:
        lease = self.leases.get((line, name))
        return self.written[line, name] if lease and lease.taken(now) else None

    def release(self, line: str, name: str) -> None:
        self.leases[line, name].given_back()

    def sent(self, line: str, name: str, message_id: str) -> None:
        self._ended(line, name, Posted.SENT, message_id)

    def refused(self, line: str, name: str, reason: str) -> None:
        self._ended(line, name, Posted.REFUSED, reason)

    def in_doubt(self, line: str, name: str, now: datetime) -> bool:
        lease = self.leases.get((line, name))
        return bool(lease and lease.in_doubt(now))

    def _ended(self, line: str, name: str, state: Posted, note: str) -> None:
        lease = self.leases.get((line, name))
        if lease and (state is Posted.SENT or lease.state == Posted.CLAIMED.value):
            lease.state, lease.note = state.value, note
            self._room.waits.pop((line, name), None)


class MemoryWeeks:
    def __init__(self, room: MemoryLedger) -> None:
        self._room = room

    def thanks(self, week: Week) -> Sequence[Thanks]:
        given = [one for line in self._room.lines.values() for one in line.thanks if Week.of(one.on) == week]
        return sorted(given, key=lambda one: (one.on, one.line, one.number))

    def changes(self, week: Week) -> Sequence[Change]:
        made = [one for line in self._room.lines.values() for one in line.changes if Week.of(one.on) == week]
        return sorted(made, key=lambda one: (one.on, one.line, one.number))


class MemoryFigures:
    def __init__(self) -> None:
        self._latest: dict[tuple[str, str], tuple[Answer, Week]] = {}

    def count(self, answer: Answer, week: Week) -> bool:
        key = (answer.line, answer.question_key)
        if key in self._latest and self._latest[key][0].revision >= answer.revision:
            return False
        self._latest[key] = (answer, week)
        return True

    def week(self, week: Week) -> Mapping[Metric, Tally]:
        found: dict[Metric, Tally] = defaultdict(Tally)
        for answer, of in self._latest.values():
            band = answer.band()
            if of == week and answer.metric and band:
                found[answer.metric] += Tally(*(int(band is one) for one in Band))
        return dict(found)
