"""Survey answers from the organisation's own systems."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from fakes.outside import ROOT
from handlers.events import json_post
from handlers.live import Live, body_of
from throughline.contracts.signature import sign
from throughline.domain.seal import derived
from throughline.domain.survey import Answer

PATH = "/v1/responses"
LINE = Answer("own", "after-delivery", "r-1", "recommend").line
GIVEN = {
    "source": "own",
    "survey_id": "after-delivery",
    "response_id": "r-1",
    "question_key": "recommend",
    "metric": "nps",
    "score": 3,
    "verbatim": "Crushed.",
    "revision": 1,
}


def post(live: Live, document: object = GIVEN, key: bytes = derived(ROOT, "responses"), late: int = 0) -> Any:
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    headers = sign(key, "msg_1", datetime.now(UTC) - timedelta(seconds=late), body)
    named = {name.replace("-", "_"): value for name, value in headers.items()}
    return live.call("survey_answered", json_post(PATH, body, **named))


def test_a_signed_answer_is_recorded_once(live: Live) -> None:
    first, again = post(live), post(live)
    assert [first["statusCode"], again["statusCode"]] == [201, 200]
    assert [body_of(first), body_of(again)] == [{"written": 1, "repeated": 0}, {"written": 0, "repeated": 1}]
    (answer,) = live.ledger.facts.line(LINE).answers
    assert (answer.score, answer.verbatim) == (3, "Crushed.")


def test_several_answers_of_one_response_come_together(live: Live) -> None:
    second = {**GIVEN, "question_key": "why", "metric": None, "score": None}
    assert body_of(post(live, {"responses": [GIVEN, second]})) == {"written": 2, "repeated": 0}


def test_an_older_revision_that_comes_late_changes_nothing(live: Live) -> None:
    post(live, {**GIVEN, "revision": 2, "score": 9})
    assert post(live)["statusCode"] == 200
    assert live.ledger.facts.line(LINE).answers[0].score == 9


def test_without_a_signature_nothing_is_taken(live: Live) -> None:
    answer = live.call("survey_answered", json_post(PATH, GIVEN))
    assert answer["statusCode"] == 401
    assert live.ledger.facts.line(LINE).answers == ()


@pytest.mark.parametrize(("key", "late"), [(b"another key", 0), (derived(ROOT, "responses"), 600)])
def test_a_wrong_or_old_signature_is_refused_and_nothing_kept(live: Live, key: bytes, late: int) -> None:
    assert post(live, key=key, late=late)["statusCode"] == 401
    assert list(live.ledger.facts.asides()) == []


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ({**GIVEN, "score": 11}, "score"),
        ({**GIVEN, "colour": "red"}, "colour"),
        ({"responses": []}, "responses"),
        ({"responses": [{**GIVEN, "response_id": ""}]}, "responses[0].response_id"),
        (b"nonsense", "body"),
        (b"[" * 100_000, "body"),
    ],
)
def test_what_can_not_be_read_is_named_and_kept(live: Live, document: object, field: str) -> None:
    answer = post(live, document)
    assert (answer["statusCode"], body_of(answer)["field"]) == (400, field)
    (aside,) = live.ledger.facts.asides()
    assert aside.door == "survey"
    assert field in aside.reason


def test_more_than_256_kb_is_too_much(live: Live) -> None:
    assert post(live, b"x" * (256 * 1024 + 1))["statusCode"] == 413
