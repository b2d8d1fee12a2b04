"""Decide what a fact becomes: cases, thanks, a question to a person, or just a count."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from throughline.domain.confided import WISHED, confided_because, part_of
from throughline.domain.decision import Candidate, Decision, Gathered, Parked, Praised, Routed, Skipped, Verdict
from throughline.domain.feedback import Feedback
from throughline.domain.in_confidence import keeps
from throughline.domain.journey import CONFIDANT, JourneyMap
from throughline.domain.line import Confirmation, Line, Outcome, ParkedItem
from throughline.domain.routing import Router
from throughline.domain.seal import mac
from throughline.ports import Cases, Facts
from throughline.usecases.gather_words import gathered, gatherings, keep_in_step
from throughline.usecases.hear_fact import Said, said_in, silent
from throughline.usecases.letters import HEARD, Letterhead, heard_letter, routing_letters
from throughline.usecases.open_case import open_case, opening_of
from throughline.usecases.recognise import giver_of, recognised

V = TypeVar("V", bound=Verdict)
NO_MAP = "there is no journey map yet: import one, then decide"
NO_CONFIDANT = "it was said in confidence, and the map names nobody who may read it"


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
    said = said_in(standing, fact)
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
    confided = [case.fact for case in (*standing.cases, *outcome.cases) if keeps(case, case.fact)]
    keep_in_step(standing, cases, but=[one.fact for one in outcome.gathered], confided=confided)
    written = cases.settle(outcome)
    if outcome.gathered:  # a score may have come meanwhile, whose own routing saw nothing gathered yet
        keep_in_step(facts.line(line), cases)
    return outcome.reasons if written else ("settled before",)


def consequences(
    said: Said,
    decisions: tuple[Verdict, ...],
    standing: Line,
    journey_map: JourneyMap | None,
    head: Letterhead,
    now: datetime,
) -> Outcome:
    """Everything that decisions lead to, ready to be written together."""
    number = len(standing.cases)
    routed, calls = [one for one in decisions if isinstance(one, Routed)], wants_call(said, standing)
    opened = tuple(
        open_case(opening_of(said, one, number + at, head, calls=at == 1 and calls), journey_map, now)
        for at, one in enumerate(routed, start=1)
        if journey_map
    )
    praised = [one for one in decisions if isinstance(one, Praised)]
    first = len(standing.thanks)
    given = [recognised(said, one, first + at, journey_map, head, now) for at, one in enumerate(praised, start=1)]
    thanks = tuple(one.thanks for one in given)
    parked = next((_parked(said, one, now.date()) for one in decisions if isinstance(one, Parked)), None)
    weighed = {case.number: one.why.words for case, one in zip(opened, routed, strict=False) if one.why}
    letters = routing_letters(said.words, opened, journey_map, head, said.feedback, weighed)
    reasons = tuple(_reason(one) for one in decisions)
    kept = tuple(gatherings(decisions, said, standing, now.date()))
    outcome = Outcome(said.line, said.fact, reasons, opened, thanks, parked, letters, said.revision)
    thanked = tuple(one.thanked for one in given if one.thanked)
    giver = next(filter(None, (giver_of(said, one, head.root) for one in thanks)), "")
    outcome = replace(outcome, gathered=kept, weighed=weighed, thanked=thanked, giver=giver)
    return _heard(outcome, said.feedback, journey_map, head, now)


def _heard(
    outcome: Outcome, feedback: Feedback | None, journey_map: JourneyMap | None, head: Letterhead, now: datetime
) -> Outcome:
    """The outcome with the mail to whoever raised it; a conversation by mail gets one a day."""
    if not feedback or not feedback.report.reporter.reachable:
        return outcome
    letter = heard_letter(feedback, outcome, journey_map, head)
    if not feedback.report.thread:
        return replace(outcome, letters=(*outcome.letters, letter))
    conversation = mac(head.root, "confirmed", f"{feedback.report.thread}|{now.date()}")
    return replace(outcome, confirmation=Confirmation(letter, conversation))


def without_heard(outcome: Outcome) -> Outcome:
    """The same for what was heard before: whoever raised it has had that mail."""
    letters = tuple(one for one in outcome.letters if one.name != HEARD)
    return replace(outcome, letters=letters, confirmation=None)


def _decisions(said: Said, standing: Line, router: Router | None) -> tuple[Verdict, ...]:
    if not said.words and not (said.wanted and silent(standing)):
        return (Skipped("a score without words is counted"),)
    if any(keeps(case, said.fact) for case in standing.cases):
        said = replace(
            said, confided=True, sent_on=False
        )  # whatever a later revision says: it stays with whom it was said to
    journey_map = router.map if router else None
    decided: tuple[Verdict, ...] = _decided(said, router)
    decided = decided if said.feedback else gathered(decided, said, journey_map)
    decisions = tuple(_reachable(one, journey_map) if journey_map else one for one in decided)
    return _fresh(decisions, said, standing) or (Skipped("whom it concerns has this already, with all its words"),)


def wants_call(said: Said, standing: Line) -> bool:
    """Whether the customer has to be called back, and nobody does so yet."""
    return said.wanted and not any(case.call_back for case in standing.cases)


def _fresh(decisions: Iterable[Verdict], said: Said, standing: Line) -> tuple[Verdict, ...]:
    """What leads to somebody new; a customer who asked to be called back has one case for that in any case."""
    calls = wants_call(said, standing)
    called = said.wanted and not calls
    fresh = [one for one in decisions if not (known(one, standing, said.fact) or (called and _to_department(one)))]
    if calls and not any(isinstance(one, Routed) for one in fresh):
        fresh += [one for one in decisions if isinstance(one, Routed)][:1]
    return tuple(fresh)


def _to_department(decision: Verdict) -> bool:
    return isinstance(decision, Routed) and decision.part.department != CONFIDANT


def known(decision: Verdict, standing: Line, fact: str) -> bool:
    """Whether more words on a line lead to nobody new; those who have it see every word of it.

    What is said in confidence is seen by nobody who has the rest: each fact of it is a case of its own.
    """
    match decision:
        case Routed() if not _to_department(decision):
            return any(keeps(case, fact) for case in standing.cases)
        case Routed():
            return any(case.department == decision.part.department for case in standing.cases)
        case Praised():
            name = decision.touchpoint.name if decision.touchpoint else ""
            return any(one.touchpoint == name for one in standing.thanks if not one.back)
        case Parked():
            return standing.parked is not None
        case Gathered() | Skipped():
            return False


def decisions_by(router: Router, said: Said) -> tuple[Decision, ...]:
    """What the map makes of words; where mail would have nowhere to go, a person has to decide."""
    return tuple(_reachable(one, router.map) for one in _decided(said, router))


def _decided(said: Said, router: Router | None) -> tuple[Decision, ...]:
    confided = confidence(said, router.map if router else None)
    if confided:
        return (confided,)
    if router is None:
        return (Parked(said.words, NO_MAP),)
    return router.decide(said.words, touchpoint=said.touchpoint, kind=said.kind)


def confidence(said: Said, journey_map: JourneyMap | None) -> Routed | Parked | None:
    """The decision about what is said in confidence: its owner's alone, or parked until the map names one.

    None about what its owner has read, and sent on.
    """
    if said.sent_on:
        return None
    reason = WISHED if said.confided else confided_because(said.words, journey_map)
    if not reason:
        return None
    if journey_map and journey_map.confidant():
        return Routed(part_of(journey_map, said.touchpoint), said.words, reason)
    return Parked(said.words, NO_CONFIDANT, confidential=True)


def _reachable(decision: V, journey_map: JourneyMap) -> V | Parked:
    """The decision, or a question to a person when mail to that department has nowhere to go."""
    if not isinstance(decision, Routed) or journey_map.address_of(decision.part):
        return decision
    part = decision.part
    meant = Candidate(part.department, part.touchpoint, decision.confidence)
    reason = f"{part.department} has no mailbox on the map"
    return Parked(decision.words, reason, (meant, *decision.alternatives), why=decision.why)


def _parked(said: Said, parked: Parked, on: date) -> ParkedItem:
    words, sealed = "" if parked.confidential else said.words, parked.confidential
    item = ParkedItem(said.line, said.fact, parked.reason, words, on.isoformat(), parked.alternatives)
    item = replace(item, confidential=sealed)
    if parked.why is None:
        return item
    why, sure = parked.why, parked.alternatives[0].confidence if parked.alternatives else 0.0
    kept = replace(item, weighed=why.words, hits=why.hits, confidence=sure, alike=why.nearest)
    return replace(kept, model=why.model, map_version=why.map_version)


def _reason(decision: Verdict) -> str:
    match decision:
        case Routed() if not _to_department(decision):
            return f"confided: {decision.reason}"
        case Routed():
            return f"routed to {decision.part.department}: {decision.reason}"
        case Praised():
            return f"thanks: {decision.reason}"
        case Parked():
            return f"parked: {decision.reason}"
        case Gathered():
            return f"gathered: {decision.reason}"
        case Skipped():
            return f"skipped: {decision.reason}"
