"""The mails that follow from a decision or a step: whom they are for and what they say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from throughline.domain.case import Case
from throughline.domain.feedback import Feedback
from throughline.domain.journey import JourneyMap
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.line import ParkedItem
from throughline.domain.recognition import Thanks
from throughline.domain.seal import Link, receipt_of, sign_link, spaced
from throughline.domain.subject import subject_of

CASE_LINK = timedelta(days=60)
DESK_LINK = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What every mail needs besides its story: where our pages are, the root of keys, the mantra."""

    site: str
    root: bytes
    mantra: str = ""

    def case_url(self, case: Case, now: datetime) -> str:
        """The department's link to one case."""
        return f"{self.site}/c/{sign_link(self.root, Link('case', case.subject, now + CASE_LINK))}"

    def desk_url(self, department: str, now: datetime) -> str:
        """The department's link to its inbox."""
        return f"{self.site}/d/{sign_link(self.root, Link('desk', quote(department), now + DESK_LINK))}"

    def receipt_url(self, receipt: str) -> str:
        """The submitter's page; no log of ours keeps what stands behind the question mark."""
        return f"{self.site}/r?receipt={receipt}"


def when(moment: datetime, timezone: str) -> str:
    """A moment as mails carry it: the wall clock's time with its zone, worded when it is rendered."""
    return f"{moment.astimezone(ZoneInfo(timezone)).strftime('%Y-%m-%dT%H:%M')}[{timezone}]"


def case_letter(case: Case, words: str, others: Iterable[str], journey_map: JourneyMap, head: Letterhead) -> Letter:
    """The department's mail: what happened, why it came to them, by when to answer."""
    now = datetime.combine(case.opened_on, datetime.min.time(), UTC)
    department = journey_map.department(case.department)
    address = _address(case, journey_map)
    fields: dict[str, Any] = {
        **_about(case),
        "quote": words,
        "moment": case.touchpoint,
        "why": case.why,
        "how": case.how,
        "role": case.role,
        "reply_by": when(case.reply_by, department.timezone if department else "UTC"),
        "place": case.place,
        "reference": case.reference,
        "url": head.case_url(case, now),
        "desk_url": head.desk_url(case.department, now),
        "also": [other for other in others if other != case.department],
        "hops": case.hops,
    }
    return _letter(case.line, f"letter#case#{case.number}", LetterKind.CASE, address, fields, head)


def _address(case: Case, journey_map: JourneyMap) -> str:
    """Where a case's mail goes: the department's, else the CX manager's."""
    own = [one for one in journey_map.parts_of(case.touchpoint) if one.department == case.department]
    part = next((one for one in own if one.role == case.role), None)
    department = journey_map.department(case.department)
    known = journey_map.address_of(part) if part else (department.notify_email if department else "")
    return known or journey_map.cx_manager


def routing_letters(
    feedback: Feedback | None,
    words: str,
    cases: tuple[Case, ...],
    thanks: tuple[Thanks, ...],
    parked: ParkedItem | None,
    journey_map: JourneyMap | None,
    head: Letterhead,
) -> tuple[Letter, ...]:
    """A mail to each department, and one to a submitter who gave an address."""
    letters = []
    if journey_map:
        names = [case.department for case in cases]
        letters += [case_letter(case, words, names, journey_map, head) for case in cases]
    if feedback and feedback.report.reporter.reachable:
        letters.append(_heard(feedback, cases, thanks, parked, journey_map, head))
    return tuple(letters)


def answered_letter(feedback: Feedback, case: Case, text: str, version: int, head: Letterhead) -> Letter:
    """What a department answered, to the one who raised it."""
    return _to_submitter(feedback, case, LetterKind.ANSWERED, {"answer": text}, version, head)


def changed_letter(feedback: Feedback, case: Case, change: str, version: int, head: Letterhead) -> Letter:
    """What changed because they said so."""
    return _to_submitter(feedback, case, LetterKind.CHANGED, {"change": change}, version, head)


def _to_submitter(
    feedback: Feedback, case: Case, kind: LetterKind, said: Mapping[str, Any], version: int, head: Letterhead
) -> Letter:
    fields = {**_about(case), **said, "quote": feedback.report.text, **_receipt(feedback, head)}
    name = f"letter#{kind}#{case.number}#{version}"
    return _letter(feedback.line, name, kind, feedback.report.reporter.email, fields, head, feedback.report.language)


def _heard(
    feedback: Feedback,
    cases: tuple[Case, ...],
    thanks: tuple[Thanks, ...],
    parked: ParkedItem | None,
    journey_map: JourneyMap | None,
    head: Letterhead,
) -> Letter:
    outcomes = [_outcome_of_case(case, journey_map) for case in cases]
    outcomes += [_outcome("thanks", one.touchpoint, one.why) for one in thanks]
    outcomes += [_outcome("parked", "", parked.reason)] if parked else []
    fields = {"quote": feedback.report.text, "outcomes": outcomes, **_receipt(feedback, head)}
    to, language = feedback.report.reporter.email, feedback.report.language
    return _letter(feedback.line, "letter#heard", LetterKind.HEARD, to, fields, head, language)


def _outcome_of_case(case: Case, journey_map: JourneyMap | None) -> dict[str, str]:
    department = journey_map.department(case.department) if journey_map else None
    due = when(case.reply_by, department.timezone if department else "UTC")
    return {**_outcome("case", case.touchpoint, case.why), "department": case.department, "reply_by": due}


def _outcome(kind: str, touchpoint: str, why: str) -> dict[str, str]:
    return {"kind": kind, "department": "", "touchpoint": touchpoint, "why": why, "reply_by": ""}


def _about(case: Case) -> dict[str, str]:
    return {
        "code": case.code,
        "department": case.department,
        "touchpoint": case.touchpoint,
        "stage": case.stage,
        "journey": case.journey,
    }


def _receipt(feedback: Feedback, head: Letterhead) -> dict[str, str]:
    receipt = receipt_of(head.root, feedback.report.identity)
    return {"receipt": spaced(receipt), "receipt_url": head.receipt_url(receipt)}


def _letter(
    line: str,
    name: str,
    kind: LetterKind,
    to: str,
    fields: Mapping[str, Any],
    head: Letterhead,
    language: str = "en",
) -> Letter:
    said = {**fields, "mantra": head.mantra, "site": head.site}
    return Letter(line, name, kind, to, said, language, thread=line, subject=subject_of(head.root, to))
