"""Gather what unhappy customers say into themes, where nobody has to answer each of them alone."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from throughline.domain.decision import Gathered, Parked, Routed, Verdict
from throughline.domain.gathering import Gathering, band_of
from throughline.domain.in_confidence import keeps
from throughline.domain.journey import CASES, CONFIDANT, JourneyMap
from throughline.domain.line import Line
from throughline.domain.routes.sensitive import is_sensitive
from throughline.ports import Cases
from throughline.usecases.hear_fact import Said, answer_in, words_to_gather


def gathered(decisions: Iterable[Verdict], said: Said, journey_map: JourneyMap | None) -> tuple[Verdict, ...]:
    """The decisions about a customer's words, those that would open a case or ask a person being gathered instead.

    They stand where the customer asked to be contacted, or a rule of the map wants cases at that touchpoint.
    Words are gathered once: where several departments are meant, for the first.
    """
    if said.wanted:
        return tuple(decisions)
    found = [_gathered(one, said, journey_map) for one in decisions]
    first = next((one for one in found if isinstance(one, Gathered)), None)
    return tuple(one for one in found if not isinstance(one, Gathered) or one is first)


def _gathered(decision: Verdict, said: Said, journey_map: JourneyMap | None) -> Verdict:
    match decision:
        case Routed() if decision.part.department == CONFIDANT:
            return decision
        case Parked(confidential=True):
            return decision
        case Routed():
            touchpoint, department = decision.part.touchpoint, decision.part.department
        case Parked():
            known = journey_map.touchpoint(said.touchpoint) if journey_map else None
            touchpoint, department = known.name if known else said.touchpoint, ""
        case _:
            return decision
    if journey_map and journey_map.low_scores_at(touchpoint) == CASES:
        return decision
    return Gathered(touchpoint, department, decision.words, decision.reason)


def gatherings(decisions: Iterable[Verdict], said: Said, standing: Line, today: date) -> Iterator[Gathering]:
    """What is written of words that are gathered, in place of what the same answer said before."""
    before = next((one for one in standing.gathered if one.fact == said.fact), None)
    for one in decisions:
        if isinstance(one, Gathered):
            fresh = Gathering(said.line, said.fact, one.touchpoint, one.department, one.words, today, said.band)
            yield replace(fresh, on=before.on) if before else fresh


def keep_in_step(standing: Line, cases: Cases, but: Collection[str] = (), confided: Collection[str] = ()) -> None:
    """Bring what a line has gathered to what its answers say by now: a score may come after its comment.

    What an answer says in confidence by now is gathered no longer, be it among the `confided` facts, in a case of its
    own, or only sounding like it.
    """
    hidden = {*confided, *(case.fact for case in standing.cases if keeps(case, case.fact))}
    for one in standing.gathered:
        now = _as_answered(one, standing)
        now = replace(now, words="") if one.fact in hidden or is_sensitive(now.words) else now
        if now != one and one.fact not in but and not standing.erased:
            cases.gather(now, before=one)


def _as_answered(one: Gathering, standing: Line) -> Gathering:
    answer = answer_in(standing, one.fact)
    if answer is None:
        return one
    return replace(one, words=words_to_gather(answer), band=band_of(answer, standing.answers))
