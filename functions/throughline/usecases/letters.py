"""The mails that follow from a decision or a step: whom they are for and what they say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from throughline.domain.case import Case
from throughline.domain.feedback import Channel, Feedback
from throughline.domain.journey import Department, JourneyMap
from throughline.domain.letter import Letter, LetterKind, Share, first_letter
from throughline.domain.line import Outcome
from throughline.domain.reply_token import Party, Reply, reply_address
from throughline.domain.seal import Link, mac, receipt_of, sign_link, spaced
from throughline.domain.stored_file import file_name
from throughline.domain.subject import subject_of
from throughline.ports import Colleagues
from throughline.usecases.for_outside import for_outside

ENGLISH = "en"
CASE_LINK = timedelta(days=60)
DESK_LINK = timedelta(days=60)
REPLY_TIME = timedelta(days=120)
HEARD = f"letter#{LetterKind.HEARD}"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What every mail needs besides its story: where our pages are, the root of keys, the mantra.

    `inbound` is the domain that answers come to; empty when no mail comes in. A mail about what nobody signed waits
    up to `quiet_minutes`. `colleagues` are those whom praise may name, and no change does; without them nobody.
    """

    site: str
    root: bytes
    mantra: str = ""
    inbound: str = ""
    quiet_minutes: int = 0
    colleagues: Colleagues | None = None

    def quiet(self, feedback: Feedback | None, of: str = "") -> int:
        """How many minutes a mail about it waits: drawn by chance, and the same whenever it is asked again.

        Nothing waits that somebody signed. Mails about one note wait alike, so that two don't tell more than one; `of`
        is what came later on its line.
        """
        if not self.quiet_minutes or not feedback or not feedback.report.anonymous:
            return 0
        return int(mac(self.root, "quiet", f"{feedback.line}|{of}"), 16) % (self.quiet_minutes + 1)

    def case_url(self, case: Case, now: datetime) -> str:
        """The department's link to one case."""
        return f"{self.site}/c/{sign_link(self.root, Link('case', case.subject, now + CASE_LINK))}"

    def desk_url(self, department: str, now: datetime) -> str:
        """The department's link to its inbox."""
        return f"{self.site}/d/{sign_link(self.root, Link('desk', quote(department), now + DESK_LINK))}"

    def reply_to(self, party: Party, line: str, number: int, on: date) -> str:
        """The address that an answer to a mail of that day finds its case by; empty when no mail comes in."""
        return reply_address(self.root, Reply(party, line, number, on + REPLY_TIME), self.inbound)

    def receipt_url(self, receipt: str) -> str:
        """The submitter's page; no log of ours keeps what stands behind the question mark."""
        return f"{self.site}/r?receipt={receipt}"


def when(moment: datetime, timezone: str) -> str:
    """A moment as mails carry it: the wall clock's time with its zone, worded when it is rendered."""
    return f"{moment.astimezone(ZoneInfo(timezone)).strftime('%Y-%m-%dT%H:%M')}[{timezone}]"


def case_letter(
    case: Case,
    words: str,
    others: Iterable[str],
    journey_map: JourneyMap,
    head: Letterhead,
    feedback: Feedback | None = None,
    weighed: Iterable[str] = (),
) -> Letter:
    """The department's mail: what happened, why it came to them, by when to answer."""
    now = datetime.combine(case.opened_on, datetime.min.time(), UTC)
    department = journey_map.department(case.department)
    fields: dict[str, Any] = {
        **about(case),
        "quote": words,
        "moment": case.touchpoint,
        "why": case.why,
        "weighed": list(weighed),
        "alike": case.alike,
        "how": case.how,
        "role": case.role,
        "reply_by": when(case.reply_by, department.timezone if department else "UTC"),
        "place": case.place,
        "reference": case.reference,
        "url": head.case_url(case, now),
        "desk_url": head.desk_url(case.department, now),
        "also": [other for other in others if other != case.department],
        "hops": case.hops,
        "had": list(case.had),
        "call_back": case.call_back,
        "confidential": case.confidential,
        "wished": feedback is not None and feedback.report.confided,
        "files": [file_name(one) for one in feedback.files] if feedback else [],
    }
    name = first_letter(case.number)
    fields = for_outside(fields, journey_map)
    letter = to_department(case, name, LetterKind.CASE, fields, journey_map, head, case.opened_on)
    if case.confidential:
        return letter
    return replace(letter, shared=Share(case.department, department.timezone if department else "UTC"))


def to_department(
    case: Case,
    name: str,
    kind: LetterKind,
    said: Mapping[str, Any],
    journey_map: JourneyMap,
    head: Letterhead,
    on: date,
) -> Letter:
    """A mail to a case's department, or while its mailbox can't be reached to whoever stands in for it.

    Nobody stands in for whoever was told something in confidence.
    """
    reply_to = head.reply_to(Party.DEPARTMENT, case.line, case.number, on)
    fields = {**said, "answerable": bool(reply_to)}
    to, language = address_of(case, journey_map), language_of(journey_map.department(case.department))
    letter = letter_of(case.line, name, kind, to, fields, head, language)
    beside = "" if case.confidential else journey_map.beside(case.department)
    return replace(letter, reply_to=reply_to, otherwise=beside, otherwise_subject=subject_of(head.root, beside))


