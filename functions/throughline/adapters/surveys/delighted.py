"""Delighted: a score first and its comment later, under one response; no survey is named, only its type."""

from collections.abc import Iterator, Mapping
from typing import Any

from throughline.adapters.surveys.answering import Response, answers_of
from throughline.adapters.surveys.given import Given
from throughline.adapters.surveys.json_body import json_object, listed, needed, part, text
from throughline.adapters.surveys.macs import Scheme, as_hex
from throughline.adapters.surveys.values import ENTRY_BYTES, KEPT_ENTRIES, Value, cut
from throughline.adapters.surveys.vendor import Message, Vendor
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, SurveyMap
from throughline.domain.survey_reading import Ignored, Reading
from throughline.domain.survey_time import moment_of, revision_of

SIGNED = Scheme("x-delighted-webhook-signature", "sha256", as_hex, "sha256=")
READ = ("survey_response.created", "survey_response.updated")
SCORE, COMMENT = "score", "comment"
TYPED = {one.value: one for one in (Metric.NPS, Metric.CSAT, Metric.CES)}


def read(message: Message, mapping: SurveyMap) -> Reading:
    """Score, comment and further answers; a response alone, as Delighted's API gives it, is read too."""
    event = json_object(message)
    kind = text(event, "event_type") or READ[-1]
    if kind not in READ:
        return Ignored(f"Delighted says {kind[:64]}, which is no response.")
    data = part(event, "event_data") or event
    survey, updated = _survey(data, mapping), moment_of(data.get("updated_at")) or moment_of(data.get("created_at"))
    tags = _tags(data)
    rooms = {name: part(data, name) for name in ("person_properties", "person")}
    response = Response(
        survey_id=survey.survey_id if survey else text(data, "survey_type") or mapping.source,
        response_id=needed(data, "id", "event_data."),
        event_id=text(event, "event_id"),
        revision=revision_of(updated, READ.index(kind)),
        answered_at=moment_of(data.get("created_at")) or updated,
        beside={**rooms, "tags": tags},
        hints={"tags": tags} if tags else {},
    )
    return answers_of(response, _given(data), mapping, survey, message.now)


VENDOR = Vendor(SIGNED.verify, read)


def _survey(data: Mapping[str, Any], mapping: SurveyMap) -> MappedSurvey | None:
    """The survey mapped under the response's type, or the only one that does not contradict it."""
    kind = text(data, "survey_type")
    survey = mapping.find(kind) or mapping.only
    question = survey.question((SCORE, kind)) if survey else None
    contradicts = question and question.metric and kind in TYPED and question.metric is not TYPED[kind]
    return None if contradicts else survey


def _given(data: Mapping[str, Any]) -> Iterator[Given]:
    kind, score = text(data, "survey_type"), data.get(SCORE)
    names = tuple(filter(None, (SCORE, kind)))
    yield Given(names, score if isinstance(score, int | float) else None, declared=TYPED.get(kind))
    yield Given((COMMENT,), text(data, COMMENT))
    for answer in listed(data, "additional_answers"):
        question = part(answer, "question")
        names = tuple(filter(None, (text(question, "id") or text(answer, "id"), text(question, "text"))))
        if names:
            yield Given(names, _value(answer.get("value")), title=text(question, "text"))


def _value(value: object) -> Value:
    """An additional answer's value: plain, or under the name of its kind, or a choice with its text."""
    if isinstance(value, Mapping):
        return text(value, "text") or (_value(next(iter(value.values()))) if len(value) == 1 else None)
    if isinstance(value, list):
        return [one for one in map(_value, value[:KEPT_ENTRIES]) if isinstance(one, str)]
    return value if isinstance(value, str | int | float) else None


def _tags(data: Mapping[str, Any]) -> list[str]:
    return [cut(one, ENTRY_BYTES) for one in listed(data, "tags")[:KEPT_ENTRIES] if isinstance(one, str)]
