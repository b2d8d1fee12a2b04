"""Typeform: whole responses, and parts of those that are still being written."""

from collections.abc import Iterator, Mapping
from typing import Any

from throughline.adapters.surveys.answering import Response, answers_of
from throughline.adapters.surveys.given import Given, Keep
from throughline.adapters.surveys.json_body import json_object, listed, needed, part, text
from throughline.adapters.surveys.macs import Scheme, as_base64
from throughline.adapters.surveys.values import Value
from throughline.adapters.surveys.vendor import Message, Vendor, unreadable
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Ignored, Reading
from throughline.domain.survey_time import moment_of, revision_of

SIGNED = Scheme("typeform-signature", "sha256", as_base64, "sha256=")
WHOLE, PARTIAL = "form_response", "form_response_partial"
PLAIN = ("text", "number", "boolean", "date")  # whatever else is no choice says who wrote, or is a file
DECLARED = {"nps": Metric.NPS}


def read(message: Message, mapping: SurveyMap) -> Reading:
    """The answers of a form, joined with the titles of its questions."""
    event = json_object(message)
    kind = needed(event, "event_type", "")
    if kind not in (WHOLE, PARTIAL):
        return Ignored(f"Typeform says {kind[:64]}, which is no response.")
    form = part(event, WHOLE) or part(event, PARTIAL)
    if not form:
        unreadable("There is no response in it.", WHOLE, "Send the event as Typeform makes it.")
    survey_id, at = needed(form, "form_id", f"{WHOLE}."), text(form, "submitted_at") or text(form, "landed_at")
    given = list(_given(form))
    finished, moment = kind == WHOLE, moment_of(at)
    response = Response(
        survey_id=survey_id,
        response_id=needed(form, "token", f"{WHOLE}."),
        event_id=text(event, "event_id"),
        revision=revision_of(moment, int(finished)),
        finished=finished,
        answered_at=moment,
        beside=_beside(form, given),
    )
    return answers_of(response, given, mapping, mapping.find(survey_id), message.now)


VENDOR = Vendor(SIGNED.verify, read)


def _given(form: Mapping[str, Any]) -> Iterator[Given]:
    titles = {text(one, "id"): text(one, "title") for one in listed(part(form, "definition"), "fields")}
    for answer in listed(form, "answers"):
        field, kind = part(answer, "field"), text(answer, "type")
        number = text(field, "id") or text(field, "ref")
        if not number:
            continue
        title = titles.get(text(field, "id"), "")
        names = tuple(filter(None, (number, text(field, "ref"), title)))
        keep = Keep.ALWAYS if kind in (*PLAIN, "choice", "choices") else Keep.NEVER
        yield Given(names, _value(answer, kind), keep, title, DECLARED.get(text(field, "type")))


def _value(answer: Mapping[str, Any], kind: str) -> Value:
    if kind == "choice":
        chosen = part(answer, kind)
        return text(chosen, "label") or text(chosen, "other")
    if kind == "choices":
        chosen = part(answer, kind)
        labels = [one for one in listed(chosen, "labels") if isinstance(one, str)]
        return [*labels, *filter(None, [text(chosen, "other")])]
    value = answer.get(kind)
    return value if isinstance(value, str | int | float) else None


def _beside(form: Mapping[str, Any], given: list[Given]) -> dict[str, Any]:
    variables = {text(one, "key"): one.get(text(one, "type")) for one in listed(form, "variables") if text(one, "key")}
    answers = {name: one.value for one in given for name in one.names}
    return {"hidden": part(form, "hidden"), "variables": variables, "answers": answers}
