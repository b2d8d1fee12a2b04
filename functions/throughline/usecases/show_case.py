"""A case as its department sees it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from throughline.domain.act import MOST_HOPS
from throughline.domain.case import Case, Saying, Step
from throughline.domain.in_confidence import keeps, sent_on
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Line
from throughline.domain.routes.sensitive import is_sensitive
from throughline.domain.seal import nonce_of
from throughline.domain.stored_file import file_name
from throughline.domain.survey import Answer
from throughline.usecases.call_back import WITHHELD, contact_at
from throughline.usecases.hear_fact import FACT
from throughline.usecases.letters import Letterhead, when
from throughline.usecases.may_send_on import may_send_on, sending_subject
from throughline.usecases.undo_step import may_undo


def case_view(
    *, case: Case, line: Line, journey_map: JourneyMap, head: Letterhead, now: datetime, notice: str = ""
) -> dict[str, Any]:
    """Everything the case page shows, as plain values."""
    zone = zone_of(case.department, journey_map)
    return {
        **summary(case, line, zone, now),
        "journey": case.journey,
        "stage": case.stage,
        "why": case.why,
        **grounds_of(case, line),
        "how": case.how,
        "role": case.role,
        "place": case.place,
        "reference": case.reference,
        "files": list(map(file_name, line.feedback.files)) if line.feedback else [],
        "steps": [_step(step) for step in line.steps.get(case.number, ())],
        "sayings": [_saying(said) for said in line.sayings.get(case.number, ())],
        **_called_back(case, line, journey_map),
        **_offered(case, line, head, now),
        "confidential": case.confidential,
        "thankable": bool(line.feedback) and not (case.confidential or line.erased),
        "hops": case.hops,
        "had": list(case.had),
        "goes_round": case.hops >= MOST_HOPS,
        "suggested": [],
        "because": "",
        "departments": _others(case, journey_map),
        "nonce": nonce_of(head.root, case.subject, case.version),
        "mantra": journey_map.mantra,
        "notice": notice,
        "problem": None,
    }


def _offered(case: Case, line: Line, head: Letterhead, now: datetime) -> dict[str, Any]:
    """The steps that can be taken now; sending on has a nonce of its own, for the words as they stand."""
    undo = ["undo"] if may_undo(case, line, now) else []
    sends = may_send_on(case, line)
    return {
        "actions": [*(action.value for action in case.allowed()), *undo, *(["send_on"] if sends else [])],
        "sending": nonce_of(head.root, sending_subject(case, line), case.version) if sends else "",
    }


def _others(case: Case, journey_map: JourneyMap) -> list[str]:
    """Whom it may belong to instead; what is sent on goes to somebody who has a part in some moment."""
    owning = {part.department for part in journey_map.parts if part.active} if case.confidential else None
    names = [one.name for one in journey_map.departments if one.name != case.department]
    return [one for one in names if owning is None or one in owning]


def _saying(said: Saying) -> dict[str, Any]:
    files = list(map(file_name, said.files))
    return {"who": said.who, "text": said.text, "told": said.told, "on": said.on.isoformat(), "files": files}


def grounds_of(case: Case, line: Line) -> dict[str, Any]:
    """What spoke for the department beside the sentence that says so; `sure` in percent, 0 where nobody measured."""
    return {
        "weighed": list(line.weighed.get(case.number, ())),
        "hits": list(case.hits),
        "model": case.model,
        "alike": case.alike,
        "map_version": case.map_version,
        "sure": round(100 * case.confidence) if case.model else 0,
    }


def _called_back(case: Case, line: Line, journey_map: JourneyMap) -> dict[str, Any]:
    """What only a call-back has: how far its contact is, whom else to ask, who looked; never the contact."""
    looks = [{"by": one.by, "on": one.on.isoformat()} for one in line.looks if one.number == case.number]
    known = contact_at(case, line, journey_map)
    ask = journey_map.cx_manager if known == WITHHELD else ""
    return {"call_back": case.call_back, "contact_is": known, "ask": ask, "looks": looks, "contact": None}


def summary(case: Case, line: Line, zone: str, now: datetime) -> dict[str, Any]:
    """What a list shows of a case."""
    return of_case(case, words_of(line, case), zone, now)


def of_case(case: Case, words: str, zone: str, now: datetime) -> dict[str, Any]:
    """The same where its words are known."""
    return {
        "code": case.code,
        "department": case.department,
        "touchpoint": case.touchpoint,
        "state": case.state.value,
        "quote": words,
        "reply_by": when(case.reply_by, zone),
        "overdue": not case.done and now > case.reply_by,
    }


def words_of(line: Line, case: Case | None = None) -> str:
    """Everything that was said to whoever has the case, or any department, in the speaker's own words.

    Nothing of an erased line: more may come to it, and stand there until routing forgets it. Of a theme that rose
    how many speak of it: their sentences are read where they stand, and copied nowhere. What was said in confidence
    is for its owner alone.
    """
    if line.erased:
        return ""
    if line.risen:
        return line.risen.told
    if line.feedback:
        return line.feedback.report.text if _may_read(FACT, line, case) else ""
    said = (one for one in line.answers if _may_read(f"{FACT}#{one.question_key}", line, case))
    alone = case is not None and case.confidential
    return "\n\n".join(dict.fromkeys(one.verbatim for one in said if one.verbatim and (alone or not _meant(one, line))))


def _may_read(fact: str, line: Line, case: Case | None) -> bool:
    """Whether a fact is for the reader of this case; what was sent on, for those alone who have it since."""
    if case is not None and case.confidential:
        return fact == case.fact
    if not any(one.confidential and one.fact == fact for one in line.cases):
        return True
    return case is not None and case.fact == fact and not any(keeps(one, fact) for one in line.cases)


def _meant(answer: Answer, line: Line) -> bool:
    """Whether an answer sounds like something for the confidential contact, though nobody may have decided it yet."""
    meant = bool(is_sensitive(answer.verbatim))
    return meant and not sent_on(line, f"{FACT}#{answer.question_key}", answer.revision)


def zone_of(department: str, journey_map: JourneyMap) -> str:
    """A department's time zone."""
    known = journey_map.department(department)
    return known.timezone if known else "UTC"


def case_of(line: Line, number: int) -> Case | None:
    """The case of that number in its line."""
    return next((case for case in line.cases if case.number == number), None)


def _step(step: Step) -> dict[str, str]:
    return {"on": step.on.isoformat(), "action": step.action.value, "by": step.by, "reason": step.reason}


def open_first(cases: Iterable[Case]) -> list[Case]:
    """Cases with those that still wait for somebody first, the earliest promise first."""
    return sorted(cases, key=lambda case: (case.done, case.reply_by))
