"""Responses that a vendor only named: fetched once, later when it must be, set aside when they are gone."""

import hmac
import json
from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from aws import messages_in
from fakes.values import SCRATCHED
from handlers.events import failed, http, queued
from handlers.live import Live
from handlers.test_survey_delivered import add
from throughline.adapters.vendor_apis.asking import Api, Said
from throughline.domain.delivery import line_of_response
from throughline.domain.fetching import Later
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, Question
from throughline.domain.survey_source import SurveySource

SHARED = "id&secret"
MAPPED = MappedSurvey("surveymonkey", "5", (Question("q1", Metric.NPS, (0, 10)), Question("q2", verbatim=True)))
CHOICES = {"answers": {"choices": [{"id": "c3", "text": "3"}]}, "id": "q1"}
Says = Callable[[str], Said]


def response(number: str) -> dict[str, Any]:
    given = [{"id": "q1", "answers": [{"choice_id": "c3"}]}, {"id": "q2", "answers": [{"text": SCRATCHED}]}]
    return {"id": number, "survey_id": "5", "ip_address": "203.0.113.7", "pages": [{"questions": given}]}


def says_all(path: str) -> Said:
    if path.endswith("/surveys/5/details"):
        return Said({"pages": [{"questions": [CHOICES]}]})
    if "bulk" in path:
        return Said({"data": [response("9"), response("10")]})
    return Said(response(path.split("/")[5]))


@pytest.fixture
def asked(live: Live, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that were asked for."""
    add(SurveySource("surveymonkey", "surveymonkey", ("k",), (SHARED,), "token"))
    live.atlas.mappings.put(MAPPED)
    paths: list[str] = []
    answers(monkeypatch, says_all, paths)
    return paths


def answers(monkeypatch: pytest.MonkeyPatch, says: Says, paths: list[str]) -> None:
    def once(_api: Api, path: str) -> Said:
        paths.append(path)
        return says(path)

    monkeypatch.setattr(Api, "_once", once)


def wanted(live: Live, *numbers: str) -> dict[str, Any]:
    """What the queue holds once these were named."""
    for number in numbers:
        told = {"event_type": "response_completed", "object_id": number, "resources": {"survey_id": "5"}}
        body = json.dumps(told).encode()
        digest = b64encode(hmac.digest(SHARED.encode(), body, "sha1")).decode()
        assert live.call("survey_delivered", http("POST", "/s/surveymonkey/k", body, sm_signature=digest))
    live.flows()
    return queued(messages_in(live.queues["fetch"]))


def known(live: Live, number: str) -> Any:
    return live.ledger.facts.line(line_of_response("surveymonkey", number))


def test_those_of_one_survey_are_asked_for_together_and_follow_the_same_way(live: Live, asked: list[str]) -> None:
    event = wanted(live, "9", "10")
    assert failed(live.call("fetch_responses", event)) == []
    live.flows()
    assert len(asked) == 2
    for number in ("9", "10"):
        assert {one.score for one in known(live, number).answers} == {3, None}
        assert [one.department for one in known(live, number).gathered] == ["Packing"]
    assert list(live.ledger.pending.waiting()) == []


def test_what_comes_again_is_not_asked_for_again(live: Live, asked: list[str]) -> None:
    event = wanted(live, "9")
    for _ in range(2):
        assert failed(live.call("fetch_responses", event)) == []
    assert len(asked) == 2


def test_what_has_to_wait_goes_back_into_the_queue_and_stays_known(
    live: Live, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    event, sent = wanted(live, "9"), list[dict[str, Any]]()
    later = Said(later=Later(datetime.now(UTC) + timedelta(minutes=2), "the vendor asks us to wait"))
    answers(monkeypatch, lambda _path: later, asked)
    monkeypatch.setattr(
        "throughline.adapters.queue.SqsQueue.put",
        lambda _queue, messages, delay=0: sent.extend({**one, "delay": delay} for one in messages),
    )
    assert failed(live.call("fetch_responses", event)) == []
    assert failed(live.call("fetch_responses", event)) == []
    assert len(asked) == 1  # the second did not even ask
    assert [one["response"] for one in sent] == ["9", "9"]
    assert all(100 < one["delay"] <= 150 for one in sent)
    assert [one.sk.partition("#")[0] for one in live.ledger.pending.waiting()] == ["delivery"]


def test_what_the_vendor_has_no_more_is_set_aside(
    live: Live, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    event = wanted(live, "9")
    answers(monkeypatch, lambda path: says_all(path) if path.endswith("/5/details") else Said(gone=True), asked)
    assert failed(live.call("fetch_responses", event)) == []
    (aside,) = live.ledger.facts.asides()
    assert "no such response" in aside.reason
    assert list(live.ledger.pending.waiting()) == []


def test_a_source_that_was_taken_off_or_has_no_token_is_set_aside(live: Live, asked: list[str]) -> None:
    event = wanted(live, "9")
    add(SurveySource("surveymonkey", "surveymonkey", ("k",), (SHARED,)))
    assert failed(live.call("fetch_responses", event)) == []
    (aside,) = live.ledger.facts.asides()
    assert "token" in aside.reason
    assert asked == []


def test_who_answered_is_nowhere(live: Live, asked: list[str]) -> None:
    live.call("fetch_responses", wanted(live, "9"))
    live.flows()
    assert asked
    assert not any("203.0.113.7" in str(item.to_simple_dict()) for item in live.ledger.record.scan())
