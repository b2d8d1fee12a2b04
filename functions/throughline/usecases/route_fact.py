"""Decide what a fact becomes: cases, thanks, a question to a person, or just a count."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from throughline.domain.decision import Candidate, Decision, Parked, Praised, Routed, Skipped
from throughline.domain.delivery import COUNTED_ONLY
from throughline.domain.feedback import Feedback, Kind
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Confirmation, Line, Outcome, ParkedItem
from throughline.domain.recognition import Behind, Thanks
from throughline.domain.routing import Router
from throughline.domain.seal import mac
from throughline.domain.survey import Answer, Band
from throughline.ports import Cases, Facts
from throughline.usecases.letters import HEARD, Letterhead, heard_letter, routing_letters
from throughline.usecases.open_case import Opening, open_case

FACT = "fact"
NO_MAP = "there is no journey map yet: import one, then decide"


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a fact as routing needs them, whichever door they came in by."""

    line: str
    fact: str
    words: str
    touchpoint: str
    kind: Kind | None
    who: str
    place: str = ""
    reference: str = ""
    feedback: Feedback | None = None
    revision: int | None = None


def route_fact(
    *,
    line: str,
    fact: str,
    facts: Facts,
    cases: Cases,
    router: Router | None,
    head: Letterhead,
    now: datetime,
    revision: int | None = None,
) -> tuple[str, ...]:
    """Decide and write all that follows in one go; the reasons of what was decided.

    `revision` is the one that it was asked for; another one that stands now has a routing of its own.

    A fact that was settled before, or is gone, changes nothing and says so; what still comes to an erased
    line is erased too.
    """
    standing = facts.line(line)
    said = _said(standing, fact)
    if standing.erased:
        if said:
            facts.forget(line, fact)
        return ("erased",)
    if said is None:
        return ("nothing to route",)
    if revision is not None and said.revision != revision:
        return ("another revision stands",)
    decisions = _decisions(said, standing, router)
    outcome = consequences(said, decisions, standing, router.map if router else None, head, now)
    return outcome.reasons if cases.settle(outcome) else ("settled before",)


def consequences(
    said: Said,
    decisions: tuple[Decision, ...],
    standing: Line,
    journey_map: JourneyMap | None,
    head: Letterhead,
    now: datetime,
) -> Outcome:
    """Everything that decisions lead to, ready to be written together."""
    number = len(standing.cases)
    routed = [one for one in decisions if isinstance(one, Routed)]
    opened = tuple(
        open_case(Opening(said.line, number + at, one, said.place, said.reference), journey_map, now)
        for at, one in enumerate(routed, start=1)
        if journey_map
    )
    praised = [one for one in decisions if isinstance(one, Praised)]
    first = len(standing.thanks)
    thanks = tuple(_thanks(said, one, first + at, now.date()) for at, one in enumerate(praised, start=1))
    parked = next((_parked(said, one, now.date()) for one in decisions if isinstance(one, Parked)), None)
    letters = routing_letters(said.words, opened, journey_map, head, said.feedback)
    reasons = tuple(_reason(one) for one in decisions)
    outcome = Outcome(said.line, said.fact, reasons, opened, thanks, parked, letters, said.revision)
    return _heard(outcome, said.feedback, journey_map, head, now)


def _heard(
    outcome: Outcome, feedback: Feedback | None, journey_map: JourneyMap | None, head: Letterhead, now: datetime
) -> Outcome:
    """The outcome with the mail to whoever raised it; a conversation by mail gets one a day."""
    if not feedback or not feedback.report.reporter.reachable:
        return outcome
    letter = heard_letter(feedback, outcome.cases, outcome.thanks, outcome.parked, journey_map, head)
    if not feedback.report.thread:
        return replace(outcome, letters=(*outcome.letters, letter))
    conversation = mac(head.root, "confirmed", f"{feedback.report.thread}|{now.date()}")
    return replace(outcome, confirmation=Confirmation(letter, conversation))