def language_of(department: Department | None) -> str:
    """What a department's mails are written in: what the map says, else English."""
    return (department.language if department else "") or ENGLISH


def address_of(case: Case, journey_map: JourneyMap) -> str:
    """Where a case's mail goes: the department's, else the CX manager's."""
    own = [one for one in journey_map.parts_of(case.touchpoint) if one.department == case.department]
    part = next((one for one in own if one.role == case.role), None)
    department = journey_map.department(case.department)
    known = journey_map.address_of(part) if part else (department.notify_email if department else "")
    return known or journey_map.cx_manager


def routing_letters(
    words: str,
    cases: tuple[Case, ...],
    journey_map: JourneyMap | None,
    head: Letterhead,
    feedback: Feedback | None,
    weighed: Mapping[int, tuple[str, ...]],
) -> tuple[Letter, ...]:
    """A mail to each department; what was said in confidence goes at once, anything else that nobody signed waits."""
    names, minutes = [case.department for case in cases], head.quiet(feedback)
    letters = (
        case_letter(case, words, names, journey_map, head, feedback, weighed.get(case.number, ()))
        for case in cases
        if journey_map
    )
    return tuple(replace(one, quiet=minutes) if one.shared else one for one in letters)


def submitter_letter(
    feedback: Feedback, case: Case, kind: LetterKind, said: Mapping[str, Any], version: int, head: Letterhead, on: date
) -> Letter:
    """What a department says about a case, to the one who raised it: an answer, a change, a question."""
    reply_to = head.reply_to(Party.SUBMITTER, feedback.line, case.number, on)
    quote = {"quote": feedback.report.text, "answerable": bool(reply_to)}
    fields = {**about(case), **said, **quote, **_receipt(feedback, head)}
    name = f"letter#{kind}#{case.number}#{version}"
    to, language = feedback.report.reporter.email, feedback.report.language
    return replace(letter_of(feedback.line, name, kind, to, fields, head, language), reply_to=reply_to)


def heard_letter(feedback: Feedback, outcome: Outcome, journey_map: JourneyMap | None, head: Letterhead) -> Letter:
    """To a submitter who gave an address: what was understood, where it went and why."""
    outcomes = [_outcome_of_case(case, journey_map, outcome.weighed.get(case.number, ())) for case in outcome.cases]
    outcomes += [_outcome("thanks", one.touchpoint, one.why) for one in outcome.thanks]
    outcomes += [_outcome("parked", "", outcome.parked.reason)] if outcome.parked else []
    reply_to = head.reply_to(Party.SUBMITTER, feedback.line, 0, feedback.received_on)
    by_mail = feedback.report.channel is Channel.MAIL
    fields = {
        "quote": feedback.report.text,
        "outcomes": outcomes,
        "refers": feedback.report.reference if by_mail else "",
        "answerable": bool(reply_to),
        **_receipt(feedback, head),
    }
    to, language = feedback.report.reporter.email, feedback.report.language
    letter = letter_of(feedback.line, HEARD, LetterKind.HEARD, to, fields, head, language)
    return replace(letter, reply_to=reply_to)


def _outcome_of_case(case: Case, journey_map: JourneyMap | None, weighed: Iterable[str]) -> dict[str, Any]:
    department = journey_map.department(case.department) if journey_map else None
    due = when(case.reply_by, department.timezone if department else "UTC")
    to = journey_map.confided_to() if journey_map and case.confidential else case.department
    told = {"department": to, "reply_by": due, "weighed": list(weighed)}
    return {**_outcome("confided" if case.confidential else "case", case.touchpoint, case.why), **told}


def _outcome(kind: str, touchpoint: str, why: str) -> dict[str, Any]:
    return {"kind": kind, "department": "", "touchpoint": touchpoint, "why": why, "reply_by": ""}


def about(case: Case) -> dict[str, str]:
    """What names a case in a mail."""
    return {
        "code": case.code,
        "department": case.department,
        "touchpoint": case.touchpoint,
        "stage": case.stage,
        "journey": case.journey,
    }


def _receipt(feedback: Feedback, head: Letterhead) -> dict[str, str]:
    return receipt_fields(receipt_of(head.root, feedback.report.identity), head)


def receipt_fields(receipt: str, head: Letterhead) -> dict[str, str]:
    """A receipt as mails carry it."""
    return {"receipt": spaced(receipt), "receipt_url": head.receipt_url(receipt)}


def letter_of(
    line: str,
    name: str,
    kind: LetterKind,
    to: str,
    fields: Mapping[str, Any],
    head: Letterhead,
    language: str = ENGLISH,
) -> Letter:
    """A mail with what every mail says."""
    said = {**fields, "mantra": head.mantra, "site": head.site}
    return Letter(line, name, kind, to, said, language, thread=line, subject=subject_of(head.root, to))
