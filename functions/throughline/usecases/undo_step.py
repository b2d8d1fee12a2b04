"""A department takes its last step back, as long as nobody else has built on it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from throughline.domain.act import Act
from throughline.domain.case import RECALLED, REVERSIBLE, Action, Case, State, Step
from throughline.domain.journey import JourneyMap
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.line import Advance, Line, ParkedItem, Undoing
from throughline.domain.recognition import Publicity, Thanks
from throughline.errors import Refused
from throughline.usecases.letters import Letterhead, about, submitter_letter, to_department

TIME_TO_UNDO = timedelta(minutes=10)
TAKEN_BACK = "taken back"
NOTHING = ("There is nothing to take back.", "Reload the page: it shows what happened.")
_ASIDE = (*RECALLED, Action.COMMENT)  # whatever else comes after a step builds on it


@dataclass(frozen=True, slots=True)
class _Last:
    """The step that is to be taken back, the case that it opened, and the letter that tells of it."""

    step: Step
    opened: Case | None
    letter: str

    def waits(self, line: Line) -> bool:
        """Whether its letter has not left."""
        return self.letter in line.unsent

    def left(self, line: Line) -> bool:
        """Whether its letter is on its way."""
        return self.letter in line.letters and not self.waits(line)


def may_undo(case: Case, line: Line, now: datetime) -> bool:
    """Whether the last step can be taken back now."""
    return not _obstacle(case, line, now)


def undone_step(act: Act, case: Case, line: Line, journey_map: JourneyMap, head: Letterhead, now: datetime) -> Advance:
    """The step that takes the last one back, ready to be written; Refused (409) with the reason when it can't be.

    What was said stays in the history. A letter that has not left stays here; after one that has, an honest line
    follows.
    """
    obstacle, last = _obstacle(case, line, now), _last(case, line)
    if obstacle or not last or not case.taken:
        what, do = obstacle or NOTHING
        raise Refused(what, field="action", do=do, status=409)
    moved = replace(case, state=last.step.before, version=case.version + 1, reply_by=case.taken.reply_by, taken=None)
    on, by = now.date(), case.department
    back = str(last.step.version)
    step = Step(moved.version, Action.UNDO, case.state, moved.state, by, on, act.digest(), back)
    undoing = Undoing(
        letters=(last.letter,) if last.waits(line) else (),
        change=last.step.action is Action.RESOLVE and any(one.number == case.number for one in line.changes),
        taught=_taught(case, last, line),
        withdrawn=_withdrawn(case, last, on),
        thanks=_thanks(case, last, line),
    )
    letters = _honest(moved, last, line, journey_map, head, now) if last.left(line) else ()
    return Advance(moved, step, letters=letters, erased=line.erased, parked=_unparked(case, line), undoing=undoing)


def _last(case: Case, line: Line) -> _Last | None:
    steps = line.steps.get(case.number, ())
    step = next((one for one in steps if case.taken and one.version == case.taken.version), None)
    if not case.taken or not step or step.action not in REVERSIBLE:
        return None
    if any(one.version > step.version and one.action not in _ASIDE for one in steps):
        return None
    opened = next((one for one in line.cases if one.number == case.taken.opened), None)
    names = {
        Action.ANSWER: f"letter#{LetterKind.ANSWERED}#{case.number}#{step.version}",
        Action.RESOLVE: f"letter#{LetterKind.CHANGED}#{case.number}#{step.version}",
        Action.HAND_ON: f"letter#{LetterKind.CASE}#{case.taken.opened}",
    }
    return _Last(step, opened, names.get(step.action, ""))


def _obstacle(case: Case, line: Line, now: datetime) -> tuple[str, str] | None:
    """Why the last step stands, and what to do instead; None when it can be taken back."""
    last = _last(case, line)
    if not last or not case.taken:
        return NOTHING
    if now > case.taken.at + TIME_TO_UNDO:
        return "The ten minutes to take it back are over.", "Say what is different now with another step."
    return _built_on(case, last, line)


def _built_on(case: Case, last: _Last, line: Line) -> tuple[str, str] | None:
    match last.step.action:
        case Action.ANSWER if last.left(line):
            return "Your answer is on its way already.", "Answer once more: they read both."
        case Action.RESOLVE if case.call_back:
            return "The contact was deleted when the call-back was done.", "Tell the CX manager what is missing."
        case Action.HAND_ON if last.opened and last.opened.state is not State.ROUTED:
            what = f"{last.opened.department} works on it already."
            return what, "Talk to them: they can hand it on to you."
        case Action.HAND_ON if not last.opened and _decided_meanwhile(case, line):
            return "A person decided where it belongs.", "Talk to the CX manager."
    return None


def _decided_meanwhile(case: Case, line: Line) -> bool:
    return bool(line.parked and line.parked.handed == case.number and line.parked.decided)


def _unparked(case: Case, line: Line) -> ParkedItem | None:
    parked = line.parked if line.parked and line.parked.handed == case.number and not line.parked.decided else None
    return replace(parked, decided=TAKEN_BACK) if parked else None


def _taught(case: Case, last: _Last, line: Line) -> tuple[int, int] | None:
    """What routing would have learned from the step: handing on teaches of the case that it opened."""
    key = (last.opened.number, 1) if last.opened else (case.number, last.step.version)
    return key if key in line.taught else None


def _thanks(case: Case, last: _Last, line: Line) -> Thanks | None:
    """What was said to whoever raised it together with the step, as nobody's any more."""
    said = [one for one in line.thanks if one.back and (one.who, one.on) == (case.department, last.step.on)]
    ended = last.step.action is Action.RESOLVE and bool(said)
    return replace(max(said, key=lambda one: one.number), state=Publicity.DROPPED) if ended else None


def _withdrawn(case: Case, last: _Last, on: date) -> tuple[Case, Step] | None:
    if not last.opened:
        return None
    ended = replace(last.opened, state=State.HANDED_ON, version=last.opened.version + 1)
    return ended, Step(ended.version, Action.WITHDRAW, last.opened.state, ended.state, case.department, on)


def _honest(
    moved: Case, last: _Last, line: Line, journey_map: JourneyMap, head: Letterhead, now: datetime
) -> tuple[Letter, ...]:
    """What is said to whoever heard of the step that was taken back."""
    on = now.date()
    if last.opened:
        name, said = (
            f"letter#{LetterKind.WITHDRAWN}#{last.opened.number}",
            {**about(last.opened), "by": moved.department},
        )
        return (to_department(last.opened, name, LetterKind.WITHDRAWN, said, journey_map, head, on),)
    if not line.feedback or not line.feedback.report.reporter.reachable:
        return ()
    return (submitter_letter(line.feedback, moved, LetterKind.TAKEN_BACK, {}, moved.version, head, on),)
