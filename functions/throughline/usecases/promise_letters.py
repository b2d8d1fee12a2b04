"""The mails about all that waits in a department: they name notes and days, and carry nobody's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from throughline.domain.case import Case
from throughline.domain.confided import MOMENT
from throughline.domain.journey import CONFIDANT, Department, JourneyMap
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.promise import Workday
from throughline.domain.promise_kept import USUAL_PROMISE
from throughline.domain.recalling import line_of_day, name_of
from throughline.domain.subject import subject_of
from throughline.usecases.letters import Letterhead, language_of, letter_of, when

SHOWN = 40


@dataclass(frozen=True, slots=True)
class DayOf:
    """A department on one of its working days, and what its mails are written on."""

    department: Department
    workday: Workday
    journey_map: JourneyMap
    head: Letterhead

    @property
    def line(self) -> str:
        """The line that the day's mails stand on."""
        return line_of_day(self.department.name, self.workday.day)

    @property
    def address(self) -> str:
        """Where the department's mail goes."""
        own = (part.notify_email for part in self.journey_map.parts if part.department == self.department.name)
        return self.department.notify_email or next(filter(None, own), self.journey_map.cx_manager)

    @property
    def confided(self) -> bool:
        """Whether it is what was said in confidence: others hear that it waits, and get no way to it."""
        return self.department.name == CONFIDANT

    @property
    def beside(self) -> str:
        """Who gets it instead."""
        return self.journey_map.beside(self.department.name)


def letter_to_department(name: str, kind: LetterKind, cases: Sequence[Case], of: DayOf) -> Letter:
    """A mail to the department about several of its cases."""
    letter = _letter(name, kind, of.address, "" if of.confided else of.beside, _fields(cases, of), of)
    return replace(letter, language=language_of(of.department))


def letter_to_contact(name: str, cases: Sequence[Case], of: DayOf, *, unreachable: bool) -> Letter:
    """What whom the department names hears: which promises were not kept, or that the department gets no mail."""
    said = {**_to_others(cases, of), "unreachable": unreachable}
    return _letter(name, LetterKind.ESCALATED, of.beside, of.journey_map.cx_manager, said, of)


def letter_to_manager(name: str, cases: Sequence[Case], of: DayOf) -> Letter:
    """What the CX manager hears when that did not help either."""
    said = {**_to_others(cases, of), "unreachable": False}
    return _letter(name, LetterKind.ESCALATED, of.journey_map.cx_manager, "", said, of)


def out_of_reach(address: str, of: DayOf) -> Letter:
    """To the CX manager: no mail arrives at an address; it stands where that is noted, and is forgotten with it."""
    said = {"department": of.department.name, "address": address, "beside": of.beside}
    name = name_of(LetterKind.OUT_OF_REACH)
    letter = _letter(name, LetterKind.OUT_OF_REACH, of.journey_map.cx_manager, "", said, of)
    line = f"B#{subject_of(of.head.root, address)}"
    return replace(letter, line=line, thread=line)


def _letter(name: str, kind: LetterKind, to: str, otherwise: str, said: Mapping[str, Any], of: DayOf) -> Letter:
    letter = letter_of(of.line, name, kind, to, said, of.head)
    return replace(letter, otherwise=otherwise, otherwise_subject=subject_of(of.head.root, otherwise))


def _fields(cases: Sequence[Case], of: DayOf) -> dict[str, Any]:
    today = datetime.combine(of.workday.day, datetime.min.time(), UTC)
    promises = {case.reply_within or USUAL_PROMISE for case in cases}
    return {
        "department": of.department.name,
        "count": len(cases),
        "since": min((case.opened_on for case in cases), default=of.workday.day).isoformat(),
        "promise": promises.pop() if len(promises) == 1 else "",
        "overdue": sum(case.reply_by < of.workday.opens for case in cases),
        "notes": [_note(case, of, today) for case in cases[:SHOWN]],
        "desk_url": of.head.desk_url(of.department.name, today),
    }


def _to_others(cases: Sequence[Case], of: DayOf) -> dict[str, Any]:
    """What others than the department hear: of what was said in confidence how much waits, and no link to it."""
    said = {**_fields(cases, of), "confided": of.confided}
    if not of.confided:
        return said
    notes = [{**one, "touchpoint": MOMENT, "url": ""} for one in said["notes"]]
    return {**said, "notes": notes, "desk_url": ""}


def _note(case: Case, of: DayOf, today: datetime) -> dict[str, Any]:
    return {
        "code": case.code,
        "touchpoint": case.touchpoint,
        "state": case.state.value,
        "reply_by": when(case.reply_by, of.department.timezone),
        "overdue": case.reply_by < of.workday.opens,
        "url": of.head.case_url(case, today),
    }
