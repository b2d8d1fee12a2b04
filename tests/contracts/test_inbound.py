import json

import pytest

from contracts.catalogue import INBOUND, fits, inbound
from throughline.adapters.dynamo.codec import unpacked
from throughline.adapters.dynamo.stream import announced_in
from throughline.domain.case import Case
from throughline.domain.feedback import Feedback
from throughline.domain.letter import Letter

QUEUED = [name for name in INBOUND if name.endswith(".sqs")]
ASKED = [name for name in INBOUND if name.endswith(".http")]


@pytest.mark.parametrize("name", QUEUED)
def test_a_queues_batch_holds_json_messages(name: str) -> None:
    for record in inbound(name)["Records"]:
        assert record["eventSource"] == "aws:sqs"
        assert isinstance(json.loads(record["body"]), dict)


@pytest.mark.parametrize("name", ASKED)
def test_a_request_has_the_shape_of_the_http_api(name: str) -> None:
    event = inbound(name)
    method, path = event["routeKey"].split(" ")
    assert event["version"] == "2.0"
    assert event["requestContext"]["http"]["method"] == method
    assert path.format(**event.get("pathParameters", {})) == event["rawPath"]
    assert int(event["headers"]["content-length"]) == len(event["body"].encode())


def test_the_events_that_arrive_fit_their_schemas() -> None:
    kinds = {"FrontlineFeedback": "frontline-feedback.v1", "SurveyResponse": "survey-response.v1"}
    events = [json.loads(record["body"]) for record in inbound("events-arrived.sqs")["Records"]]
    assert {event["detail-type"] for event in events} == set(kinds)
    assert all(fits(kinds[event["detail-type"]], event["detail"]) for event in events)


def test_the_answer_that_is_posted_fits_its_schema() -> None:
    assert fits("survey-response.v1", json.loads(inbound("responses-post.http")["body"]))


def test_the_stream_holds_what_the_ledger_writes() -> None:
    fact, case, letter = announced_in(inbound("ledger.stream"))
    assert unpacked(Feedback, dict(fact.document)).line == fact.pk
    assert unpacked(Case, dict(case.document)).code == "A7K2Q"
    assert unpacked(Letter, dict(letter.document)).name == letter.sk
    assert (fact.announces, case.announces, letter.announces) == (
        "feedback.received",
        "case.routed",
        "letter.waiting",
    )


def test_a_stored_mail_is_named_by_its_key() -> None:
    (record,) = json.loads(inbound("mail-stored.sqs")["Records"][0]["body"])["Records"]
    assert record["s3"]["object"]["key"].startswith("inbound/")
