"""One step of a case, with all that follows from it, whichever way it was said."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from throughline.domain.act import Act
from throughline.domain.case import REVERSIBLE, Action, Case, Saying, State, Step, Taken
from throughline.domain.contact import Reached
from throughline.domain.feedback import Reporter
from throughline.domain.journey import Department, JourneyMap
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.line import Advance, Line
from throughline.domain.person import person_id
from throughline.domain.promise import calendar_of, promised_by, promised_day
from throughline.domain.promise_kept import USUAL_PROMISE, kept_by
from throughline.domain.recognition import Change, Thanks
from throughline.errors import Refused
from throughline.usecases.call_back import ENDS, reached_by
from throughline.usecases.give_thanks import thanks_on_case
from throughline.usecases.hand_on import HandedOn, handed_on
from throughline.usecases.leave_out_names import without_people
from throughline.usecases.letters import Letterhead, case_letter, submitter_letter
from throughline.usecases.show_case import words_of
from throughline.usecases.teach import taught_by_step

LONGEST_EXTENSION = timedelta(days=90)
NEEDS_WORDS = {
    Action.ANSWER: "Write the answer in a sentence or two.",
    Action.RESOLVE: "Write in one line what you changed.",
}
_TOLD = {Action.ANSWER: LetterKind.ANSWERED, Action.RESOLVE: LetterKind.CHANGED, Action.ASK: LetterKind.QUESTION}
_FIELD = {Action.ANSWER: "answer", Action.RESOLVE: "change", Action.ASK: "question"}


@dataclass(frozen=True, slots=True)
class Ground:
    """What a step is taken on: the line as it was read, the map, the time."""

    line: Line
    journey_map: JourneyMap
    head: Letterhead
    now: datetime


def step_of(act: Act, case: Case, after: State, ground: Ground, *, by: str = "") -> Advance:
    """The step to `after`, ready to be written; `by` is who takes it if not the department.

    Refused with the field that is missing or wrong.
    """
    if act.action in NEEDS_WORDS and not act.text.strip():
        raise Refused("There are no words yet.", field="text", do=NEEDS_WORDS[act.action])
    reached = reached_by(act, case)
    version, on, who = case.version + 1, ground.now.date(), by or case.department
    handed = _handed_on(act, case, ground) if act.action is Action.HAND_ON else HandedOn()
    opened = handed.opened
    moved = _moved(act, case, after, ground)
    if act.action in REVERSIBLE and not by:
        moved = replace(moved, taken=Taken(version, ground.now, case.reply_by, opened.number if opened else 0))
    words = words_of(ground.line, case) or case.touchpoint
    letters = [case_letter(opened, words, (), ground.journey_map, ground.head, ground.line.feedback)] if opened else []
    letters += _to_submitter(act, case, version, ground)
    kept = () if by else _kept(act.action, case, ground)
    step = Step(version, act.action, case.state, after, who, on, act.digest(), reached, kept)
    text, told = act.text.strip(), act.told.strip() if case.call_back else ""
    saying = Saying(version, who, text, on, told=told) if text or told else None
    fixed = act.action is Action.RESOLVE and reached != Reached.NOT_REACHED and not case.confidential
    change = _change(act, case, words, ground) if fixed else None
    ends, erased = case.call_back and after in ENDS, ground.line.erased
    taught = None if by else taught_by_step(act.action, case, opened, ground.line, words, on)
    advance = Advance(moved, step, saying, change, opened, tuple(letters), erased=erased, taught=taught)
    thanks = _thanks(act, case, ground) if act.action is Action.RESOLVE and not by else None
    return replace(advance, forgets_contact=ends, parked=handed.parked, thanks=thanks)


def day_of(until: str, now: datetime) -> date | None:
    """The day that may be promised; None for what is none, is over, or lies too far ahead."""
    try:
        day = date.fromisoformat(until.strip())
    except ValueError:
        return None
    return day if now.date() < day <= now.date() + LONGEST_EXTENSION else None


def _moved(act: Act, case: Case, after: State, ground: Ground) -> Case:
    """The case after the step, with what is promised from then on."""
    moved = replace(case, state=after, version=case.version + 1)
    if act.action is Action.EXTEND:
        return replace(moved, reply_by=_until(act.until, case, ground.journey_map, ground.now))
    if after is State.REOPENED and case.done:  # the time that was promised is over: it begins anew
        return replace(moved, reply_by=_anew(case, ground))
    return moved


def _handed_on(act: Act, case: Case, ground: Ground) -> HandedOn:
    return handed_on(act, case, ground.line, ground.journey_map, ground.now)


def _kept(action: Action, case: Case, ground: Ground) -> tuple[str, ...]:
    department = ground.journey_map.department(case.department) or Department(case.department)
    return kept_by(case, action, calendar_of(department, ground.journey_map.holidays), ground.now)


def _until(until: str, case: Case, journey_map: JourneyMap, now: datetime) -> datetime:
    department = journey_map.department(case.department)
    day = day_of(until, now)
    if day is None:
        do = f"Choose a day after today and within {LONGEST_EXTENSION.days} days."
        raise Refused("That is no day to promise.", field="until", do=do)
    return datetime.combine(day, time(17), ZoneInfo(department.timezone if department else "UTC"))


def _anew(case: Case, ground: Ground) -> datetime:
    """Another promise; to the day where nobody signed, since it may begin with a word of theirs."""
    department = ground.journey_map.department(case.department) or Department(case.department)
    unsigned = ground.line.feedback is not None and ground.line.feedback.report.anonymous
    promised = promised_day if unsigned else promised_by
    return promised(ground.now, case.reply_within or USUAL_PROMISE, department, ground.journey_map.holidays)


def _change(act: Act, case: Case, words: str, ground: Ground) -> Change:
    """What everybody may read of it: whoever it names is left out."""
    feedback, known = ground.line.feedback, ground.head.colleagues
    writer = [feedback.report.reporter.name] if feedback else []
    said, done = (without_people(one, ground.journey_map, known, beside=writer) for one in (words, act.text.strip()))
    change = Change(case.line, case.number, case.department, case.touchpoint, said, done, ground.now.date(), case.place)
    return replace(change, effort=act.effort, by=_proven(feedback.report.reporter) if feedback else "")


def _proven(writer: Reporter) -> str:
    """The id of who wrote, where the mail service proved it; whoever typed an address may be anybody."""
    return person_id(email=writer.email, name="", department="") if writer.verified and writer.email else ""


def _thanks(act: Act, case: Case, ground: Ground) -> Thanks | None:
    if case.confidential:
        return None
    return thanks_on_case(case=case, words=act.thanks, line=ground.line, on=ground.now.date())


def _to_submitter(act: Act, case: Case, version: int, ground: Ground) -> list[Letter]:
    feedback = ground.line.feedback
    if not feedback or not feedback.report.reporter.reachable or act.action not in _TOLD:
        return []
    said = {_FIELD[act.action]: act.text.strip()}
    said |= {"thanks": " ".join(act.thanks.split())} if act.action is Action.RESOLVE and not case.confidential else {}
    kind, on = _TOLD[act.action], ground.now.date()
    return [submitter_letter(feedback, case, kind, said, version, ground.head, on)]
