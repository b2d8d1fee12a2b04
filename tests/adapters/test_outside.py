"""Queues, the bus, secrets, settings and the clock."""

import json
from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import boto3
import pytest

from aws import BUCKET, BUS, LEDGER, SECRET, make_surroundings, make_tables, messages_in
from calls import count_calls
from fakes.values import NOW, case, feedback
from throughline.adapters.bus import EventBus
from throughline.adapters.clock import SetClock, WallClock, clock_of
from throughline.adapters.environment import MissingSettingError, from_env
from throughline.adapters.queue import SqsQueue
from throughline.adapters.s3_mail import StoredMail
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.line import Outcome
from throughline.domain.seal import derived
from throughline.errors import Unavailable

EVENT = {"Source": "throughline", "DetailType": "CaseRouted", "Detail": "{}"}


@pytest.fixture
def queues(aws: None) -> dict[str, str]:  # noqa: ARG001 - they stand in what it pretends
    return make_surroundings()


class Half:
    """Takes all but the last of what it is given."""

    def send_message_batch(self, **asked: Any) -> dict[str, Any]:
        return {"Failed": asked["Entries"][-1:]}

    def put_events(self, **asked: Any) -> dict[str, Any]:
        return {"FailedEntryCount": 1, "Entries": asked["Entries"]}


def test_a_queue_takes_ten_at_a_time(queues: dict[str, str]) -> None:
    messages = [{"id": str(at)} for at in range(23)]
    with count_calls() as calls:
        SqsQueue(queues["route"]).put(messages)
    assert [str(call) for call in calls] == ["sqs.SendMessageBatch"] * 3
    assert sorted(int(one["id"]) for one in messages_in(queues["route"])) == list(range(23))


def test_a_bus_takes_ten_at_a_time(queues: dict[str, str]) -> None:
    assert queues
    with count_calls() as calls:
        EventBus(BUS).publish([EVENT] * 11)
    assert [str(call) for call in calls] == ["eventbridge.PutEvents"] * 2


def test_what_is_not_taken_whole_comes_again() -> None:
    with pytest.raises(Unavailable, match="1 messages"):
        SqsQueue("url", Half()).put([{"id": "1"}, {"id": "2"}])
    with pytest.raises(Unavailable, match="1 events"):
        EventBus(BUS, Half()).publish([EVENT])


def test_nothing_to_hand_over_calls_nobody(queues: dict[str, str]) -> None:
    with count_calls() as calls:
        SqsQueue(queues["route"]).put([])
        EventBus(BUS).publish([])
    assert len(calls) == 0


def test_a_stored_mail_is_read_as_it_lies(queues: dict[str, str]) -> None:
    assert queues
    boto3.client("s3").put_object(Bucket=BUCKET, Key="inbound/1", Body=b"\xff\x00raw")
    assert StoredMail(BUCKET).read("inbound/1") == b"\xff\x00raw"
    with pytest.raises(Unavailable):
        StoredMail("no-such-bucket").read("inbound/1")


def put_secret(**told: object) -> None:
    boto3.client("secretsmanager").put_secret_value(SecretId=SECRET, SecretString=json.dumps(told))


def test_all_keys_come_from_one_secret_that_is_read_once(queues: dict[str, str]) -> None:
    assert queues
    put_secret(root="root", sources={"shop": ["whsec_" + b64encode(b"new").decode(), b64encode(b"old").decode()]})
    secrets = StackSecrets(SECRET)
    with count_calls() as calls:
        assert secrets.root() == b"root"
        assert secrets.source_keys("shop") == [b"new", b"old"]
        assert secrets.source_keys("own") == [derived(b"root", "responses")]
        assert secrets.source_keys("nobody") == []
    assert len(calls) == 1


@dataclass(frozen=True)
class Settings:
    table: str
    most: int


def test_settings_are_read_by_name() -> None:
    assert from_env(Settings, {"TABLE": "ledger", "MOST": "5", "OTHER": "x"}) == Settings("ledger", 5)


@pytest.mark.parametrize(
    ("environment", "said"), [({"MOST": "5"}, "TABLE is not set"), ({"TABLE": "x", "MOST": "many"}, "MOST is 'many'")]
)
def test_a_setting_that_is_missing_or_unreadable_is_named(environment: dict[str, str], said: str) -> None:
    with pytest.raises(MissingSettingError, match=said):
        from_env(Settings, environment)


@pytest.mark.parametrize(
    "said", ["2026-11-23T10:00:00Z", "2026-11-23T10:00:00", "2026-11-23T11:00:00+01:00", "2026-11-23T10:00:00+00:00"]
)
def test_a_schedules_time_is_its_now(said: str) -> None:
    assert clock_of({"time": said}).now() == NOW


@pytest.mark.parametrize("event", [{}, {"time": "soon"}, {"time": None}, None, []])
def test_without_a_time_it_is_the_time_it_is(event: object) -> None:
    assert not isinstance(clock_of(event), SetClock)
    assert abs((WallClock().now() - datetime.now(UTC)).total_seconds()) < 60


@pytest.mark.usefixtures("aws")
def test_two_rooms_never_see_each_others_tables() -> None:
    make_tables()
    make_tables("other-ledger", "other-atlas")
    one, other = LedgerRoom(LEDGER), LedgerRoom("other-ledger")
    said = feedback()
    assert other.facts.feedback(said.line) is None
    one.facts.record(said)
    one.cases.settle(Outcome(said.line, "fact", ("routed",), (case(said.line),)))
    assert len(list(one.cases.inbox("Packing", done=False))) == 1
    assert list(other.cases.inbox("Packing", done=False)) == []
    assert list(other.pending.waiting()) == []
