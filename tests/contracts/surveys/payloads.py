"""Messages as the vendors make them, in words of our own, and each signed as its vendor signs."""

import hmac
import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from throughline.adapters.surveys.vendor import Message
from throughline.contracts.signature import sign
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, Question, SurveyMap

NOW = datetime(2026, 11, 23, 10, 12, tzinfo=UTC)
KEY = b"only-for-tests-0123456789abcdef"
WEBHOOK_SECRET = b"whsec_" + b64encode(KEY)
BEARER = "Bearer " + KEY.decode()

TYPEFORM: dict[str, Any] = {
    "event_id": "01JDEVENT",
    "event_type": "form_response",
    "form_response": {
        "form_id": "aB3dE5",
        "token": "t0k3n",
        "landed_at": "2026-11-23T09:01:00Z",
        "submitted_at": "2026-11-23T09:03:20Z",
        "hidden": {"touchpoint": "Opening the parcel", "customer": "c-118"},
        "variables": [
            {"key": "shop", "type": "text", "text": "Leith"},
            {"key": "points", "type": "number", "number": 4},
        ],
        "definition": {
            "id": "aB3dE5",
            "fields": [
                {"id": "q1", "title": "Would you tell a friend?", "type": "opinion_scale", "ref": "recommend"},
                {"id": "q2", "title": "What happened?", "type": "long_text", "ref": "words"},
                {"id": "q3", "title": "Where shall we write to?", "type": "email", "ref": "mail"},
                {"id": "q4", "title": "Which part?", "type": "multiple_choice", "ref": "part"},
                {"id": "q5", "title": "What is your first name?", "type": "short_text", "ref": "name"},
            ],
        },
        "answers": [
            {"type": "number", "number": 3, "field": {"id": "q1", "type": "opinion_scale", "ref": "recommend"}},
            {
                "type": "text",
                "text": "It was crushed.",
                "field": {"id": "q2", "type": "long_text", "ref": "words"},
            },
            {"type": "email", "email": "ros@example.com", "field": {"id": "q3", "type": "email", "ref": "mail"}},
            {"type": "choice", "choice": {"label": "The lamp"}, "field": {"id": "q4", "type": "multiple_choice"}},
            {"type": "text", "text": "Rosalind", "field": {"id": "q5", "type": "short_text", "ref": "name"}},
        ],
    },
}
DELIGHTED: dict[str, Any] = {
    "event_type": "survey_response.updated",
    "event_id": "e0b7",
    "event_data": {
        "id": "5521",
        "person": {"id": "91", "email": "ros@example.com", "name": "Rosalind Ward", "created_at": 1763800000},
        "survey_type": "nps",
        "score": 9,
        "comment": "He carried it upstairs.",
        "permalink": "https://delighted.com/r/xyz",
        "created_at": 1763890000,
        "updated_at": 1763890060,
        "person_properties": {"touchpoint": "Delivery", "customer": "c-118"},
        "notes": [],
        "tags": ["sofa", "north"],
        "additional_answers": [
            {"id": "a1", "value": {"scale": 5}, "question": {"id": "dq1", "type": "scale", "text": "How easy?"}},
            {"id": "a2", "value": {"select_one": {"id": "o1", "text": "In the shop"}}, "question": {"id": "dq2"}},
        ],
    },
}
TALLY: dict[str, Any] = {
    "eventId": "ev-77",
    "eventType": "FORM_RESPONSE",
    "createdAt": "2026-11-23T09:05:01.120Z",
    "data": {
        "responseId": "rQ9",
        "submissionId": "rQ9",
        "respondentId": "p4",
        "formId": "wAbC1",
        "formName": "After delivery",
        "createdAt": "2026-11-23T09:05:00.000Z",
        "fields": [
            {"key": "question_1", "label": "How easy was it?", "type": "LINEAR_SCALE", "value": 6},
            {"key": "question_2", "label": "Tell us more", "type": "TEXTAREA", "value": "Nobody rang before."},
            {"key": "question_3", "label": "Your mail", "type": "INPUT_EMAIL", "value": "ros@example.com"},
            {
                "key": "question_4",
                "label": "Which part?",
                "type": "MULTIPLE_CHOICE",
                "value": ["o2"],
                "options": [{"id": "o1", "text": "The lamp"}, {"id": "o2", "text": "The shade"}],
            },
            {"key": "question_4_o2", "label": "Which part? (The shade)", "type": "CHECKBOXES", "value": True},
            {"key": "question_5", "label": "touchpoint", "type": "HIDDEN_FIELDS", "value": "Delivery"},
            {"key": "question_6", "label": "Skipped", "type": "INPUT_TEXT", "value": None},
        ],
    },
}
FORMBRICKS: dict[str, Any] = {
    "webhookId": "wh1",
    "event": "responseFinished",
    "data": {
        "id": "resp1",
        "surveyId": "srv1",
        "finished": True,
        "createdAt": "2026-11-23T09:00:00.000Z",
        "updatedAt": "2026-11-23T09:02:00.500Z",
        "contact": {"id": "k1", "userId": "u1"},
        "contactAttributes": {"email": "ros@example.com", "customer": "c-118"},
        "data": {
            "satisfied": 2,
            "why": "The lamp flickers.",
            "parts": ["Lamp", "Shade"],
            "who": ["Rosalind", "Ward", "", "", ""],
        },
        "variables": {"shop": "Leith"},
        "meta": {"url": "https://example.com/s?email=ros@example.com", "userAgent": {"browser": "x"}},
        "tags": [{"name": "north"}, "sofa"],
        "language": "en",
    },
}
SURVEYMONKEY: dict[str, Any] = {
    "name": "After delivery",
    "filter_type": "survey",
    "filter_id": "4001",
    "event_type": "response_completed",
    "event_id": "10017",
    "object_type": "response",
    "object_id": "7001",
    "event_datetime": "2026-11-23T09:03:31.182613+00:00",
    "resources": {"respondent_id": "7001", "recipient_id": "0", "collector_id": "31", "survey_id": "4001"},
}
QUALTRICS = {
    "Status": "Complete",
    "SurveyID": "SV_after",
    "ResponseID": "R_7001",
    "CompletedDate": "2026-11-23 09:03:31",
    "BrandID": "house",
}
NATIVE: dict[str, Any] = {
    "survey_id": "after-delivery",
    "response_id": "r-1",
    "question_key": "recommend",
    "metric": "nps",
    "score": 3,
    "answered_at": "2026-11-23T08:41:00Z",
}


