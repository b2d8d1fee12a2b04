"""What was decided, in memory: the cases and what is written with them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fakes.suggestions import PARKED
from fakes.undoing import takes_back
from throughline.domain.case import Case
from throughline.domain.gathering import Gathering
from throughline.domain.line import (
    Advance,
    Confirmation,
    Outcome,
    ParkedItem,
)
from throughline.errors import Unavailable

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger


class MemoryCases:
    def __init__(self, room: "MemoryLedger") -> None:
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
        if not self._parks(advance) or not takes_back(self._room, advance):
            return False
        line = self._room.lines[advance.case.line]
        others = [one for one in line.cases if one.number != case.number]
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
            thanks=(*line.thanks, *([advance.thanks] if advance.thanks else [])),
        )
        return True

    def _parks(self, advance: Advance) -> bool:
        parked, standing = advance.parked, self._room.lines[advance.case.line].parked
        if parked is None:
            return True
        waits = standing is not None and not standing.decided
        if waits != bool(parked.decided):
            return False
        self._room.change(advance.case.line, parked=parked)
        self._park(parked)
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

    def _park(self, parked: ParkedItem) -> None:
        if parked.decided:
            self._room.waits.pop((parked.line, PARKED), None)
        else:
            self._room.wait(parked.line, PARKED)

    def _follow(self, outcome: Outcome) -> None:
        outcome = self._room.recognitions.given(outcome)
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
        if outcome.parked:
            self._park(outcome.parked)
