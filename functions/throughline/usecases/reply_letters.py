"""Mails that follow from a mail: what we understood, what we did not, what somebody said to somebody."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from throughline.domain.act import Act
from throughline.domain.case import Action, Case
from throughline.domain.journey import JourneyMap
from throughline.domain.letter import UNNAMED, Letter, LetterKind
from throughline.domain.reply_token import Party
from throughline.usecases.for_outside import for_outside
from throughline.usecases.letters import Letterhead, about, letter_of, receipt_fields, to_department

_ID = re.compile(r"<[!-;=?-~]{3,400}>")


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote the mail that is answered, in which language; `message` is the mail's own id."""

    address: str
    language: str = "en"
    message: str = ""

    def headers(self) -> dict[str, str]:
        """What shows our answer below their mail, if its id can stand in a header."""
        return dict.fromkeys(("In-Reply-To", "References"), self.message) if _ID.fullmatch(self.message) else {}


def asked_name(case: Case) -> str:
    """The name of the one question that a case may ask its department back."""
    return f"letter#{LetterKind.ASKED}#{case.number}"


def asked_letter(case: Case, writer: Writer, words: str, unclear: str, head: Letterhead, on: date) -> Letter:
    """A short question back: what they said, and the few words that need no guessing.

    `unclear` is what kept us from acting: words, department, day, or whether a customer was reached.
    """
    return _to_writer(case, writer, asked_name(case), LetterKind.ASKED, {"quote": words, "unclear": unclear}, head, on)


def understood_letter(case: Case, act: Act, writer: Writer, head: Letterhead, on: date) -> Letter:
    """What a reply was understood as, and what was done."""
    name = f"letter#{LetterKind.UNDERSTOOD}#{case.number}#{case.version}"
    quote = act.text if act.action is Action.RESOLVE else ""
    said = {"action": act.action.value, "quote": quote, "to": act.to, "until": act.until}
    return _to_writer(case, writer, name, LetterKind.UNDERSTOOD, said, head, on)


def replied_letter(
    case: Case, action: Action, words: str, journey_map: JourneyMap, head: Letterhead, on: date
) -> Letter:
    """What the one who raised it says now, to the department."""
    now = datetime.combine(on, datetime.min.time(), UTC)
    told = {"quote": words, "solved": action is not Action.DISPUTE, "confidential": case.confidential}
    said = {**about(case), **told, "url": head.case_url(case, now)}
    name = f"letter#{LetterKind.REPLIED}#{case.number}#{case.version}"
    return to_department(case, name, LetterKind.REPLIED, for_outside(said, journey_map), journey_map, head, on)


def unnamed_letter(line: str, receipt: str, quote: str, writer: Writer, head: Letterhead) -> Letter:
    """To somebody who wants no name in it: once, and then nobody knows any more whom it went to."""
    fields = {"quote": quote, **receipt_fields(receipt, head)}
    return letter_of(line, UNNAMED, LetterKind.UNNAMED, writer.address, fields, head, writer.language)


def _to_writer(
    case: Case, writer: Writer, name: str, kind: LetterKind, said: Mapping[str, Any], head: Letterhead, on: date
) -> Letter:
    now = datetime.combine(on, datetime.min.time(), UTC)
    fields = {**about(case), **said, "url": head.case_url(case, now)}
    letter = letter_of(case.line, name, kind, writer.address, fields, head, writer.language)
    reply_to = head.reply_to(Party.DEPARTMENT, case.line, case.number, on)
    return replace(letter, reply_to=reply_to, headers=writer.headers())
