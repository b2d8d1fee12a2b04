"""Make a case from a decision: its owner, its reason, its promise."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from throughline.domain.case import Case, State
from throughline.domain.case_code import code_of
from throughline.domain.decision import Routed
from throughline.domain.journey import CONFIDANT, Department, JourneyMap
from throughline.domain.promise import promised_by, promised_day
from throughline.domain.promise_kept import USUAL_PROMISE
from throughline.usecases.hear_fact import Said
from throughline.usecases.letters import Letterhead


@dataclass(frozen=True, slots=True)
class Opening:
    """What a case is opened for: where it belongs in its line, the decision behind it, the `fact` that says it.

    Of what nobody signed, `quiet` is how long its mail waits: it is promised from then, and by a day.
    """

    line: str
    number: int
    routed: Routed
    place: str = ""
    reference: str = ""
    hops: int = 0
    had: tuple[str, ...] = ()
    call_back: bool = False
    fact: str = "fact"
    quiet: timedelta | None = None


def opening_of(said: Said, routed: Routed, number: int, head: Letterhead, *, calls: bool) -> Opening:
    """What a case is opened for by a decision about these words; one for the confidential contact is told at once."""
    unsigned = said.feedback is not None and said.feedback.report.anonymous
    minutes = 0 if routed.part.department == CONFIDANT else head.quiet(said.feedback)
    quiet = timedelta(minutes=minutes) if unsigned else None
    opening = Opening(said.line, number, routed, said.place, said.reference, call_back=calls, fact=said.fact)
    return replace(opening, quiet=quiet)


def open_case(opening: Opening, journey_map: JourneyMap, now: datetime) -> Case:
    """The case as it starts: routed, version 1, promised by the map's working time."""
    part = opening.routed.part
    department = journey_map.department(part.department) or Department(part.department)
    promise = part.reply_within or USUAL_PROMISE
    why, quiet = opening.routed.why, opening.quiet
    told = now if quiet is None else now + quiet
    promised = (promised_by if quiet is None else promised_day)(told, promise, department, journey_map.holidays)
    return Case(
        line=opening.line,
        number=opening.number,
        code=code_of(opening.line, opening.number),
        department=part.department,
        touchpoint=part.touchpoint,
        stage=part.stage,
        journey=part.journey,
        role=part.role,
        how=part.how_they_affect_it,
        why=opening.routed.reason,
        state=State.ROUTED,
        version=1,
        opened_on=now.date(),
        reply_by=promised,
        place=opening.place,
        reference=opening.reference,
        hops=opening.hops,
        had=opening.had,
        map_version=journey_map.version,
        call_back=opening.call_back,
        reply_within=promise,
        hits=why.hits if why else (),
        model=why.model if why else "",
        alike=why.nearest if why else "",
        confidence=opening.routed.confidence if why else 0.0,
        fact=opening.fact,
    )
