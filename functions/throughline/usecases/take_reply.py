"""A mail that answers one of ours: it joins its case, by the same state table as the page, or it stands apart."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from throughline.domain.act import Act
from throughline.domain.case import Action, Case, State
from throughline.domain.case_code import code_of
from throughline.domain.confided import confided_because
from throughline.domain.in_confidence import sent_on
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Advance, Line
from throughline.domain.reply_token import Party, Reply
from throughline.errors import Unavailable
from throughline.usecases.find_thread import may_speak
from throughline.usecases.hear_fact import FACT
from throughline.usecases.judge_mail import FAIL
from throughline.usecases.keep_files import keep_files
from throughline.usecases.mail_desk import Got, MailDesk
from throughline.usecases.plan_reply import department_says, said_in, submitter_says
from throughline.usecases.show_case import case_of, open_first
from throughline.usecases.take_step import Ground, step_of

MOST_TRIES = 4
Plan = Callable[[Case, Got, Ground, MailDesk], Advance | None]


@dataclass(frozen=True, slots=True)
class Apart:
    """It joins no case; `reference` is the code of the one that it is about, if that can be said."""

    reference: str = ""


def take_reply(*, reply: Reply, got: Got, desk: MailDesk) -> str | Apart:
    """Take the step that the mail asks for, once; what came of it, in words that are counted.

    Apart when its sender may not speak there, or there is nothing any more that it could join.
    """
    if got.mail.verdicts.dmarc == FAIL:
        return Apart()
    if reply.expired(got.now.date()):
        return Apart(code_of(reply.line, reply.number or 1))
    plan = department_says if reply.party is Party.DEPARTMENT else submitter_says
    return _taken(reply, got, desk, plan)


def take_tracker(*, reply: Reply, got: Got, desk: MailDesk) -> str | Apart:
    """The automatic answer of a ticket system: where the map says so, it means that they have it, and no more."""
    if reply.party is not Party.DEPARTMENT or reply.expired(got.now.date()) or got.mail.verdicts.dmarc == FAIL:
        return Apart()
    return _taken(reply, got, desk, _tracker_says)


def _tracker_says(case: Case, got: Got, ground: Ground, desk: MailDesk) -> Advance | None:
    department = ground.journey_map.department(case.department)
    after = case.next_state(Action.ACKNOWLEDGE)
    if not department or not department.tracker or not isinstance(after, State):
        return None
    return step_of(Act(Action.ACKNOWLEDGE, identity=got.digest(desk)), case, after, ground)


def _taken(reply: Reply, got: Got, desk: MailDesk, plan: Plan) -> str | Apart:
    for _ in range(MOST_TRIES):
        line, journey_map = desk.facts.line(reply.line), desk.maps.current()
        if _stands(line, got.digest(desk)):
            return "repeated"
        if line.erased or journey_map is None:
            return Apart(code_of(reply.line, reply.number or 1))
        if not may_speak(reply, got.mail.address, line, desk):
            return Apart()
        case = _case_of(reply, line)
        if case is None or _belongs_elsewhere(reply, case, got, journey_map):
            return Apart(case.code if case else "")
        advance = plan(case, got, Ground(line, journey_map, desk.head(journey_map), got.now), desk)
        if advance is None:
            return Apart()
        if desk.cases.advance(_with_files(replace(advance, stored=got.stored), got, desk)):
            return f"{reply.party}: {advance.step.action}"
    raise Unavailable("others act on this case just now")


def _belongs_elsewhere(reply: Reply, case: Case, got: Got, journey_map: JourneyMap) -> bool:
    """Whether what whoever raised it says now is a note of its own: all is over, or it is not for who has the case."""
    if reply.party is not Party.SUBMITTER:
        return False
    confides = not case.confidential and bool(confided_because(said_in(got.mail), journey_map))
    return case.state is State.CLOSED or confides


def _with_files(advance: Advance, got: Got, desk: MailDesk) -> Advance:
    if not advance.saying or not got.mail.attachments:
        return advance
    files = keep_files(got=got, desk=desk, line=advance.case.line)
    return replace(advance, saying=replace(advance.saying, files=files))


def _stands(line: Line, digest: str) -> bool:
    """Whether this very mail has been taken before."""
    return any(step.digest == digest for steps in line.steps.values() for step in steps)


def _case_of(reply: Reply, line: Line) -> Case | None:
    """The case that is meant; for whoever raised it, the one that it is with now.

    What answers the confidential contact is theirs, whatever has become of the note since.
    """
    named = case_of(line, reply.number)
    if not reply.number and sent_on(line, FACT, None):  # what it answers said that only the contact reads it
        named = next(one for one in line.cases if one.confidential and one.fact == FACT)
    if reply.party is Party.DEPARTMENT or (named and (named.confidential or named.state is not State.HANDED_ON)):
        return named
    running = [case for case in line.cases if case.state is not State.HANDED_ON]
    return next(iter(open_first(running)), None)
