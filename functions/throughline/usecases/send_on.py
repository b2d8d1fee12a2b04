"""The confidential contact sends on what its words had made confidential, though it was not in confidence."""

from dataclasses import dataclass, replace

from throughline.domain.act import A_PERSON, Act
from throughline.domain.case import Case, State, Step
from throughline.domain.decision import Routed
from throughline.domain.in_confidence import as_read
from throughline.domain.journey import JourneyMap, Part, folded
from throughline.domain.letter import Letter
from throughline.domain.line import Advance, Outcome, ParkedItem
from throughline.domain.precedent import Precedent
from throughline.domain.reply_token import Party
from throughline.errors import Refused
from throughline.usecases.hear_fact import Said, said_in
from throughline.usecases.letters import HEARD, heard_letter, routing_letters
from throughline.usecases.may_send_on import own_words
from throughline.usecases.open_case import open_case, opening_of
from throughline.usecases.take_step import Ground
from throughline.usecases.teach import taught_by_triage

WAS_NONE = "it was not in confidence, and nobody has said yet whose it is"
STAYS = "Answer it yourself."


@dataclass(frozen=True, slots=True)
class _SentOn:
    """What it becomes: an ordinary case and what that teaches, or something that waits for a person."""

    opened: Case | None = None
    taught: Precedent | None = None
    parked: ParkedItem | None = None


def sent_on_step(act: Act, case: Case, ground: Ground) -> Advance:
    """The step to the department that is named, or to a person where none is; nobody can take it back.

    What the contact and whoever wrote it have said to each other stays with them. Refused where confidence was asked
    for, where the words are gone, and when the map has no such department.
    """
    said = said_in(ground.line, case.fact)
    if not said or not own_words(case, ground.line):
        raise Refused("Its words are gone: there is nothing to send on.", field="action", do=STAYS)
    if said.confided:
        raise Refused("Whoever wrote it asked for confidence: it stays with you.", field="action", do=STAYS)
    number, on = max(one.number for one in ground.line.cases) + 1, ground.now.date()
    sent = _sent_on(act.to.strip(), number, case, said, ground)
    moved = replace(case, state=State.HANDED_ON, version=case.version + 1)
    step = Step(moved.version, act.action, case.state, moved.state, case.department, on, act.digest())
    opened = (sent.opened,) if sent.opened else ()
    letters = routing_letters(said.words, opened, ground.journey_map, ground.head, said.feedback, {})
    letters += _heard(said, Outcome(case.line, case.fact, (), opened, parked=sent.parked), number, ground)
    step = replace(step, reason=as_read(said.revision))
    return Advance(moved, step, opened=sent.opened, letters=letters, taught=sent.taught, parked=sent.parked)


def _sent_on(to: str, number: int, case: Case, said: Said, ground: Ground) -> _SentOn:
    on = ground.now.date()
    item = ParkedItem(case.line, case.fact, WAS_NONE, said.words, on.isoformat(), handed=case.number)
    if to in ("", A_PERSON):
        if ground.line.parked and not ground.line.parked.decided:
            what = "Something else of it waits for a person already."
            raise Refused(what, field="to", do="Choose a department.")
        return _SentOn(parked=replace(item, call_back=case.call_back))
    part = _part(to, case, ground.journey_map)
    routed = Routed(part, said.words, f"a person decided that it belongs to {part.department}")
    opening = opening_of(said, routed, number, ground.head, calls=case.call_back)
    opened = open_case(opening, ground.journey_map, ground.now)
    named = case.touchpoint if folded(part.touchpoint) == folded(case.touchpoint) else ""
    taught = taught_by_triage(item, named, part.department, number, ground.line, ground.journey_map, on)
    return _SentOn(opened, taught)


def _part(to: str, case: Case, journey_map: JourneyMap) -> Part:
    """The department's part in the moment that was named, else its first; Refused where it has none."""
    own = [part for part in journey_map.parts if part.active and folded(part.department) == folded(to)]
    here = [part for part in own if folded(part.touchpoint) == folded(case.touchpoint)]
    if not own:
        do = "Choose a department of the map, or none: then a person decides."
        raise Refused(f"The map knows no part of “{to}”.", field="to", do=do)
    return (here or own)[0]


def _heard(said: Said, outcome: Outcome, number: int, ground: Ground) -> tuple[Letter, ...]:
    """To whoever wrote it and left an address: it is in confidence no more, and where it went.

    Answering it speaks to who has it now; answering what came before speaks to the contact.
    """
    feedback = said.feedback
    if not feedback or not feedback.report.reporter.reachable:
        return ()
    letter = heard_letter(feedback, outcome, ground.journey_map, ground.head)
    reply_to = ground.head.reply_to(Party.SUBMITTER, said.line, number, ground.now.date())
    fields = {**letter.fields, "refers": "", "sent_on_by": ground.journey_map.confided_to()}
    return (replace(letter, name=f"{HEARD}#{number}", fields=fields, reply_to=reply_to),)
