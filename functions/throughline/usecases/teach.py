"""What a person's decision teaches routing; what was routed and never looked at teaches nothing."""

from datetime import date

from throughline.domain.case import Action, Case
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Line, ParkedItem
from throughline.domain.precedent import LONGEST_WORDS, How, Precedent


def taught_by_step(
    action: Action, case: Case, opened: Case | None, line: Line, words: str, on: date
) -> Precedent | None:
    """What a department's step teaches: resolved is confirmed, handed on is corrected; nothing else does.

    Of an erased line nothing is learned, nor of a theme that rose: nobody routed its words. What was said in
    confidence teaches nothing.
    """
    if line.erased or line.risen or not (line.feedback or line.answers):
        return None
    if case.confidential or (opened and opened.confidential):
        return None
    if action is Action.HAND_ON and opened:
        return _precedent(opened, How.CORRECTED, line, words, on, instead_of=case.number, before=case)
    if action is Action.RESOLVE:
        return _precedent(case, How.CONFIRMED, line, words, on, before=case)
    return None


def taught_by_triage(
    parked: ParkedItem, touchpoint: str, department: str, number: int, line: Line, journey_map: JourneyMap, on: date
) -> Precedent:
    """What a decision about something parked teaches; without names: that it is nobody's."""
    said = parked.alternatives[0].department if parked.alternatives else ""
    return Precedent(
        line=parked.line,
        number=number,
        version=1,
        how=How.TRIAGED,
        words=parked.words[:LONGEST_WORDS],
        touchpoint=touchpoint,
        department=department,
        on=on,
        map_version=journey_map.version,
        said=said,
        named=_named(line),
    )


def _precedent(
    about: Case, how: How, line: Line, words: str, on: date, *, before: Case, instead_of: int = 0
) -> Precedent:
    return Precedent(
        line=about.line,
        number=about.number,
        version=1 if instead_of else about.version + 1,
        how=how,
        words=words[:LONGEST_WORDS],
        touchpoint=about.touchpoint,
        department=about.department,
        on=on,
        map_version=about.map_version,
        instead_of=instead_of,
        said=before.department,
        hits=before.hits,
        named=_named(line),
        model=before.model,
    )


def _named(line: Line) -> bool:
    """Whether whoever wrote said who they are."""
    return bool(line.feedback and line.feedback.report.reporter.reachable)
