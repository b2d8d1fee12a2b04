"""A department says something about a case: acknowledged, answered, fixed, belongs elsewhere, needs longer."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from throughline.domain.act import Act
from throughline.domain.case import Action, Case, Saying, State, Stays, Step
from throughline.domain.decision import Routed
from throughline.domain.journey import JourneyMap, Part
from throughline.domain.letter import Letter
from throughline.domain.line import Advance, Line
from throughline.domain.recognition import Change
from throughline.domain.seal import version_of_nonce
from throughline.errors import Refused
from throughline.ports import Cases
from throughline.usecases.letters import Letterhead, answered_letter, case_letter, changed_letter
from throughline.usecases.open_case import Opening, open_case
from throughline.usecases.show_case import words_of

LONGEST_EXTENSION = timedelta(days=90)
NEEDS_WORDS = {
    Action.ANSWER: "Write the answer in a sentence or two.",
    Action.RESOLVE: "Write in one line what you changed.",
}


@dataclass(frozen=True, slots=True)
class Acted:
    """What came of it, in a word for counting: changed, repeated or late."""

    outcome: str
    case: Case


def act_on_case(
    *,
    act: Act,
    case: Case,
    line: Line,
    cases: Cases,
    journey_map: JourneyMap,
    head: Letterhead,
    now: datetime,
) -> Acted:
    """Take the step that the state table allows; a repeat changes nothing and is fine.

    Refused with 400 for words that are missing, 403 for a nonce that is not ours, 409 when somebody
    else acted since the page was opened.
    """
    version = version_of_nonce(head.root, case.subject, act.nonce)
    if version is None:
        raise Refused("This page has gone stale.", field="nonce", do="Reload it and try again.", status=403)
    if version != case.version:
        return _overtaken(act, version, case, line)
    after = case.next_state(act.action)
    if isinstance(after, Stays):
        return Acted(after.value, case)
    advance = _advance(act, case, after, line, journey_map, head, now)
    if not cases.advance(advance):
        raise _somebody_else()
    return Acted("changed", advance.case)


def _overtaken(act: Act, version: int, case: Case, line: Line) -> Acted:
    taken = next((step for step in line.steps.get(case.number, ()) if step.version == version + 1), None)
    if taken and taken.digest == act.digest():
        return Acted("repeated", case)
    raise _somebody_else()


def _advance(
    act: Act, case: Case, after: State, line: Line, journey_map: JourneyMap, head: Letterhead, now: datetime
) -> Advance:
    if act.action in NEEDS_WORDS and not act.text.strip():
        raise Refused("There are no words yet.", field="text", do=NEEDS_WORDS[act.action])
    version, on = case.version + 1, now.date()
    moved = replace(case, state=after, version=version)
    if act.action is Action.EXTEND:
        moved = replace(moved, reply_by=_until(act.until, case, journey_map, now))
    opened = _handed_on(act, case, line, journey_map, now) if act.action is Action.HAND_ON else None
    words = words_of(line) or case.touchpoint
    letters = [case_letter(opened, words, (), journey_map, head)] if opened else []
    letters += _to_submitter(act, case, line, version, head)
    step = Step(version, act.action, case.state, after, case.department, on, act.digest())
    saying = Saying(version, case.department, act.text.strip(), on) if act.text.strip() else None
    change = _change(act, case, words, on) if act.action is Action.RESOLVE else None
    return Advance(moved, step, saying, change, opened, tuple(letters), erased=line.erased)


def _handed_on(act: Act, case: Case, line: Line, journey_map: JourneyMap, now: datetime) -> Case:
    part = _part_for(act.to, case, journey_map)
    reason = f"{case.department} handed it on" + (f": “{act.text.strip()}”" if act.text.strip() else "")
    number = max(one.number for one in line.cases) + 1
    opening = Opening(case.line, number, Routed(part, "", reason), case.place, case.reference, case.hops + 1)
    return open_case(opening, journey_map, now)


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
    zone = ZoneInfo(department.timezone if department else "UTC")
    try:
        day = date.fromisoformat(until.strip())
    except ValueError:
        day = now.date()
    if not now.date() < day <= now.date() + LONGEST_EXTENSION:
        do = f"Choose a day after today and within {LONGEST_EXTENSION.days} days."
        raise Refused("That is no day to promise.", field="until", do=do)
    return datetime.combine(day, time(17), zone)


def _change(act: Act, case: Case, words: str, on: date) -> Change:
    return Change(case.line, case.number, case.department, case.touchpoint, words, act.text.strip(), on, case.place)


def _to_submitter(act: Act, case: Case, line: Line, version: int, head: Letterhead) -> list[Letter]:
    feedback = line.feedback
    if not feedback or not feedback.report.reporter.reachable:
        return []
    if act.action is Action.ANSWER:
        return [answered_letter(feedback, case, act.text.strip(), version, head)]
    if act.action is Action.RESOLVE:
        return [changed_letter(feedback, case, act.text.strip(), version, head)]
    return []


def _somebody_else() -> Refused:
    do = "Reload the page: it shows what they did."
    return Refused("A colleague acted on this a moment ago.", field="nonce", do=do, status=409)
