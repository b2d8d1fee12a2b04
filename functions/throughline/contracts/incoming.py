"""What other systems send: reports and survey answers, as events or by HTTP."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from throughline.contracts.answer_fields import CONTACT, read_answer
from throughline.contracts.contact_fields import read_contact
from throughline.contracts.envelope import LONGEST_KEY, Content, opened
from throughline.contracts.fields import Fields, object_of
from throughline.contracts.report_fields import cleaned, is_language, problems_in, report_of
from throughline.domain.contact import Contact, Wish
from throughline.domain.feedback import MAX_SHORT, MAX_TEXT, Channel, Report
from throughline.domain.survey import CONTACT_WANTED, Answer
from throughline.errors import Refused

MOST_ANSWERS = 50
SEPARATOR = "|"
Wishes = tuple[Wish, ...]
_TEXTS = ("id", "text", "touchpoint", "kind", "name", "email", "reference", "language", "place", "to", "value")
_REPORT = (*_TEXTS, "private")


def read_feedback(detail: object, *, source: str = "bus") -> Report:
    """The report in a FrontlineFeedback event; `source` is the bus event's own, unless an envelope names one.

    Source and id together are its identity. Refused tells the first thing that is wrong.
    """
    content = opened(detail)
    fields = Fields(content.document, content.at)
    fields.only(_REPORT)
    values = cleaned({name: fields.text(name, most=MAX_TEXT) for name in _TEXTS})
    values["private"] = "yes" if fields.flag("private", default=False) else ""
    for problem in problems_in(values):
        fields.refuse(problem.field, problem.what, problem.do)
    if values["language"] and not is_language(values["language"]):
        fields.refuse("language", "This is not a language.", "Send a tag such as en or pt-BR, or leave it out.")
    identity = f"{content.source or source}{SEPARATOR}{fields.key('id', most=LONGEST_KEY)}"
    if identity.count(SEPARATOR) > 1:
        fields.refuse("id", f"Source and id must not hold {SEPARATOR!r}.", "Send them without it.")
    place = fields.key("place", most=MAX_SHORT, required=False)
    return report_of(values, identity=identity, channel=Channel.EVENT, place=place)


def read_answers(document: object, *, source: str, received_at: datetime) -> tuple[Answer, ...]:
    """The answers in a canonical survey response, one row or up to fifty under `responses`.

    `source` stands for rows that name none. Refused names the first field that is wrong, and then
    none of them counts. How a customer can be reached is left out.
    """
    return tuple(answer for answer, _ in _read(document, source, received_at))


def read_responses(document: object, *, source: str, received_at: datetime) -> tuple[tuple[Answer, ...], Wishes]:
    """The same answers, and how the customers can be reached who asked for it."""
    rows = _read(document, source, received_at)
    wishes = tuple(Wish(answer.line, answer.question_key, contact) for answer, contact in rows if contact is not None)
    return tuple(answer for answer, _ in rows), wishes


def _read(document: object, source: str, received_at: datetime) -> list[tuple[Answer, Contact | None]]:
    content = opened(document)
    rows, at = _rows(content)
    read = []
    for row, place in zip(rows, at, strict=True):
        fields = Fields(object_of(row, place.rstrip(".") or "body"), place)
        answer = read_answer(
            fields, hints=row.get("hints"), source=source, event_id=content.event_id, received_at=received_at
        )
        wanted, contact = read_contact(row.get(CONTACT), f"{place}{CONTACT}")
        hints = {} if wanted is None else {CONTACT_WANTED: wanted}
        read.append((replace(answer, hints={**answer.hints, **hints}), contact))
    return read


def _rows(content: Content) -> tuple[list[Any], list[str]]:
    if "responses" not in content.document:
        return [content.document], [content.at]
    Fields(content.document, content.at).only(("responses",))
    rows, name = content.document["responses"], f"{content.at}responses"
    if not isinstance(rows, list) or not 1 <= len(rows) <= MOST_ANSWERS:
        do = f"Send 1 to {MOST_ANSWERS} of them; send the rest in another call."
        raise Refused("This is not a list of answers of the right length.", field=name, do=do)
    return rows, [f"{name}[{at}]." for at in range(len(rows))]
