"""Formbricks: a response as it grows, signed as Standard Webhooks say."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from throughline.adapters.surveys.answering import Response, answers_of
from throughline.adapters.surveys.given import Given, Keep
from throughline.adapters.surveys.json_body import json_object, listed, needed, part, text
from throughline.adapters.surveys.macs import webhook_keys
from throughline.adapters.surveys.values import ENTRY_BYTES, KEPT_ENTRIES, Value, cut
from throughline.adapters.surveys.vendor import Message, Vendor, header, unreadable
from throughline.contracts.signature import ID
from throughline.contracts.signature import verify as verify_webhook
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Ignored, Reading
from throughline.domain.survey_time import moment_of, revision_of

READ = ("responseCreated", "responseUpdated", "responseFinished")


def verify(message: Message, secrets: Sequence[bytes]) -> None:
    """Refuse unless it is signed with one of the secrets, within five minutes."""
    verify_webhook(webhook_keys(secrets), message.headers, message.raw, message.now)


def read(message: Message, mapping: SurveyMap) -> Reading:
    """The answers so far; what the questions measure stands in the survey's definition, which is not sent."""
    event = json_object(message)
    kind = needed(event, "event", "")
    if kind not in READ:
        return Ignored(f"Formbricks says {kind[:64]}, which is no response.")
    data = part(event, "data")
    if not data:
        unreadable("There is no response in it.", "data", "Send the event as Formbricks makes it.")
    survey_id = needed(data, "surveyId", "data.")
    made, changed = moment_of(text(data, "createdAt")), moment_of(text(data, "updatedAt"))
    response = Response(
        survey_id=survey_id,
        response_id=needed(data, "id", "data."),
        event_id=header(message, ID),
        revision=revision_of(changed or made, READ.index(kind)),
        finished=data.get("finished") is True,
        answered_at=changed or made,
        beside=_beside(data),
        hints={"tags": _tags(data)} if _tags(data) else {},
    )
    return answers_of(response, _given(data), mapping, mapping.find(survey_id), message.now)


VENDOR = Vendor(verify, read)


def _given(data: Mapping[str, Any]) -> Iterator[Given]:
    for key, value in part(data, "data").items():
        if key:
            yield Given((key,), _value(value), Keep.NEVER if _says_who(value) else Keep.ALWAYS)


def _says_who(value: object) -> bool:
    """Whether these are the fields of an address or a contact, empty ones among them, or files."""
    texts = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
    return any(not one.strip() or one.startswith(("https://", "http://")) for one in texts)


def _value(value: object) -> Value:
    if isinstance(value, Mapping):
        return [f"{row}: {chosen}" for row, chosen in value.items() if isinstance(chosen, str)]
    if isinstance(value, list):
        return [one for one in value if isinstance(one, str)]
    return value if isinstance(value, str | int | float) else None


def _beside(data: Mapping[str, Any]) -> dict[str, Any]:
    rooms = {name: part(data, name) for name in ("contactAttributes", "variables", "contact", "meta", "data")}
    return {**rooms, "tags": _tags(data)}


def _tags(data: Mapping[str, Any]) -> list[str]:
    """Tags as words; some versions send objects with a name."""
    named = (one if isinstance(one, str) else text(one, "name") for one in listed(data, "tags")[:KEPT_ENTRIES])
    return [cut(one, ENTRY_BYTES) for one in named if one]
