import json
import threading
from datetime import UTC, datetime
from typing import Any

import pytest

from operate.local.notices import Announcer, Weather, notices_of, topics_by_kind
from operate.local.outbox import Sent

NOON = datetime(2026, 11, 23, 12, 0, 0, 5000, tzinfo=UTC)
RAW = b"From: line@x.test\r\nSubject: Hi\r\nMessage-ID: <id-1@email.amazonses.com>\r\n\r\nhi"


def sent_to(*recipients: str) -> Sent:
    return Sent("id-1", NOON.isoformat(), "line@x.test", list(recipients), "Hi", len(RAW), {"letter": "7"}, "cases")


def kinds(*recipients: str) -> list[str]:
    return [notice["eventType"] for notice in notices_of(sent_to(*recipients), RAW, NOON)]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ann@x.test", ["Send", "Delivery"]),
        ("success@simulator.amazonses.com", ["Send", "Delivery"]),
        ("bounce@simulator.amazonses.com", ["Send", "Bounce"]),
        ("Bounce+7@simulator.amazonses.com", ["Send", "Bounce"]),
        ("suppressionlist@simulator.amazonses.com", ["Send", "Bounce"]),
        ("complaint@simulator.amazonses.com", ["Send", "Delivery", "Complaint"]),
    ],
)
def test_each_address_has_its_fate(address: str, told: list[str]) -> None:
    assert kinds(address) == told


def test_several_readers_fare_one_by_one() -> None:
    assert kinds("ann@x.test", "bounce@simulator.amazonses.com") == ["Send", "Delivery", "Bounce"]


def test_a_notice_has_the_shape_that_ses_publishes() -> None:
    send = notices_of(sent_to("ann@x.test"), RAW, NOON)[0]
    mail = send["mail"]

    assert send["send"] == {}
    assert mail["timestamp"] == "2026-11-23T12:00:00.005Z"
    assert (mail["messageId"], mail["source"], mail["destination"]) == ("id-1", "line@x.test", ["ann@x.test"])
    assert mail["tags"]["letter"] == ["7"]
    assert mail["tags"]["ses:configuration-set"] == ["cases"]
    assert {"name": "Subject", "value": "Hi"} in mail["headers"]
    assert json.loads(json.dumps(send)) == send


def test_a_suppressed_reader_is_told_as_such() -> None:
    bounce = notices_of(sent_to("suppressionlist@simulator.amazonses.com"), RAW, NOON)[1]["bounce"]

    assert (bounce["bounceType"], bounce["bounceSubType"]) == ("Permanent", "Suppressed")


class Topic:
    def __init__(self, expected: int) -> None:
        self.heard: list[tuple[str, str]] = []
        self.expected = expected
        self.full = threading.Event()

    def publish(self, topic: str, notice: dict[str, Any]) -> None:
        self.heard.append((topic, notice["eventType"]))
        if len(self.heard) >= self.expected:
            self.full.set()


def announced(weather: Weather, topics: dict[str, list[str]], expected: int) -> list[tuple[str, str]]:
    topic = Topic(expected)
    Announcer(topic.publish, weather).announce(topics, notices_of(sent_to("ann@x.test"), RAW, NOON))
    topic.full.wait(0.3 if expected == 0 else 5)
    return topic.heard


def test_only_the_kinds_that_a_topic_wants_are_published() -> None:
    assert announced(Weather(), {"DELIVERY": ["t1", "t2"], "BOUNCE": ["t1"]}, 2) == [
        ("t1", "Delivery"),
        ("t2", "Delivery"),
    ]


def test_copies_repeat_and_loss_loses() -> None:
    topics = {"SEND": ["t"]}

    assert announced(Weather(copies=3), topics, 3) == [("t", "Send")] * 3
    assert announced(Weather(loss=1.0), topics, 0) == []


def test_the_weather_changes_as_asked() -> None:
    weather = Weather()
    weather.change({"delay": 2, "loss": 0.5, "copies": 2, "verdicts": {"spam": "FAIL"}})

    assert (weather.delay, weather.loss, weather.copies) == (2.0, 0.5, 2)
    assert weather.verdicts["spam"] == "FAIL"
    assert weather.verdicts["virus"] == "PASS"


@pytest.mark.parametrize(
    "wrong",
    [
        {"rain": 1},
        {"verdicts": {"rain": "PASS"}},
        {"delay": -1},
        {"loss": 2},
        {"copies": 0},
        {"delay": "soon"},
    ],
)
def test_weather_that_makes_no_sense_changes_nothing(wrong: dict[str, Any]) -> None:
    weather = Weather()

    with pytest.raises(ValueError, match=r"delay|unknown|convert"):
        weather.change(wrong)
    assert weather == Weather()


class Ses:
    def get_configuration_set_event_destinations(self, **asked: str) -> dict[str, Any]:
        assert asked == {"ConfigurationSetName": "cases"}
        topic = {"SnsDestination": {"TopicArn": "t"}, "MatchingEventTypes": ["SEND", "BOUNCE"]}
        watch = {"CloudWatchDestination": {}, "MatchingEventTypes": ["SEND"], "Enabled": True}
        return {"EventDestinations": [{**topic, "Enabled": True}, {**topic, "Enabled": False}, watch]}


def test_the_configuration_set_decides_who_hears() -> None:
    assert topics_by_kind(Ses(), "cases") == {"SEND": ["t"], "BOUNCE": ["t"]}
    assert topics_by_kind(Ses(), "") == {}
