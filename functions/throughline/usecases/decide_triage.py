"""A person decides what was parked."""

from dataclasses import replace
from datetime import datetime

from throughline.domain.decision import Decision, Praised, Routed, Skipped
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Line, Outcome, ParkedItem
from throughline.domain.precedent import Precedent
from throughline.errors import Refused
from throughline.ports import Cases, Facts
from throughline.usecases.hear_fact import Said, said_in
from throughline.usecases.letters import Letterhead
from throughline.usecases.route_fact import consequences, without_heard
from throughline.usecases.teach import taught_by_triage

PRAISE, NOBODY = "praise", "nobody"


def decide_triage(
    *,
    line: str,
    choice: str,
    facts: Facts,
    cases: Cases,
    journey_map: JourneyMap,
    head: Letterhead,
    now: datetime,
) -> tuple[str, ...]:
    """Settle a parked item as a person says: a touchpoint, a department, "praise" or "nobody".

    The reasons of what was decided; Refused when nothing is parked there, or the choice is not on the map.
    """
    standing = facts.line(line)
    parked = standing.parked
    said = said_in(standing, parked.fact) if parked else None
    if not parked or parked.decided or not said:
        raise Refused("Nothing waits for a decision there.", field="id", do="See what waits: throughline triage list")
    decision = _decision(choice, said, journey_map)
    outcome = consequences(said, (decision,), standing, journey_map, head, now)
    decided = replace(parked, decided=choice)
    taught = _taught(choice, parked, outcome, standing, journey_map, now)
    if not cases.decide(replace(without_heard(outcome), parked=decided, taught=taught)):
        raise Refused("A colleague decided this a moment ago.", field="id", do="See it: throughline triage list")
    return outcome.reasons


def _decision(choice: str, said: Said, journey_map: JourneyMap) -> Decision:
    if choice == NOBODY:
        return Skipped("a person decided that it is nobody's")
    if choice == PRAISE:
        return Praised(None, said.words, "a person read it as thanks")
    touchpoint = journey_map.touchpoint(choice)
    owned = [part for part in journey_map.parts if part.active and part.department.casefold() == choice.casefold()]
    part = touchpoint.owner if touchpoint else owned[0] if owned else None
    if part is None:
        do = "Name a touchpoint or a department of the map, “praise” or “nobody”."
        raise Refused(f"The map knows no “{choice}”.", field="choice", do=do)
    return Routed(part, said.words, f"a person decided that it belongs to {part.department}")


def _taught(
    choice: str, parked: ParkedItem, outcome: Outcome, line: Line, journey_map: JourneyMap, now: datetime
) -> Precedent | None:
    """What it teaches: the touchpoint where one was named, else the department; thanks teach nothing."""
    if choice == PRAISE:
        return None
    case = next(iter(outcome.cases), None)
    department = case.department if case else ""
    touchpoint = case.touchpoint if case and journey_map.touchpoint(choice) else ""
    number = case.number if case else 0
    return taught_by_triage(parked, touchpoint, department, number, line, journey_map, now.date())


def waiting(line: Line) -> bool:
    """Whether something of this line waits for a person."""
    return line.parked is not None and not line.parked.decided
