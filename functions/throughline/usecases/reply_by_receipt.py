"""Whoever wrote a note says more about it, or whether it was solved; the receipt is all that is known of them."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from throughline.domain.act import Act
from throughline.domain.case import Action, Case, State
from throughline.domain.confided import confided_because
from throughline.domain.feedback import MAX_TEXT
from throughline.domain.giveaway import giveaways
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Advance, Line
from throughline.domain.more import More
from throughline.domain.seal import digits_of, line_of, mac, version_of_nonce
from throughline.errors import Refused, TooMany, Unavailable
from throughline.ports import Cases, Facts
from throughline.usecases.letters import Letterhead
from throughline.usecases.limit_notes import IF_IT_CANNOT_WAIT
from throughline.usecases.plan_reply import COLLEAGUE
from throughline.usecases.reply_letters import replied_letter
from throughline.usecases.show_case import case_of
from throughline.usecases.take_step import Ground, step_of

MOST_TRIES = 4
MOST_A_DAY = 20  # by whoever wrote it, on one case: more is no conversation
MUCH = "Much was said about this note today. Nothing was sent."


def nonce_subject(case: Case) -> str:
    """What a receipt's nonces are made for: none of a department's page fits."""
    return f"receipt|{case.subject}"


def reply_by_receipt(
    *, more: More, facts: Facts, cases: Cases, journey_map: JourneyMap, head: Letterhead, now: datetime
) -> str:
    """Take the step that the state table allows, once however often it is sent; what came of it, in a word.

    What is not for the confidential contact ends at so many steps a day, so that no receipt can flood a department.

    Refused with 400 for words that are missing, too long, or for somebody else alone, 403 for a nonce that is not
    ours, 404 for a receipt that knows no such case, 409 while they should be read once more; TooMany (429) after
    the day's last. The mail to the department waits as its first one did.
    """
    for _ in range(MOST_TRIES):
        line = facts.line(line_of(head.root, digits_of(more.receipt)))
        case = case_of(line, more.number) if line.feedback else None
        if case is None:
            raise Refused("We know no such note.", field="receipt", do="Open it by its receipt again.", status=404)
        if version_of_nonce(head.root, nonce_subject(case), more.nonce) is None:
            raise Refused("This page has gone stale.", field="nonce", do="Reload it and try again.", status=403)
        act = Act(more.action, text=more.text.strip(), identity=_identity(more, head.root))
        if any(step.digest == act.digest() for step in line.steps.get(case.number, ())):
            return "repeated"
        _check(more, case, line, journey_map)
        _limit(case, line, now)
        advance = _step(act, case, Ground(line, journey_map, head, now))
        if advance is None:
            return "late"
        if cases.advance(advance):
            return "changed"
    raise Unavailable("others act on this case just now")


def _identity(more: More, root: bytes) -> str:
    """The same for the same words of the same page."""
    return mac(root, "act", f"{more.nonce}|{more.action}|{more.text.strip()}")


def _check(more: More, case: Case, line: Line, journey_map: JourneyMap) -> None:
    words = more.text.strip()
    if more.action is Action.REPLY and not words:
        raise Refused("There are no words yet.", field="text", do="Write what you want to say.")
    if len(words) > MAX_TEXT:
        raise Refused("That is too long.", field="text", do=f"Use at most {MAX_TEXT:,} signs.")
    if case.confidential:
        return
    if words and confided_because(words, journey_map):
        what = f"This sounds like something for {journey_map.confided_to()} alone. It was not sent."
        raise Refused(what, field="text", do="Write it on the form as a note of its own, and tick “show it only to”.")
    unsigned = line.feedback is not None and line.feedback.report.anonymous
    if unsigned and not more.sure and giveaways(words, journey_map):
        what = "It may tell who wrote it, or name somebody. It was not sent yet."
        raise Refused(what, field="sure", do="Read it once more: change it, or send it as it is.", status=409)


def _limit(case: Case, line: Line, now: datetime) -> None:
    said = [step for step in line.steps.get(case.number, ()) if step.by == COLLEAGUE and step.on == now.date()]
    if case.confidential or len(said) < MOST_A_DAY:
        return
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    after = max(1, int((tomorrow - now).total_seconds()))
    raise TooMany(MUCH, field="text", do=f"Say it tomorrow. {IF_IT_CANNOT_WAIT}", after=after)


def _step(act: Act, case: Case, ground: Ground) -> Advance | None:
    """The step with its mail to whoever has the case; None where it comes too late."""
    after = case.next_state(act.action)
    if not isinstance(after, State):
        if act.action is not Action.REPLY:
            return None
        act, after = replace(act, action=Action.COMMENT), case.state
    advance = step_of(act, case, after, ground, by=COLLEAGUE)
    late = case.confidential and act.action is Action.COMMENT  # the contact has sent the note on, and still reads it
    if act.action not in (Action.REPLY, Action.DISPUTE) and not late:
        return advance
    on = ground.now.date()
    letter = replied_letter(advance.case, act.action, act.text, ground.journey_map, ground.head, on)
    minutes = 0 if case.confidential else ground.head.quiet(ground.line.feedback, str(advance.case.version))
    return replace(advance, letters=(replace(letter, quiet=minutes),))
