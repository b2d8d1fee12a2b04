"""What came in and what became of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from throughline.domain.case import Case
from throughline.domain.feedback import Feedback
from throughline.domain.flood import Limit
from throughline.domain.gathering import Gathering
from throughline.domain.letter import Letter
from throughline.domain.line import Advance, Aside, Line, Outcome, ParkedItem, PendingKey, Standing
from throughline.domain.survey import Answer


class Facts(Protocol):
    """What came in: written once under the identity of its content."""

    def record(self, feedback: Feedback, *, subject: str = "", limits: Sequence[Limit] = ()) -> Standing:
        """Write it unless it is there, or one too many; what stands in the ledger now.

        `subject` is the code of whom it is about. What is new counts towards its `limits` in the same write.
        """

    def record_answer(self, answer: Answer, *, subject: str = "") -> bool:
        """Write it unless this revision or a later one is there, or it was erased; whether it was written."""

    def record_sealed(self, feedback: Feedback, letter: Letter | None, limits: Sequence[Limit] = ()) -> Standing:
        """Write it, and its letter, so that nobody acts on them before `unseal`; limited like others."""

    def unseal(self, line: str) -> bool:
        """Announce what was written sealed; False when that was done before, or it has been erased."""

    def keep_copy(self, line: str, stored: str) -> None:
        """Note another raw mail that belongs to the line, so that it goes when its line does."""

    def forget(self, line: str, fact: str) -> None:
        """Erase a fact that came to an erased line afterwards."""

    def feedback(self, line: str) -> Feedback | None:
        """The report of this line."""

    def feedbacks(self, lines: Iterable[str]) -> Mapping[str, Feedback]:
        """The reports of these lines, read together; those that are gone are left out."""

    def answer(self, line: str, fact: str) -> Answer | None:
        """One survey answer of this line."""

    def line(self, line: str) -> Line:
        """All that has become of it."""

    def set_aside(self, aside: Aside, *, subject: str = "") -> bool:
        """Keep it with its reason; whether it is new. `subject` is the code of whom it is about."""

    def set_aside_before(self, aside: str) -> Aside | None:
        """What stands under this id; None when it has been erased since."""

    def let_go(self, aside: str) -> None:
        """It was taken in after all: nobody has to look at it any more."""

    def asides(self) -> Iterator[Aside]:
        """Everything set aside, the oldest first."""


class Cases(Protocol):
    """What was decided and what happens to it; a confirmation is left out when its conversation had one that day."""

    def settle(self, outcome: Outcome) -> bool:
        """Write all of a routing or, when the fact is settled already, nothing; whether it was written."""

    def decide(self, outcome: Outcome) -> bool:
        """Write what a person decided about a parked item; False when somebody else decided it first."""

    def advance(self, advance: Advance) -> bool:
        """Write a step on the version before it; False when somebody else was first."""

    def gather(self, gathering: Gathering, before: Gathering) -> None:
        """Write gathered words in place of those before; Unavailable when they were changed or erased meanwhile."""

    def inbox(self, department: str, *, done: bool) -> Iterator[Case]:
        """A department's open cases, those due first coming first; the done ones from the latest."""

    def parked(self) -> Iterator[ParkedItem]:
        """All that waits for a person, the oldest first."""


class Pending(Protocol):
    """What has not been done yet."""

    def waiting(self) -> Iterator[PendingKey]:
        """Everything that waits, the oldest of each shard first."""