def without_heard(outcome: Outcome) -> Outcome:
    """The same for what was heard before: whoever raised it has had that mail."""
    letters = tuple(one for one in outcome.letters if one.name != HEARD)
    return replace(outcome, letters=letters, confirmation=None)


def said_in(standing: Line, fact: str) -> Said | None:
    """The words of one fact of a line; None when the fact is gone."""
    return _said(standing, fact)


def _decisions(said: Said, standing: Line, router: Router | None) -> tuple[Decision, ...]:
    if not said.words:
        return (Skipped("a score without words is counted"),)
    decisions = decisions_by(router, said) if router else (Parked(said.words, NO_MAP),)
    fresh = tuple(one for one in decisions if not known(one, standing))
    return fresh or (Skipped("whom it concerns has this already, with all its words"),)


def known(decision: Decision, standing: Line) -> bool:
    """Whether more words on a line lead to nobody new; those who have it see every word of it."""
    match decision:
        case Routed():
            return any(case.department == decision.part.department for case in standing.cases)
        case Praised():
            name = decision.touchpoint.name if decision.touchpoint else ""
            return any(one.touchpoint == name for one in standing.thanks)
        case Parked():
            return standing.parked is not None
        case Skipped():
            return False


def decisions_by(router: Router, said: Said) -> tuple[Decision, ...]:
    """What the map makes of words; where mail would have nowhere to go, a person has to decide."""
    decisions = router.decide(said.words, touchpoint=said.touchpoint, kind=said.kind)
    return tuple(_reachable(one, router.map) for one in decisions)


def _reachable(decision: Decision, journey_map: JourneyMap) -> Decision:
    """The decision, or a question to a person when mail to that department has nowhere to go."""
    if not isinstance(decision, Routed) or journey_map.address_of(decision.part):
        return decision
    part = decision.part
    meant = Candidate(part.department, part.touchpoint, decision.confidence)
    return Parked(decision.words, f"{part.department} has no mailbox on the map", (meant, *decision.alternatives))


def _said(standing: Line, fact: str) -> Said | None:
    if fact == FACT:
        return _of_feedback(standing.feedback) if standing.feedback else None
    question = fact.partition("#")[2]
    answer = next((one for one in standing.answers if one.question_key == question), None)
    return _of_answer(answer, fact) if answer else None


def _of_feedback(feedback: Feedback) -> Said:
    report = feedback.report
    return Said(
        feedback.line,
        FACT,
        report.text,
        report.touchpoint,
        report.kind,
        "a colleague",
        report.place,
        report.reference,
        feedback,
    )


def _of_answer(answer: Answer, fact: str) -> Said:
    kind = {Band.PROMOTER: Kind.PRAISE, Band.DETRACTOR: Kind.ISSUE}.get(answer.band() or Band.PASSIVE)
    words = "" if answer.hints.get(COUNTED_ONLY) is True else answer.verbatim.strip()
    return Said(answer.line, fact, words, answer.touchpoint_hint, kind, "a customer", revision=answer.revision)


def _thanks(said: Said, praised: Praised, number: int, on: date) -> Thanks:
    touchpoint = praised.touchpoint
    parts = touchpoint.parts if touchpoint else ()
    behind = tuple(Behind(part.department, part.role, part.how_they_affect_it) for part in parts)
    name = touchpoint.name if touchpoint else ""
    return Thanks(said.line, number, praised.words, name, behind, on, said.who, praised.reason)


def _parked(said: Said, parked: Parked, on: date) -> ParkedItem:
    return ParkedItem(said.line, said.fact, parked.reason, said.words, on.isoformat(), parked.alternatives)


def _reason(decision: Decision) -> str:
    match decision:
        case Routed():
            return f"routed to {decision.part.department}: {decision.reason}"
        case Praised():
            return f"thanks: {decision.reason}"
        case Parked():
            return f"parked: {decision.reason}"
        case Skipped():
            return f"skipped: {decision.reason}"
