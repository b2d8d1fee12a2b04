"""Privacy requests: what is kept about a line is taken out, and has to stay away."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from fakes import MemoryLedger
from fakes.outside import ROOT
from simulation.faults import Nature, Shaken
from simulation.stream import StreamedLedger
from throughline.domain.line import Line
from throughline.domain.subject import Erasure, Held
from throughline.usecases.erase_subject import Stores, erase_again, erase_subject

ERASED = "erased"


@dataclass
class MemoryErasing:
    """Takes words out of the ledger in memory.

    `gone` is each line as it was, `since` the moment it went, `celebrated` the days of what it had to celebrate.
    """

    ledger: StreamedLedger
    moment: Callable[[], int]
    gone: dict[str, Line] = field(default_factory=dict)
    since: dict[str, int] = field(default_factory=dict)
    celebrated: set[date] = field(default_factory=set)

    def mark(self, line: str) -> None:
        """From now on nothing new is made of it."""
        self.gone.setdefault(line, self.ledger.lines[line])
        MemoryLedger.change(self.ledger, line, erased=True)

    def stored(self, line: str) -> Iterable[str]:  # noqa: ARG002 - no raw mail is kept here
        """Nothing."""
        return ()

    def erase_line(self, line: str) -> None:
        """Words go, states and history stay; what it had to celebrate is told no more."""
        known = self.ledger.lines[line]
        self.celebrated |= {one.on for one in known.thanks} | {one.on for one in known.changes}
        gone: dict[str, Any] = {"words": "", "weighed": (), "hits": (), "by_meaning": ""}
        parked = known.parked and replace(known.parked, **gone, decided=known.parked.decided or ERASED)
        cases = tuple(replace(one, place="", why=one.why.partition(": “")[0]) for one in known.cases)
        news: dict[str, Any] = {"feedback": None, "answers": (), "sayings": {}, "thanks": (), "changes": ()}
        news |= {"gathered": (), "weighed": {}}
        MemoryLedger.change(self.ledger, line, **news, parked=parked, cases=cases)
        for at in [at for at in self.ledger.waits if at[0] == line]:
            del self.ledger.waits[at]
        for at in [at for at in self.ledger.letters.written if at[0] == line]:
            self.erase_letter(*at)
        self.since.setdefault(line, self.moment())

    def erase_letter(self, line: str, name: str) -> None:
        """It says nothing and goes to nobody."""
        letters = self.ledger.letters
        letters.written[line, name] = replace(letters.written[line, name], to="", fields={})
        letters.leases[line, name].state = ERASED

    def erase_digests(self, person: str) -> None:
        """Nobody on the staff is erased here."""


class Privacy:
    """Somebody asks, an operator erases; one that was interrupted is finished later."""

    def __init__(self, ledger: StreamedLedger, nature: Nature, moment: Callable[[], int]) -> None:
        self.erasing = MemoryErasing(ledger, moment)
        self.noted: list[Erasure] = []
        self._nature = nature
        self._stores = Stores(ROOT, Shaken(self.erasing, nature), Shaken(SimpleNamespace(), nature), SimpleNamespace())

    def erases(self) -> None:
        """One line that says something."""
        ledger = self.erasing.ledger
        lines = [key for key, line in ledger.lines.items() if line.feedback or line.answers]
        if lines:
            held = Held(lines=(self._nature.rng.choice(lines),))
            today, notes = ledger.clock.now().date(), SimpleNamespace(note=self.noted.append)
            erase_subject(reference="", held=held, by="", today=today, erasures=notes, stores=self._stores)

    def finishes(self) -> None:
        """All of them once more, as an operator does after a failure."""
        erase_again(erasures=self.noted, stores=self._stores)
