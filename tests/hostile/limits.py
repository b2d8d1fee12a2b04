"""The ledger in memory, refusing what a table would refuse: so no answer can rest on a write that can't be."""

import json
from collections.abc import Iterator
from typing import Any

from fakes import FixedClock, MemoryLedger
from fakes.cases import MemoryCases
from fakes.ledger import MemoryFacts
from throughline.adapters.dynamo.codec import packed
from throughline.domain.feedback import Feedback
from throughline.domain.line import Advance, Aside, Outcome, Standing
from throughline.domain.survey import Answer

LARGEST_ITEM, LONGEST_KEY, LONGEST_SORT_KEY = 400 * 1024, 2048, 1024
AROUND = 2048  # what an item holds beside its body: keys, indexes, dates
FACT = "fact"


class TableRefusesError(Exception):
    """A table would not take it."""


def take(key: str, sort_key: str, value: Any) -> None:
    """Nothing, when a table would take the item."""
    for name, most in ((key, LONGEST_KEY), (sort_key, LONGEST_SORT_KEY)):
        if not 1 <= len(name.encode()) <= most:
            raise TableRefusesError(f"a key of {len(name.encode())} bytes")
    size = len(json.dumps(packed(value), allow_nan=False).encode())
    if size + AROUND > LARGEST_ITEM:
        raise TableRefusesError(f"an item of {size} bytes")


class StrictFacts(MemoryFacts):
    def record(self, feedback: Feedback, *more: Any, **told: Any) -> Standing:
        take(feedback.line, FACT, feedback)
        return super().record(feedback, *more, **told)

    def record_answer(self, answer: Answer, *more: Any, **told: Any) -> bool:
        take(answer.line, f"{FACT}#{answer.question_key}", answer)
        return super().record_answer(answer, *more, **told)

    def set_aside(self, aside: Aside, *, subject: str = "") -> bool:
        take(aside.id, "aside", aside)
        return super().set_aside(aside, subject=subject)


class StrictCases(MemoryCases):
    def settle(self, outcome: Outcome) -> bool:
        _take_all(outcome.line, _items(outcome))
        return super().settle(outcome)

    def decide(self, outcome: Outcome) -> bool:
        _take_all(outcome.line, _items(outcome))
        return super().decide(outcome)

    def advance(self, advance: Advance) -> bool:
        opened = [advance.opened] if advance.opened else []
        said = [one for one in (advance.saying, advance.change) if one]
        _take_all(advance.case.line, [advance.case, advance.step, *opened, *said, *advance.letters])
        return super().advance(advance)


class StrictLedger(MemoryLedger):
    """Everything that a ledger's room holds; what no table could hold raises."""

    def __init__(self, clock: FixedClock) -> None:
        super().__init__(clock)
        self.facts = StrictFacts(self)
        self.cases = StrictCases(self)

    def empty(self) -> None:
        """Forget the asides and what came after the first note, so that tries do not pile up."""
        kept = list(self.lines)[:1]
        for line in list(self.lines):
            if line not in kept:
                del self.lines[line]
        self.waits.clear()
        self.facts = StrictFacts(self)


def _items(outcome: Outcome) -> Iterator[Any]:
    yield from outcome.cases
    yield from outcome.thanks
    yield from outcome.letters
    if outcome.parked:
        yield outcome.parked


def _take_all(line: str, values: Any) -> None:
    for value in values:
        take(line, getattr(value, "name", "") or "item", value)
