"""Queues and the stream under hostile messages: kept, noted or given back alone, never at a neighbour's cost."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile.house import House, call
from hostile.payloads import SCALARS, VALUES, WORDS, almost
from hostile.test_http_doors import ANSWER, NOTE
from hostile.tries import note, tried

DETAIL_TYPES = st.sampled_from(["FrontlineFeedback", "SurveyResponse", "SurveyResponse", "Other", ""])
KEPT = ("recorded", "repeated", "set aside: ")
INNER = {
    "route_issue": {"id": "1", "pk": "F#gone", "sk": "fact", "announces": "feedback.received"},
    "send_letter": {"id": "1", "pk": "F#gone", "sk": "letter#case#1", "announces": "letter.waiting"},
    "weigh_meaning": {"id": "1", "pk": "F#gone", "sk": "parked", "announces": "feedback.parked"},
    "tally_answer": {"id": "1", "pk": "S#own#gone", "sk": "fact#q", "announces": "answer.received"},
}
TAGS = {
    "line": [b"F#1".hex()],
    "letter": [b"letter#case#1".hex()],
    "person": ["id-ada"],
    "digest": ["2026-W47"],
}
REPORT = {"eventType": "Send", "mail": {"messageId": "m-1", "tags": TAGS}}
CASE = {
    "line": "F#1",
    "number": 1,
    "code": "A7K2Q",
    "department": "IT",
    "touchpoint": "Paying at the till",
    "stage": "Paying",
    "journey": "Visiting",
    "why": "the map names IT for “card”",
    "state": "routed",
    "version": 1,
    "opened_on": "2026-11-23",
    "hops": 0,
    "map_version": "v",
}


def texts(bodies: st.SearchStrategy[Any]) -> st.SearchStrategy[str]:
    """Messages as text: JSON of these, or no JSON at all."""
    broken = st.sampled_from(["", "{", "null", "[]", "1", '"x"', "[" * 5_000, '{"a":' * 2_000, "\ud800", "NaN"])
    return st.one_of(bodies.map(json.dumps), bodies.map(json.dumps), bodies.map(json.dumps), broken, WORDS)


def test_any_event_of_the_bus_is_kept_or_set_aside(house: House) -> None:
    details = st.one_of(almost(NOTE, VALUES), almost(ANSWER, VALUES), VALUES)
    event = st.builds(
        lambda kind, source, detail: {"detail-type": kind, "source": source, "detail": detail, "id": "e"},
        DETAIL_TYPES,
        st.just("shop.tills") | WORDS,
        details,
    )

    @tried(3)
    @given(texts(event))
    def arrive(body: str) -> None:
        note("bus events")
        assert house.deliver("event_arrived", body) == []
        assert house.outcome("event_arrived", body).startswith(KEPT)

    arrive()


def test_deep_details_are_set_aside(house: House) -> None:
    for depth in (*range(900, 1000, 3), 5_000, 60_000):
        for body in ('{"detail-type":"FrontlineFeedback","detail":' + "[" * depth + "]" * depth + "}", "[" * depth):
            note("bus events")
            assert house.deliver("event_arrived", body) == []
            assert house.outcome("event_arrived", body).startswith("set aside: ")


def test_any_report_of_the_mail_service_is_noted_or_passed_over(house: House) -> None:
    kinds = st.sampled_from(["Send", "Delivery", "Complaint", "Bounce", "Other"]) | WORDS
    tags = almost(TAGS, st.lists(SCALARS, max_size=2) | VALUES)
    mails = st.builds(lambda tags: {"messageId": "m", "tags": tags}, tags | VALUES)
    reports = st.builds(lambda kind, mail: {"eventType": kind, "mail": mail}, kinds, mails | VALUES)

    @tried(2)
    @given(reports | almost(REPORT, VALUES))
    def report(document: dict[str, Any]) -> None:
        note("mail service's reports")
        assert house.deliver("mail_outcome", json.dumps(document)) == []

    report()


@pytest.mark.parametrize("function", INNER)
def test_a_broken_message_is_given_back_alone(house: House, function: str) -> None:
    good = INNER[function]

    @tried()
    @given(texts(almost(good, VALUES) | VALUES))
    def deliver(body: str) -> None:
        note("messages of the inner queues")
        assert set(house.deliver(function, good, body, good)) <= {"message-1"}

    deliver()


def test_hostile_words_in_the_stream_are_carried_whole(house: House) -> None:
    """Whatever people wrote stands in the bodies; the shape is always ours."""
    said = {name: WORDS for name, value in CASE.items() if isinstance(value, str) and name != "opened_on"}
    bodies = st.fixed_dictionaries({**{name: st.just(value) for name, value in CASE.items()}, **said})
    kinds = ["feedback.received", "letter.waiting", "case.routed", "case.answer", "answer.received"]
    announces = st.sampled_from(kinds)

    @tried(2)
    @given(st.lists(st.tuples(announces, WORDS.map(House.whole), bodies), min_size=1, max_size=4))
    def carry(records: list[tuple[str, str, dict[str, Any]]]) -> None:
        note("stream records", len(records))
        for queue in house.queues.values():
            queue.messages.clear()
        house.published.clear()
        call("carry", {"Records": [stream_record(*one) for one in records]})
        kinds = [kind for kind, _, _ in records]
        assert len(house.queues["route"].messages) == sum(kind.endswith("received") for kind in kinds)
        assert len(house.queues["letters"].messages) == kinds.count("letter.waiting")
        assert len(house.published) == sum(kind.startswith("case.") for kind in kinds)
        for event in house.published:
            json.loads(event["Detail"])

    carry()


@pytest.mark.usefixtures("house")
def test_records_that_announce_nothing_are_passed_over() -> None:
    @tried()
    @given(st.dictionaries(WORDS, VALUES, max_size=3), st.sampled_from(["NewImage", "OldImage", "Keys"]))
    def carry(image: dict[str, Any], name: str) -> None:
        note("stream records")
        typed = {key: {"S": str(value)} for key, value in image.items() if key != "announces"}
        assert call("carry", {"Records": [{"dynamodb": {name: typed}}]}) == {}

    carry()


def stream_record(announces: str, key: str, body: dict[str, Any]) -> dict[str, Any]:
    image = {"pk": {"S": key}, "sk": {"S": "case#1"}, "announces": {"S": announces}, "body": {"S": json.dumps(body)}}
    return {"dynamodb": {"NewImage": image, "ApproximateCreationDateTime": 1_795_428_720}}
