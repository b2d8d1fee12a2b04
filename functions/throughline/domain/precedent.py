"""What people decided about earlier words: the only thing that routing learns from."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from throughline.domain.case_code import code_of
from throughline.domain.journey import JourneyMap, folded

LONGEST_WORDS = 4_000


class How(StrEnum):
    """How a person decided: what was routed and never looked at teaches nothing."""

    CHOSEN = "chosen"  # whoever wrote named the moment
    CONFIRMED = "confirmed"  # the department resolved it
    CORRECTED = "corrected"  # the department handed it on
    TRIAGED = "triaged"  # a person decided what was parked


@dataclass(frozen=True, slots=True)
class Precedent:
    """One decision about one thing that a line says.

    `number` is the case that it led to (0 for none) and `version` its step then; `instead_of` is the case that
    it corrects. Without touchpoint and department it is nobody's. `said` is the department that routing would
    have chosen, `hits` the map's words that spoke for it, `model` what had learned where that decided alone. Only of
    what is `named` may the words be shown.
    """

    line: str
    number: int
    version: int
    how: How
    words: str
    touchpoint: str
    department: str
    on: date
    map_version: str
    instead_of: int = 0
    said: str = ""
    hits: tuple[str, ...] = ()
    named: bool = False
    model: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Example:
    """Words and where they belong: a touchpoint of the map, at least a department, or neither: nobody's.

    `case` is the code of the case that it was decided about; empty where there was none.
    """

    text: str
    touchpoint: str = ""
    department: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True)
class Examples:
    """What one map can learn; `dropped` names what it no longer knows, with how many decisions that cost.

    `moved` names the moments it no longer knows whose decisions teach their department still, with how many.
    """

    rows: tuple[Example, ...]
    dropped: tuple[tuple[str, int], ...] = ()
    moved: tuple[tuple[str, int], ...] = ()


def standing(precedents: Iterable[Precedent]) -> tuple[Precedent, ...]:
    """The decisions that hold today: the last one about each case, and none that was corrected since."""
    last: dict[tuple[str, int], Precedent] = {}
    corrected: set[tuple[str, int]] = set()
    for one in precedents:
        key = (one.line, one.number)
        last[key] = max(one, last.get(key, one), key=lambda each: (each.version, each.how))
        if one.instead_of:
            corrected.add((one.line, one.instead_of))
    return tuple(last[key] for key in sorted(last) if key not in corrected)


def record_of(precedents: Iterable[Precedent]) -> tuple[bool, ...]:
    """Of what was learned and then decided alone, whether people let it stand; the oldest first, in any order told."""
    judged: dict[tuple[str, int], Precedent] = {}
    for one in precedents:
        if one.model:
            key = (one.line, one.instead_of or one.number)
            judged[key] = max(one, judged.get(key, one), key=lambda each: (each.on, each.instead_of, each.version))
    ordered = sorted(judged.items(), key=lambda entry: (entry[1].on, *entry[0]))
    return tuple(folded(one.said) == folded(one.department) for _, one in ordered)


def examples_for(journey_map: JourneyMap, precedents: Iterable[Precedent]) -> Examples:
    """What those decisions teach about this map; the same in any order, however often each is told.

    A touchpoint that the map no longer has teaches its department still, while that is there.
    """
    touchpoints = {folded(one.name): one for one in journey_map.touchpoints()}
    departments = {folded(part.department): part.department for part in journey_map.parts if part.active}
    rows: dict[tuple[str, str, str], Example] = {}
    dropped: Counter[str] = Counter()
    moved: Counter[str] = Counter()
    for one in standing(precedents):
        touchpoint = touchpoints.get(folded(one.touchpoint))
        parts = {folded(part.department) for part in touchpoint.parts} if touchpoint else set[str]()
        department = departments.get(folded(one.department), "")
        code = code_of(one.line, one.number) if one.number else ""
        if touchpoint and (folded(one.department) in parts or not one.department):
            row = Example(one.words, touchpoint.name, department, code)
        elif department or not (one.touchpoint or one.department):
            row = Example(one.words, "", department, code)
            moved.update([one.touchpoint] if one.touchpoint and not touchpoint else [])
        else:
            dropped[one.touchpoint or one.department] += 1
            continue
        rows[one.line, row.touchpoint, row.department] = row
    return Examples(tuple(sorted(rows.values())), tuple(sorted(dropped.items())), tuple(sorted(moved.items())))
