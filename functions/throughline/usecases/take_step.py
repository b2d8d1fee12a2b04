"""One step of a case, with all that follows from it, whichever way it was said."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from throughline.domain.act import Act
from throughline.domain.case import Action, Case, Saying, State, Step
from throughline.domain.contact import Reached
from throughline.domain.decision import Routed
from throughline.domain.journey import Department, JourneyMap, Part
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.line import Advance, Line
from throughline.domain.promise import promised_by
from throughline.domain.promise_kept import USUAL_PROMISE
from throughline.domain.recognition import Change
from throughline.errors import Refused
from throughline.usecases.call_back import ENDS, reached_by
from throughline.usecases.letters import Letterhead, case_letter, submitter_letter
from throughline.usecases.open_case import Opening, open_case
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
    moved = replace(case, state=after, version=version)
    if act.action is Action.EXTEND:
        moved = replace(moved, reply_by=_until(act.until, case, ground.journey_map, ground.now))
    if after is State.REOPENED and case.done:  # the time that was promised is over: it begins anew
        moved = replace(moved, reply_by=_anew(case, ground))
    opened = _handed_on(act, case, ground) if act.action is Action.HAND_ON else None
    words = words_of(ground.line) or case.touchpoint
    letters = [case_letter(opened, words, (), ground.journey_map, ground.head, ground.line.feedback)] if opened else []
    letters += _to_submitter(act, case, version, ground)
    step = Step(version, act.action, case.state, after, who, on, act.digest(), reached)
    text, told = act.text.strip(), act.told.strip() if case.call_back else ""
    saying = Saying(version, who, text, on, told=told) if text or told else None
    fixed = act.action is Action.RESOLVE and reached != Reached.NOT_REACHED
    change = _change(act, case, words, on) if fixed else None
    ends, erased = case.call_back and after in ENDS, ground.line.erased
    taught = None if by else taught_by_step(act.action, case, opened, ground.line, words, on)
    told_to = tuple(letters)
    return Advance(moved, step, saying, change, opened, told_to, erased=erased, forgets_contact=ends, taught=taught)


def day_of(until: str, now: datetime) -> date | None:
    """The day that may be promised; None for what is none, is over, or lies too far ahead."""
    try:
        day = date.fromisoformat(until.strip())
    except ValueError:
        return None
    return day if now.date() < day <= now.date() + LONGEST_EXTENSION else None


def _handed_on(act: Act, case: Case, ground: Ground) -> Case:
    part = _part_for(act.to, case, ground.journey_map)
    reason = f"{case.department} handed it on" + (f": “{act.text.strip()}”" if act.text.strip() else "")
    number = max(one.number for one in ground.line.cases) + 1
    opening = Opening(case.line, number, Routed(part, "", reason), case.place, case.reference, case.hops + 1)
    return open_case(replace(opening, call_back=case.call_back), ground.journey_map, ground.now)


def _part_for(department: str, case: Case, journey_map: JourneyMap) -> Part:
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


def _until(until: str, case: Case, journey_map: JourneyMap, now: datetime) -> datetime:
    department = journey_map.department(case.department)
    day = day_of(until, now)
    if day is None:
        do = f"Choose a day after today and within {LONGEST_EXTENSION.days} days."
        raise Refused("That is no day to promise.", field="until", do=do)
    return datetime.combine(day, time(17), ZoneInfo(department.timezone if department else "UTC"))


def _anew(case: Case, ground: Ground) -> datetime:
    department = ground.journey_map.department(case.department) or Department(case.department)
    return promised_by(ground.now, case.reply_within or USUAL_PROMISE, department, ground.journey_map.holidays)


def _change(act: Act, case: Case, words: str, on: date) -> Change:
    return Change(case.line, case.number, case.department, case.touchpoint, words, act.text.strip(), on, case.place)


def _to_submitter(act: Act, case: Case, version: int, ground: Ground) -> list[Letter]:
    feedback = ground.line.feedback
    if not feedback or not feedback.report.reporter.reachable or act.action not in _TOLD:
        return []
    said = {_FIELD[act.action]: act.text.strip()}
    kind, on = _TOLD[act.action], ground.now.date()
    return [submitter_letter(feedback, case, kind, said, version, ground.head, on)]
