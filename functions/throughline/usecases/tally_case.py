"""Count a case in the weeks of what happened to it, as it stands now."""

from throughline.ports import CaseFigures, Facts
from throughline.usecases.show_case import case_of
from throughline.usecases.tally_answer import Tallied


def tally_case(*, line: str, item: str, version: int | None, facts: Facts, figures: CaseFigures) -> Tallied:
    """Count the case that an item of its line is about; a repeat changes nothing.

    `item` is the case, or a step of it that waited to be counted; `version` is the case's where that is known.
    """
    standing = facts.line(line)
    number = int(item.split("#")[1])
    case = case_of(standing, number)
    if case is None:
        return Tallied(counted=False, reason="it is gone")
    if case.confidential:  # in no figure either
        figures.done(line, number, _version_in(item) or version or 1)
        return Tallied(counted=False, reason="it was said in confidence")
    counted = figures.count(case, standing.steps.get(number, ()), standing.changes)
    figures.done(line, number, _version_in(item) or version or 1)
    return Tallied(counted=counted, reason="counted" if counted else "it was counted before")


def _version_in(item: str) -> int:
    kind, _, rest = item.partition("#")
    return int(rest.partition("#")[2]) if kind == "step" else 0
