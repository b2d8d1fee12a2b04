"""A person decides what was parked."""

from dataclasses import replace
from datetime import datetime

from throughline.domain.decision import Decision, Praised, Routed, Skipped
from throughline.domain.journey import JourneyMap
from throughline.domain.letter import Letter
from throughline.domain.line import Line, Outcome, ParkedItem
from throughline.domain.precedent import Precedent
from throughline.errors import Refused
from throughline.ports import Cases, Facts
from throughline.usecases.gather_words import keep_in_step
from throughline.usecases.hand_on import opening_of_parked
from throughline.usecases.hear_fact import Said, said_in
from throughline.usecases.letters import Letterhead, case_letter, routing_letters
from throughline.usecases.open_case import open_case, opening_of
from throughline.usecases.route_fact import confidence, consequences, known, without_heard
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

    What was said in confidence goes to nobody but its owner, whatever is said; it teaches nothing.

    The reasons of what was decided; Refused when nothing is parked there, or the choice is not on the map.
    """
    standing = facts.line(line)
    parked = standing.parked
    said = said_in(standing, parked.fact) if parked else None
    if not parked or parked.decided or not said:
        raise Refused("Nothing waits for a decision there.", field="id", do="See what waits: throughline triage list")
    # Its words may be another revision's than those that were parked.
    confided = parked.confidential or confidence(said, journey_map) is not None
    decision = _confided(said, standing, journey_map) if confided else _decision(choice, said, journey_map)
    if confided:  # what a later revision of it said may have been gathered since
        keep_in_step(standing, cases, confided=[parked.fact])
    outcome = _consequences(said, decision, standing, journey_map, head, now)
    decided = replace(parked, decided=choice)
    taught = None if confided else _taught(choice, parked, outcome, standing, journey_map, now)
    if not cases.decide(replace(without_heard(outcome), parked=decided, taught=taught)):
        raise Refused("A colleague decided this a moment ago.", field="id", do="See it: throughline triage list")
    return outcome.reasons


def _consequences(
    said: Said, decision: Decision, standing: Line, journey_map: JourneyMap, head: Letterhead, now: datetime
) -> Outcome:
    """What follows; of what was handed to and fro one case, which goes on where the last one ended."""
    parked = standing.parked
    if not parked or not parked.handed or not isinstance(decision, Routed):
        return consequences(said, (decision,), standing, journey_map, head, now)
    number = len(standing.cases) + 1
    if parked.had:
        case = open_case(opening_of_parked(parked, decision, said, number), journey_map, now)
        letters: tuple[Letter, ...] = (case_letter(case, said.words, (), journey_map, head, said.feedback),)
    else:  # it comes from the confidential contact: no department has heard of it
        case = open_case(opening_of(said, decision, number, head, calls=parked.call_back), journey_map, now)
        letters = routing_letters(said.words, (case,), journey_map, head, said.feedback, {})
    reason = f"routed to {case.department}: {case.why}"
    return Outcome(said.line, said.fact, (reason,), (case,), letters=letters, revision=said.revision)


def _confided(said: Said, standing: Line, journey_map: JourneyMap) -> Decision:
    decision = confidence(said, journey_map) or confidence(replace(said, confided=True), journey_map)
    if not isinstance(decision, Routed):
        do = "Name a confidential contact or a CX manager on the map and import it."
        raise Refused("It was said in confidence, and the map names nobody who may read it.", field="id", do=do)
    return Skipped("it is with whom it was said to") if known(decision, standing, said.fact) else decision


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
    taught = taught_by_triage(parked, touchpoint, department, number, line, journey_map, now.date())
    handed = next((one for one in line.cases if one.number == parked.handed), None)
    if handed is None or handed.confidential:  # the contact says nothing of whose it is
        return taught
    return replace(taught, instead_of=handed.number, said=handed.department)


def waiting(line: Line) -> bool:
    """Whether something of this line waits for a person."""
    return line.parked is not None and not line.parked.decided