@dataclass(frozen=True, slots=True)
class Signed:
    """A message of a vendor, with the secret that proves it."""

    vendor: str
    message: Message
    secret: bytes


def compact(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode()


def told(document: Mapping[str, Any], **headers: str) -> Message:
    """A message that nobody signed."""
    return Message(compact(document), {name.replace("_", "-"): value for name, value in headers.items()}, NOW)


def mapping(source: str, survey_id: str, *questions: Question, **more: Any) -> SurveyMap:
    return SurveyMap(source, (MappedSurvey(source, survey_id, questions, **more),))


def scored(key: str, metric: Metric, low: float, high: float, **more: Any) -> Question:
    return Question(key, metric, (low, high), **more)


def qualtrics_body(document: Mapping[str, Any], key: bytes, brand: str = "house") -> bytes:
    signed = compact(document)
    mac = hmac.digest(key, signed, "sha512").hex()
    topic = f"{brand}.surveyengine.completedResponse.{document['SurveyID']}"
    return f"Topic={topic}&HMAC={mac}&MSG={quote(signed, safe='')}".encode()


def _header(name: str, digest: str, write: Callable[[bytes], str]) -> Callable[[bytes], dict[str, str]]:
    return lambda body: {name: write(hmac.digest(KEY, body, digest))}


def _base64(digest: bytes) -> str:
    return b64encode(digest).decode()


def _webhook(body: bytes) -> dict[str, str]:
    return sign(KEY, "msg_1", NOW, body)


_SIGNERS: dict[str, tuple[bytes, bytes, Callable[[bytes], dict[str, str]]]] = {
    "typeform": (compact(TYPEFORM), KEY, _header("Typeform-Signature", "sha256", lambda one: "sha256=" + _base64(one))),
    "delighted": (
        compact(DELIGHTED),
        KEY,
        _header("X-Delighted-Webhook-Signature", "sha256", lambda one: "sha256=" + one.hex()),
    ),
    "tally": (compact(TALLY), KEY, _header("Tally-Signature", "sha256", _base64)),
    "surveymonkey": (compact(SURVEYMONKEY), KEY, _header("Sm-Signature", "sha1", _base64)),
    "formbricks": (compact(FORMBRICKS), WEBHOOK_SECRET, _webhook),
    "native": (compact(NATIVE), WEBHOOK_SECRET, _webhook),
    "zendesk": (compact(NATIVE), WEBHOOK_SECRET, _webhook),
    "google_forms": (compact(NATIVE), WEBHOOK_SECRET, _webhook),
}


def signed(vendor: str) -> Signed:
    """The vendor's message as it comes through the door."""
    if vendor == "qualtrics":
        return Signed(vendor, Message(qualtrics_body(QUALTRICS, KEY), {}, NOW), KEY)
    body, secret, headers = _SIGNERS[vendor]
    return Signed(vendor, Message(body, headers(body), NOW), secret)


def with_body(one: Signed, body: bytes) -> Message:
    return replace(one.message, raw=body)


SIGNING = (*_SIGNERS, "qualtrics")
