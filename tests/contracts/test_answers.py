import json
from datetime import UTC, datetime
from typing import Any

import pytest

from contracts.catalogue import fits, inbound, sample
from throughline.contracts.envelope import read_json
from throughline.contracts.incoming import MOST_ANSWERS, read_answers
from throughline.domain.survey import Answer, Metric
from throughline.errors import Refused

SCHEMA = "survey-response.v1"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SOUND = sample(SCHEMA)
JUNK: list[Any] = [
    *(None, True, 0, -1, 1.5, 11, 10**400, float("nan"), float("inf"), "", "x", "3", "x" * 20_001, "\ud800", " x "),
    *([], ["x"], {}, {"a": 1}, {"a": {"b": 1}}, {"a": [1, "b", None]}, "a@example.com", "a\nb"),
    *("2026-11-23", "2026-11-23T10:00:00", "2026-11-23T10:00:00Z", "0001-01-01T00:00:00+14:00", "2026-13-40T10:00Z"),
]


def read(document: object, source: str = "own") -> tuple[Answer, ...]:
    return read_answers(document, source=source, received_at=NOW)


def refusal(document: object) -> Refused:
    with pytest.raises(Refused) as refused:
        read(document)
    assert refused.value.what
    assert refused.value.do
    return refused.value


def accepted(document: object) -> bool:
    try:
        read(document)
    except Refused:
        return False
    return True


def test_one_answer_is_read_as_it_was_given() -> None:
    (answer,) = read(SOUND)
    assert (answer.metric, answer.score, answer.scale_min, answer.scale_max) == (Metric.NPS, 3, 0, 10)
    assert answer.answered_at == datetime(2026, 11, 23, 8, 41, tzinfo=UTC)
    assert answer.received_at == NOW
    assert answer.hints == {"channel": "app", "tags": ["sofa", "north"]}
    assert (answer.revision, answer.finished, answer.direction) == (1, True, "higher")


def test_several_answers_come_in_one_call() -> None:
    first, second = read(sample("survey-response-several.v1"))
    assert first.line == second.line
    assert (second.question_key, second.metric) == ("ease", Metric.CES)


def test_an_envelope_lends_its_id() -> None:
    (answer,) = read(sample("survey-response-enveloped.v1"))
    assert answer.event_id == "resp-9001"


def test_a_row_without_a_source_gets_the_callers() -> None:
    row = {name: value for name, value in SOUND.items() if name != "source"}
    assert read(row)[0].source == "own"
    assert read(SOUND | {"source": "tablet"})[0].source == "tablet"
    with pytest.raises(Refused, match="missing"):
        read(row, source="")


def test_an_event_of_the_bus_is_read() -> None:
    event = json.loads(inbound("events-arrived.sqs")["Records"][1]["body"])
    assert event["detail-type"] == "SurveyResponse"
    assert len(read(event["detail"], event["source"])) == 2


def test_a_time_is_brought_to_utc() -> None:
    (answer,) = read(SOUND | {"answered_at": "2026-11-23T10:11:12.5+02:00"})
    assert answer.answered_at == datetime(2026, 11, 23, 8, 11, 12, 500_000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"score": 11}, "score"),
        ({"score": "3"}, "score"),
        ({"score": True}, "score"),
        ({"score": 3.5}, "score"),
        ({"metric": "csat", "scale_min": None, "scale_max": None, "score": 0}, "score"),
        ({"metric": "other", "scale_min": 5, "scale_max": 5}, "scale_max"),
        ({"scale_max": None}, "scale_max"),
        ({"scale_min": None}, "scale_min"),
        ({"scale_min": 1}, "metric"),
        ({"direction": "lower"}, "metric"),
        ({"metric": "joy"}, "metric"),
        ({"direction": "up"}, "direction"),
        ({"answered_at": "yesterday"}, "answered_at"),
        ({"answered_at": "2026-11-23T10:00:00"}, "answered_at"),
        ({"received_at": "soon"}, "received_at"),
        ({"revision": -1}, "revision"),
        ({"revision": 1.5}, "revision"),
        ({"finished": "yes"}, "finished"),
        ({"customer_ref": "ros@example.com"}, "customer_ref"),
        ({"hints": {"a": {"b": 1}}}, "hints"),
        ({"hints": {"a": float("nan")}}, "hints"),
        ({"hints": {"a": "x" * 5000}}, "hints"),
        ({"hints": []}, "hints"),
        ({"source": "a#b"}, "source"),
        ({"response_id": ""}, "response_id"),
        ({"response_id": "x" * 201}, "response_id"),
        ({"question_key": None}, "question_key"),
        ({"survey_id": 7}, "survey_id"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_is_wrong_is_named(fields: dict[str, Any], named: str) -> None:
    assert refusal(SOUND | fields).field == named
    assert refusal({"responses": [SOUND, SOUND | fields]}).field == f"responses[1].{named}"


@pytest.mark.parametrize(
    "rows",
    [[], [SOUND] * (MOST_ANSWERS + 1), SOUND, None, "x"],
    ids=["empty", "too many", "object", "null", "text"],
)
def test_a_list_has_one_to_fifty_answers(rows: object) -> None:
    assert refusal({"responses": rows}).field == "responses"


def test_fifty_answers_fit() -> None:
    assert len(read({"responses": [SOUND] * MOST_ANSWERS})) == MOST_ANSWERS


def test_a_list_stands_alone_and_holds_objects() -> None:
    assert refusal({"responses": [SOUND], "source": "own"}).field == "source"
    assert refusal({"responses": [7]}).field == "responses[0]"
    assert refusal([SOUND]).field == "body"


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff", b"[" * 100_000, b"\xef\xbb\xbf{}x"],
    ids=["empty", "cut off", "not UTF-8", "too deep", "more behind it"],
)
def test_a_body_that_is_no_json_is_refused(body: bytes) -> None:
    with pytest.raises(Refused, match="not JSON"):
        read_json(body)


@pytest.mark.parametrize("field", [*SOUND, "received_at", "event_id", "other"])
def test_what_the_code_takes_the_schema_takes(field: str) -> None:
    taken = [SOUND | {field: junk} for junk in JUNK if accepted(SOUND | {field: junk})]
    assert [document[field] for document in taken if not fits(SCHEMA, document)] == []
