"""What a case becomes that belongs to somebody else: another department's, or a person decides where it goes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from throughline.domain.act import A_PERSON, MOST_HOPS, Act
from throughline.domain.case import Case
from throughline.domain.decision import Candidate, Routed
from throughline.domain.journey import JourneyMap, Part, folded
from throughline.domain.line import Line, ParkedItem
from throughline.errors import Refused
from throughline.usecases.hear_fact import Said, said_in
from throughline.usecases.open_case import Opening, open_case
from throughline.usecases.show_case import words_of


@dataclass(frozen=True, slots=True)
class HandedOn:
    """The case it becomes, or what waits for a person; neither where the same words wait for one already."""

    opened: Case | None = None
    parked: ParkedItem | None = None


def handed_on(act: Act, case: Case, line: Line, journey_map: JourneyMap, now: datetime) -> HandedOn:
    """Where it goes: to the department that is named, or to a person.

    To a person it goes when nobody can tell, after two hops, and before it comes back to a team that had it; not
    where its words are gone, since nobody could decide about them then. Refused when the map has no such department.
    """
    if case.confidential:
        raise Refused("It was said in confidence, and goes to nobody else.", field="action", do="Answer it yourself.")
    had = (*case.had, case.department)
    words = words_of(line, case) if said_in(line, case.fact) else ""  # no more than the department has read
    if act.to == A_PERSON:
        if not words:
            raise Refused("Nobody can decide that: its words are gone.", field="to", do="Choose a department.")
        return _to_a_person(case, words, line, f"{case.department} could not tell whose it is", (), now)
    part = part_for(act.to, case, journey_map)
    went_round = len(had) > MOST_HOPS or folded(part.department) in map(folded, had)
    if went_round and words:
        meant = Candidate(part.department, part.touchpoint, 0.0)
        return _to_a_person(case, words, line, f"{named(had)} had it, so that a person decides", (meant,), now)
    reason = f"{case.department} handed it on" + (f": “{act.text.strip()}”" if act.text.strip() else "")
    number = max(one.number for one in line.cases) + 1
    opening = Opening(case.line, number, Routed(part, "", reason), case.place, case.reference, len(had), had=had)
    opened = open_case(replace(opening, call_back=case.call_back, fact=case.fact), journey_map, now)
    return HandedOn(opened)


def opening_of_parked(parked: ParkedItem, routed: Routed, said: Said, number: int) -> Opening:
    """The case of something that was handed to and fro, as a person decided about it."""
    opening = Opening(said.line, number, routed, said.place, said.reference, len(parked.had), had=parked.had)
    return replace(opening, call_back=parked.call_back, fact=parked.fact)


def named(departments: Iterable[str]) -> str:
    """Departments in a row, each once."""
    return ", ".join(dict.fromkeys(departments))


def part_for(department: str, case: Case, journey_map: JourneyMap) -> Part:
    """The part of another department in the case's moment, made up where the map has none; Refused for no other."""
    known = journey_map.department(department)
    if not known or known.name == case.department:
        do = "Choose another department of the map."
        raise Refused(f"There is no other department “{department}”.", field="to", do=do)
    own = [part for part in journey_map.parts_of(case.touchpoint) if part.department == known.name]
    if own:
        return own[0]
    template = next(part for part in (*journey_map.parts_of(case.touchpoint), *journey_map.parts) if part.active)
    effect = f"{case.department} thinks that {known.name} can prevent this."
    return replace(
        template,
        journey=case.journey,
        stage=case.stage,
        touchpoint=case.touchpoint,
        department=known.name,
        role="",
        how_they_affect_it=effect,
        notify_email=known.notify_email,
    )


def _to_a_person(
    case: Case, words: str, line: Line, reason: str, meant: tuple[Candidate, ...], now: datetime
) -> HandedOn:
    if line.parked and not line.parked.decided:
        return HandedOn()
    item = ParkedItem(case.line, case.fact, reason, words, now.date().isoformat(), meant)
    had = (*case.had, case.department)
    return HandedOn(parked=replace(item, handed=case.number, had=had, call_back=case.call_back))
