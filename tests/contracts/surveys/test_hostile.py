"""Whatever is sent: Refused at worst, nothing else is raised, and what is read fits our own contract."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from contracts.surveys.payloads import (
    DELIGHTED,
    FORMBRICKS,
    KEY,
    NATIVE,
    NOW,
    QUALTRICS,
    SURVEYMONKEY,
    TALLY,
    TYPEFORM,
    scored,
)
from contracts.surveys.payloads import mapping as mapped
from throughline.adapters.surveys.canonical import row_of
from throughline.adapters.surveys.vendor import Message
from throughline.adapters.surveys.vendors import VENDORS
from throughline.contracts.incoming import read_answers
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import Question, SurveyMap
from throughline.domain.survey_reading import Complete
from throughline.errors import Refused

DOCUMENTS: dict[str, dict[str, Any]] = {
    "typeform": TYPEFORM,
    "delighted": DELIGHTED,
    "tally": TALLY,
    "formbricks": FORMBRICKS,
    "surveymonkey": SURVEYMONKEY,
    "qualtrics": QUALTRICS,
    "native": NATIVE,
    "google_forms": {"message": {"attributes": {"eventType": "RESPONSES"}, "data": "e30="}},
    "zendesk": NATIVE,
}
SURVEYS = {"typeform": "aB3dE5", "delighted": "nps", "tally": "wAbC1", "formbricks": "srv1"}
KEYS = ("q1", "score", "question_1", "satisfied", "recommend")
ODD: list[Any] = [
    *(
        None,
        True,
        0,
        -1,
        1.5,
        11,
        10**400,
        float("nan"),
        float("inf"),
        "",
        " ",
        "x",
        "\x00",
        "\ud800",
        "\u2028",
        "9" * 5000,
    ),
    *("x" * 30_000, "é" * 3000, "ros@example.com", "+44 7700 900123", "2026-13-40", "1e9", [], ["x"], [[]], [None]),
    *([{"a": 1}], {}, {"a": {}}, {"": ""}, {"label": 3}, {"id": "x" * 300}, {"text": None}, {"x\ny": "z"}),
]
NAMES = ("authorization", "Tally-Signature", "webhook-id", "webhook-signature", "webhook-timestamp", "content-type")
HEADERS = some.dictionaries(some.sampled_from(NAMES), some.text(max_size=60))


def known(vendor: str) -> SurveyMap:
    questions = [scored(key, Metric.NPS, 0, 10) for key in KEYS] + [Question("words", verbatim=True)]
    paths = {"touchpoint_from": "hidden.touchpoint", "customer_ref": "hidden.customer"}
    return mapped(vendor, SURVEYS.get(vendor, "after-delivery"), *questions, **paths)


def tried(vendor: str, message: Message, mapping: SurveyMap) -> None:
    try:
        found = VENDORS[vendor].read(message, mapping)
    except Refused:
        return
    if isinstance(found, Complete):
        for answer in found.answers:
            assert read_answers(row_of(answer), source="own", received_at=NOW) == (answer,)
    assert found.reason


def places(document: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a document."""
    listed = enumerate(document) if isinstance(document, list) else ()
    inside = document.items() if isinstance(document, dict) else listed
    return [path, *(place for name, value in inside for place in places(value, (*path, name)))]


def with_value(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copy = deepcopy(document)
    here = copy
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return copy


@pytest.mark.parametrize("vendor", DOCUMENTS)
def test_anything_anywhere_in_a_message_is_read_or_refused(vendor: str) -> None:
    for path in places(DOCUMENTS[vendor]):
        for odd in ODD:
            document = with_value(DOCUMENTS[vendor], path, odd)
            tried(vendor, Message(json.dumps(document).encode(), {"webhook-id": "m\x00"}, NOW), known(vendor))


@pytest.mark.parametrize("vendor", VENDORS)
@settings(deadline=None, max_examples=150)
@given(body=some.binary(max_size=300), headers=HEADERS, secret=some.binary(max_size=40))
def test_any_bytes_under_any_headers_are_refused_or_read(
    vendor: str, body: bytes, headers: dict[str, str], secret: bytes
) -> None:
    message = Message(body, headers, NOW)
    tried(vendor, message, SurveyMap(vendor))
    with pytest.raises(Refused):
        VENDORS[vendor].verify(message, [KEY, secret])


HURTING = {
    "empty": b"",
    "not UTF-8": b"\xff\xfe",
    "deep": b"[" * 100_000,
    "deep objects": b'{"a":' * 100_000,
    "many fields": b"&" * 100_000,
    "half an escape": b"MSG=%",
    "blank fields": b"HMAC=&MSG=&Topic=",
    "a long number": b'{"event_type": ' + b"9" * 5000 + b"}",
    "a list": b"[]",
    "null": b"null",
}


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize("body", HURTING.values(), ids=HURTING.keys())
def test_bodies_that_are_made_to_hurt_are_refused_or_read(vendor: str, body: bytes) -> None:
    tried(vendor, Message(body, {}, NOW), SurveyMap(vendor))
    with pytest.raises(Refused):
        VENDORS[vendor].verify(Message(body, {}, NOW), [KEY])
