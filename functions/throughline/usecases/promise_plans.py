"""What there is to say to or about a department now, mail by mail."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from throughline.domain.case import Case, Step
from throughline.domain.house import same_address
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.line import Advance
from throughline.domain.promise import Calendar
from throughline.domain.promise_kept import REMINDERS, UNHEARD, Level, deadlines, due_levels, most_overdue_first
from throughline.domain.recalling import HeldMail, Telling, Waiting, bundle_is_due, name_of, next_name
from throughline.domain.subject import subject_of
from throughline.ports import Promises, Standings
from throughline.usecases.letters import address_of
from throughline.usecases.promise_letters import (
    DayOf,
    letter_to_contact,
    letter_to_department,
    letter_to_manager,
    out_of_reach,
)

AT_ONCE = 40  # a transaction takes a hundred writes, and each case is two of them
CONTACT, MANAGER = "escalated#contact", "escalated#manager"
Levels = tuple[Level, ...]


@dataclass
class Round:
    """One look at one department, kept up with what is said on the way."""

    day: DayOf
    calendar: Calendar
    now: datetime
    waiting: dict[str, Waiting]
    held: list[HeldMail]
    told: set[str]
    lost: Mapping[str, str]

    @classmethod
    def of(cls, day: DayOf, calendar: Calendar, now: datetime, promises: Promises, standings: Standings) -> "Round":
        """What stands now."""
        name = day.department.name
        found = {one.case.subject: one for one in promises.waiting(name)}
        cases = most_overdue_first([one.case for one in found.values()])
        waiting = {case.subject: found[case.subject] for case in cases}
        held = list(promises.held(name))
        told = set(promises.told(name, day.workday.day)) if waiting or held else set[str]()
        return cls(day, calendar, now, waiting, held, told, _lost(cases, day, standings))

    def due(self, until: datetime | None = None) -> Iterator[tuple[Waiting, Levels]]:
        """Each case with the levels it has reached."""
        for one in self.waiting.values():
            levels = due_levels(one.case, self.calendar, self.now, until=until)
            if levels:
                yield one, levels

    def noted(self, telling: Telling) -> None:
        """Go on from what was written."""
        self.told.update([telling.letter.name] if telling.letter else [])
        self.held = [one for one in self.held if one not in telling.held]
        for advance in telling.advances:
            self.waiting[advance.case.subject] = Waiting(advance.case, advance.erased)


def _lost(cases: Collection[Case], day: DayOf, standings: Standings) -> Mapping[str, str]:
    """The addresses that no mail arrives at, by the case that it would be about."""

    @cache
    def is_lost(to: str) -> bool:
        return bool(to) and standings.unreachable(subject_of(day.head.root, to), staff=True)

    parts = {(case.touchpoint, case.role): case for case in cases}
    addresses = {part: address_of(case, day.journey_map) for part, case in parts.items()}
    found = {case.subject: addresses[case.touchpoint, case.role] for case in cases}
    return {subject: to for subject, to in found.items() if is_lost(to)}


@dataclass(frozen=True, slots=True)
class Plan:
    """A mail, the cases that it takes further, and the mails that it stands for.

    `contested` when others may be about to write the same: it is looked at anew then.
    """

    said: str
    letter: Letter | None
    reached: Sequence[tuple[Waiting, Levels]] = ()
    held: Sequence[HeldMail] = ()
    contested: bool = True

    def tellings(self, now: datetime) -> Iterator[Telling]:
        """The mail with as many cases as go with it in one write, then the others."""
        advances = [_advance(one, levels, now) for one, levels in self.reached]
        held, letter = list(self.held), self.letter
        while letter or advances or held:
            yield Telling(letter, tuple(advances[:AT_ONCE]), tuple(held[: AT_ONCE // 2]))
            letter, advances, held = None, advances[AT_ONCE:], held[AT_ONCE // 2 :]


def _advance(one: Waiting, levels: Levels, now: datetime) -> Advance:
    case, reached = one.case, levels[-1]
    told = (*case.levels, *(level.value for level in levels))
    moved = replace(case, version=case.version + 1, levels=told, recalled_at=now)
    step = Step(moved.version, reached.action, case.state, case.state, "", now.date(), reason=reached.value)
    return Advance(moved, step, erased=one.erased)


def _out_of_reach(here: Round) -> Iterator[Plan]:
    """The CX manager hears of an address once, until it is mended."""
    if here.day.journey_map.cx_manager:
        letters = (out_of_reach(address, here.day) for address in sorted(set(here.lost.values())))
        yield from (Plan("out_of_reach", letter, contested=False) for letter in letters)


def _list(here: Round) -> Iterator[Plan]:
    """Once a day all that waits, which recalls what falls due on that day and stands for what was held back."""
    name = name_of(LetterKind.MINE)
    if here.waiting and name not in here.told:
        cases = [one.case for one in here.waiting.values()]
        letter = letter_to_department(name, LetterKind.MINE, cases, here.day)
        yield Plan("mine", letter, _reminders(here), tuple(here.held))


def _bundle(here: Round) -> Iterator[Plan]:
    """Once a day what was held back; of what has been taken on meanwhile nobody needs to hear."""
    fresh = [here.waiting[one.subject].case for one in here.held if one.subject in here.waiting]
    cases = most_overdue_first([case for case in fresh if case.state in UNHEARD])
    name, held = name_of(LetterKind.BUNDLE), tuple(here.held)
    if held and not cases:
        yield Plan("let_go", None, held=held)
    elif cases and name not in here.told:
        first = min(deadlines(case, here.calendar).heard_soon for case in cases)
        if bundle_is_due(first, here.day.workday.closes, here.now):
            yield Plan("bundle", letter_to_department(name, LetterKind.BUNDLE, cases, here.day), held=held)


def _contact(here: Round) -> Iterator[Plan]:
    """Whom the department names hears of a broken promise, and of every note while the department gets no mail."""
    name, beside = next_name(CONTACT, here.told), here.day.beside
    lost = [one for one in here.waiting.values() if _is_lost(one.case, here)]
    broken = [one for one, levels in here.due() if levels == (Level.CONTACT,) and one not in lost]
    manager = here.day.journey_map.cx_manager
    levels = (Level.CONTACT, Level.MANAGER) if same_address(beside, manager) else (Level.CONTACT,)
    for some, unreachable in ((lost, True), (broken, False)):
        if some and name and beside:
            letter = letter_to_contact(name, [one.case for one in some], here.day, unreachable=unreachable)
            yield Plan("contact", letter, [(one, levels) for one in some])
            name = next_name(CONTACT, {*here.told, name})


def _is_lost(case: Case, here: Round) -> bool:
    return case.subject in here.lost and Level.CONTACT not in case.levels


def _manager(here: Round) -> Iterator[Plan]:
    """Then the CX manager."""
    name = next_name(MANAGER, here.told)
    broken = [(one, levels) for one, levels in here.due() if levels == (Level.MANAGER,)]
    if broken and name and here.day.journey_map.cx_manager:
        yield Plan("manager", letter_to_manager(name, [one.case for one, _ in broken], here.day), broken)


def _reminder(here: Round) -> Iterator[Plan]:
    """What falls due before the next list, of all that the department was told of."""
    name = next_name(LetterKind.REMINDER, here.told)
    if name and any(_recalls(levels) and not _is_held(one, here) for one, levels in here.due()):
        reached = _reminders(here)
        cases = [one.case for one, _ in reached]
        yield Plan("reminder", letter_to_department(name, LetterKind.REMINDER, cases, here.day), reached)


def _reminders(here: Round) -> list[tuple[Waiting, Levels]]:
    told = name_of(LetterKind.MINE) in here.told
    due = [(one, levels) for one, levels in here.due(here.day.workday.closes) if _recalls(levels)]
    return [(one, levels) for one, levels in due if not (told and _is_held(one, here))]


def _recalls(levels: Levels) -> bool:
    return not set(levels).isdisjoint(REMINDERS)


def _is_held(one: Waiting, here: Round) -> bool:
    return any(held.subject == one.case.subject for held in here.held)


PLANS: tuple[Callable[[Round], Iterator[Plan]], ...] = (_out_of_reach, _list, _bundle, _contact, _manager, _reminder)
