"""Qualtrics: events that name a response, and workflows that send the canonical body themselves."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import unquote_to_bytes

from throughline.adapters.surveys import native
from throughline.adapters.surveys.json_body import json_object, needed, part, text
from throughline.adapters.surveys.loosened import loosened
from throughline.adapters.surveys.macs import Scheme, as_hex, verify_bearer
from throughline.adapters.surveys.values import key_of
from throughline.adapters.surveys.vendor import Message, Vendor, unproven, unreadable
from throughline.contracts.envelope import read_json
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Ignored, NeedsFetch, Reading
from throughline.errors import Refused

SIGNED = Scheme("HMAC", "sha512", as_hex)
MESSAGE, TOPIC, MAC = "MSG", "Topic", "HMAC"
COMPLETED, DONE = "surveyengine.completedResponse", ("complete", "completed")
MOST_FIELDS = 20


def verify(message: Message, secrets: Sequence[bytes]) -> None:
    """Refuse unless an event's message fits its digest, or a workflow carries the secret.

    Only the message is signed: nothing else of an event is believed, and what contradicts it is refused.
    """
    if is_workflow(message.raw):
        verify_bearer(message, secrets)
        return
    fields = form_fields(message.raw)
    if not {MESSAGE, TOPIC, MAC} <= set(fields):
        do = "Subscribe to the event with a shared key, so that it is signed."
        unproven("The event is not signed.", MAC, do)
    SIGNED.verify_bytes(fields[MESSAGE], fields[MAC].decode("latin-1"), secrets)
    more = {name for name, value in fields.items() if value} - {MESSAGE, TOPIC, MAC}
    if more or not _agrees(fields):
        unproven("The event says something else than what was signed.", TOPIC, "Send it as Qualtrics makes it.")


def read(message: Message, mapping: SurveyMap) -> Reading:
    """Which response to fetch, or the answers that a workflow sent."""
    if is_workflow(message.raw):
        return _sent(message, mapping)
    fields = form_fields(message.raw)
    event = _event(fields[MESSAGE]) if MESSAGE in fields else _bare(fields)
    status, topic = text(event, "Status"), fields.get(TOPIC, b"").decode("utf-8", "replace")
    if topic and COMPLETED not in topic:
        return Ignored(f"Qualtrics says {key_of(topic)}, which is no completed response.")
    if status and status.casefold() not in DONE:
        return Ignored(f"The response is {key_of(status)}, not complete.")
    survey_id, response_id = needed(event, "SurveyID", ""), needed(event, "ResponseID", "")
    reason = f"Qualtrics sends ids only: response {response_id} of survey {survey_id} has to be fetched."
    return NeedsFetch(survey_id, (response_id,), reason, response_id)


VENDOR = Vendor(verify, read)


def _sent(message: Message, mapping: SurveyMap) -> Reading:
    """Our own shape, or a response as the API gives it where one survey alone is mapped."""
    document, survey = json_object(message), mapping.only
    if part(document, "result") and survey:
        from throughline.adapters.surveys.qualtrics_values import read_values  # what the door never needs

        return read_values(document, survey.survey_id, mapping, message.now)
    return native.answers(loosened(document, mapping), message, mapping)


def is_workflow(raw: bytes) -> bool:
    """Whether this is JSON that a workflow sent, not the form of an event."""
    return raw.lstrip()[:1] in (b"{", b"[")


def form_fields(raw: bytes) -> dict[str, bytes]:
    """The fields of a form, decoded to bytes, each once; a bare event may have them a line each."""
    pairs = [one.partition(b"=") for one in (raw.split(b"&") if b"&" in raw else raw.split()) if one]
    names = [_decoded(name).decode("utf-8", "replace") for name, _, _ in pairs]
    if len(set(names)) < len(names) or not 1 <= len(names) <= MOST_FIELDS:
        unreadable("This is not the form of an event.", "body", "Send Topic, HMAC and MSG, each once.")
    return dict(zip(names, (_decoded(value) for _, _, value in pairs), strict=True))


def _decoded(field: bytes) -> bytes:
    return unquote_to_bytes(field.replace(b"+", b" "))


def _event(signed: bytes) -> Mapping[str, Any]:
    try:
        event = read_json(signed)
    except Refused:
        event = None
    if not isinstance(event, dict):
        do = "Subscribe to the event without encrypt."
        unreadable("The event's message is encrypted, or no JSON.", MESSAGE, do)
    return event


def _bare(fields: Mapping[str, bytes]) -> Mapping[str, Any]:
    return {name: value.decode("utf-8", "replace") for name, value in fields.items()}


def _agrees(fields: Mapping[str, bytes]) -> bool:
    """Whether the topic, which is not signed, tells of the same as the message: brand.surveyengine....survey."""
    event, topic = _event(fields[MESSAGE]), fields[TOPIC].decode("utf-8", "replace")
    if not text(event, "ResponseID"):
        return True
    told = f"{COMPLETED}.{text(event, 'SurveyID')}"
    return topic == told or topic == f"{text(event, 'BrandID') or topic.partition('.')[0]}.{told}"
