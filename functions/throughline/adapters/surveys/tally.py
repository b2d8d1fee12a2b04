"""Tally: whole submissions; a choice comes as the ids of its options."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from throughline.adapters.surveys.answering import Response, answers_of
from throughline.adapters.surveys.given import Given, Keep
from throughline.adapters.surveys.json_body import json_object, listed, needed, part, text
from throughline.adapters.surveys.macs import Scheme, as_base64
from throughline.adapters.surveys.values import Value, key_of
from throughline.adapters.surveys.vendor import Message, Vendor, unreadable
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Ignored, Reading
from throughline.domain.survey_time import moment_of, revision_of

SIGNED = Scheme("tally-signature", "sha256", as_base64)
READ, MATRIX = "FORM_RESPONSE", "MATRIX"
BESIDE = {"HIDDEN_FIELDS": "hidden", "CALCULATED_FIELDS": "calculated"}
WHO = ("INPUT_EMAIL", "INPUT_PHONE", "INPUT_PHONE_NUMBER", "INPUT_LINK", "FILE_UPLOAD", "SIGNATURE", "PAYMENT")


def read(message: Message, mapping: SurveyMap) -> Reading:
    """The answers of a form by key or label."""
    event = json_object(message)
    kind = needed(event, "eventType", "")
    if kind != READ:
        return Ignored(f"Tally says {kind[:64]}, which is no response.")
    data = part(event, "data")
    if not data:
        unreadable("There is no response in it.", "data", "Send the event as Tally makes it.")
    survey_id, given = needed(data, "formId", "data."), list(_given(data))
    made, sent = moment_of(text(data, "createdAt")), moment_of(text(event, "createdAt"))
    response = Response(
        survey_id=survey_id,
        response_id=key_of(text(data, "responseId")) or needed(data, "submissionId", "data."),
        event_id=text(event, "eventId"),
        revision=revision_of(sent or made),
        answered_at=made or sent,
        beside=_beside(data, given),
    )
    reading = answers_of(response, given, mapping, mapping.find(survey_id), message.now)
    return replace(reading, reason=f"{reading.reason}{_left_out(data)}")


VENDOR = Vendor(SIGNED.verify, read)


def _given(data: Mapping[str, Any]) -> Iterator[Given]:
    for field in listed(data, "fields"):
        names = tuple(filter(None, (text(field, "key"), text(field, "label"))))
        kind = text(field, "type")
        ticked = kind == "CHECKBOXES" and isinstance(field.get("value"), bool)  # each box again, by itself
        if names and not ticked:
            keep = Keep.NEVER if kind in WHO else Keep.IF_MAPPED if kind in BESIDE else Keep.ALWAYS
            yield Given(names, _value(field), keep, text(field, "label"))


def _left_out(data: Mapping[str, Any]) -> str:
    """How many questions can't be read: Tally does not document what a row of a matrix is known by."""
    count = sum(text(field, "type") == MATRIX for field in listed(data, "fields"))
    return f" Left out: {count} matrix questions. Ask each row as a question of its own." if count else ""


def _value(field: Mapping[str, Any]) -> Value:
    value = field.get("value")
    texts = {text(one, "id"): text(one, "text") for one in listed(field, "options")}
    if isinstance(value, list):
        chosen = [texts.get(one, one) for one in value if isinstance(one, str)]
        return chosen[0] if len(chosen) == 1 else chosen
    if isinstance(value, str):
        return texts.get(value, value)
    return value if isinstance(value, int | float) else None


def _beside(data: Mapping[str, Any], given: list[Given]) -> dict[str, Any]:
    found: dict[str, Any] = {"answers": {name: one.value for one in given for name in one.names}}
    for field in listed(data, "fields"):
        room = BESIDE.get(text(field, "type"))
        if room:
            found.setdefault(room, {}).update({text(field, name): field.get("value") for name in ("key", "label")})
    return found
