"""People at work: departments answer, colleagues at the same time, triage decides, readers choose, the map changes."""

from collections import Counter
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from fakes import MemoryAtlas
from fakes.outside import ROOT
from simulation.functions import Functions
from simulation.organisation import CONFIDED, CX_MANAGER, DEPARTMENTS, map_of, maps, router_of
from simulation.stream import StreamedLedger
from throughline.domain.act import A_PERSON, Act
from throughline.domain.case import DEPARTMENT_ACTIONS, Action, Case
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Line, ParkedItem
from throughline.domain.seal import nonce_of
from throughline.errors import Refused
from throughline.usecases.act_on_case import act_on_case
from throughline.usecases.choose_digest import choose_digest
from throughline.usecases.choose_reading import Wish, choose_reading
from throughline.usecases.decide_triage import decide_triage
from throughline.usecases.may_send_on import sending_subject
from throughline.usecases.release_parked import release_parked
from throughline.usecases.show_case import case_of, words_of

CHOICES = ("Opening the parcel", "Delivery", "praise", "nobody", "Atlantis")


@dataclass(frozen=True)
class Page:
    """A case page that somebody has open, with the form they filled in."""

    line: str
    number: int
    act: Act


@dataclass
class Folk:
    """Everybody who acts; `decided` counts how often each parked item was decided."""

    functions: Functions
    ledger: StreamedLedger
    atlas: MemoryAtlas
    pages: list[Page] = field(default_factory=list)
    decided: Counter[tuple[str, int]] = field(default_factory=Counter)
    acted: Counter[tuple[str, int, str]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Chance is shared by all."""
        self.rng = self.functions.rng

    def opens_a_page(self) -> None:
        """Somebody opens a case, and begins to write."""
        lines = [key for key, line in self.ledger.lines.items() if line.cases]
        if not lines:
            return
        line = self.rng.choice(lines)
        case = self.rng.choice(self.ledger.lines[line].cases)
        allowed = case.allowed() or DEPARTMENT_ACTIONS
        self._writes(case, self.rng.choice((*allowed, Action.UNDO, *self._sends_on(case))))
        if self.rng.random() < 0.3:  # at once, so that what was not meant can be taken back
            self._sends(self.pages[-1])
            self._thinks_again(line, case.number)

    def _sends_on(self, case: Case) -> tuple[Action, ...]:
        """The contact reads the words, and mostly sends on what was not in confidence."""
        words = words_of(self.ledger.lines[case.line], case) if case.confidential else CONFIDED
        return () if CONFIDED in words else (Action.SEND_ON,) * 9

    def hands_on(self, line: str) -> None:
        """A department has a case of the line, and says at once whose it is."""
        open_ones = [case for case in self.ledger.lines[line].cases if Action.HAND_ON in case.allowed()]
        if open_ones:
            self._writes(self.rng.choice(open_ones), Action.HAND_ON)
            self._sends(self.pages[-1])

    def _writes(self, case: Case, action: Action) -> None:
        until = self.functions.clock.now().date().replace(day=28).isoformat()
        sends_on = action is Action.SEND_ON
        seen = sending_subject(case, self.ledger.lines[case.line]) if sends_on else case.subject
        nonce = nonce_of(ROOT, seen, case.version)
        said = f"We did {len(self.pages)}." if self.rng.random() < 0.9 else ""
        effort, thanks = self.rng.choice(("", "less", "more")), self.rng.choice(("", "", "You looked closely."))
        to = self.rng.choice((*DEPARTMENTS, A_PERSON))
        act = Act(action, nonce, said, to, until, effort=effort, thanks=thanks)
        self.pages.append(Page(case.line, case.number, act))

    def _thinks_again(self, line: str, number: int) -> None:
        """They see at once what they did, and now and then they did not mean it."""
        case = case_of(self.ledger.facts.line(line), number)
        if case and self.rng.random() < 0.4:
            undo = Act(Action.UNDO, nonce_of(ROOT, case.subject, case.version))
            self._sends(Page(line, number, undo))

    def sends_a_page(self) -> None:
        """Somebody sends what they wrote; now and then twice, or long after."""
        if not self.pages:
            return
        self._sends(self.rng.choice(self.pages[-6:]))

    def _sends(self, page: Page) -> None:
        try:
            self._acts(page)
        except Refused:
            return

    def _acts(self, page: Page) -> None:
        line = self.functions.ledger.facts.line(page.line)
        case = case_of(line, page.number)
        current = self._map()
        if case is None or current is None:
            return
        acted = act_on_case(
            act=page.act,
            case=case,
            line=line,
            cases=self.functions.ledger.cases,
            journey_map=current,
            head=self.functions.head(),
            now=self.functions.clock.now(),
        )
        if acted.outcome == "changed":
            self.acted[page.line, page.number, page.act.nonce] += 1

    def decides(self) -> None:
        """Somebody decides about something parked; now and then somebody else does so at the same moment."""
        waiting = list(self.functions.ledger.cases.parked())
        if waiting:
            self._decides(self.rng.choice(waiting), rival=self.rng.random() < 0.2)

    def _decides(self, item: ParkedItem, *, rival: bool = False) -> None:
        room, current = self.functions.ledger, self._map()
        if current is None:
            return

        def read(line: str) -> Line:
            found: Line = room.facts.line(line)
            if rival:
                self._decides(item)
            return found

        given: dict[str, Any] = {"line": item.line, "facts": SimpleNamespace(line=read), "cases": room.cases}
        given |= {"head": self.functions.head(), "now": self.functions.clock.now()}
        try:
            if self.rng.random() < 0.3:
                outcome = release_parked(router=router_of(current.version), **given).outcome
                self.decided[item.line, item.handed] += outcome == "released"
                return
            decide_triage(choice=self.rng.choice(CHOICES), journey_map=current, **given)
        except Refused:
            return
        self.decided[item.line, item.handed] += 1

    def chooses(self) -> None:
        """A reader says how often, and now and then at which hour."""
        reader = f"id-{self.rng.randrange(8)}"
        wanted = self.rng.choice(("weekly", "weekly", "monthly", "off"))
        directory = self.functions.atlas.directory
        choose_digest(person=reader, digest=wanted, directory=directory)
        if self.rng.random() < 0.3:
            choose_reading(person=reader, wish=Wish(self.rng.randrange(9, 24)), directory=directory)

    def changes_the_map(self) -> None:
        """Another version is put in force."""
        self.atlas.maps.replace(self.rng.choice(maps()))

    def _map(self) -> JourneyMap | None:
        current = self.functions.atlas.maps.current()
        return map_of(current.version) if current else None


def addresses_of(department: str) -> set[str]:
    """Every address that a department has had, and the manager's for when it has none."""
    known = {one.department(department) for one in maps()}
    return {one.notify_email for one in known if one and one.notify_email} | {CX_MANAGER}
