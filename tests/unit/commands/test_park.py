"""The operator's view of what waits or gave up, and another try for it."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import boto3
import pytest
from click.testing import Result

from aws import ATLAS, BUCKET, LEDGER, REGION, SECRET, make_surroundings, make_tables, messages_in
from commanding import result_of, rooms_anew
from fakes.outside import ROOT
from fakes.values import RIDDLE, SITE, feedback, part, small_map
from operate import wire
from operate.commands import park
from operate.failed import FailedMessages
from operate.stack import Stack
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.delivery import Delivery, delivery_of, told_of
from throughline.domain.line import Aside
from throughline.domain.routing import Router
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, Question
from throughline.errors import Refused
from throughline.usecases.import_file import DOOR, told_of_file
from throughline.usecases.judge_mail import SPAM, VIRUS
from throughline.usecases.letters import Letterhead
from throughline.usecases.route_fact import route_fact
from throughline.usecases.set_aside import set_aside

MESSAGE = {"id": "one", "pk": "F#1", "sk": "fact", "announces": "feedback.received"}
GROUP = "/throughline/line/route"
Command = Callable[..., Result]


@pytest.fixture
def stack(aws: None) -> Stack:  # noqa: ARG001 - it stands on what it pretends
    make_tables()
    make_surroundings()
    for name in (
        "line-route",
        "line-route-failed",
        "line-mail",
        "line-mail-failed",
        "line-import",
        "line-sweep-failed",
        "other-failed",
    ):
        boto3.client("sqs").create_queue(QueueName=name)
    boto3.client("logs").create_log_group(logGroupName=GROUP)
    outputs = {"LedgerTable": LEDGER, "AtlasTable": ATLAS, "MailBucket": BUCKET, "SecretId": SECRET, "SiteUrl": SITE}
    return Stack("line", outputs, REGION, local=False)


@pytest.fixture
def run(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    monkeypatch.setattr(park, "find_stack", lambda *_options: stack)

    def ran(*arguments: str) -> Result:
        return result_of(park.park, *arguments)

    with rooms_anew():
        yield ran


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def gives_up(queue: str, body: str = json.dumps(MESSAGE)) -> str:
    sqs = boto3.client("sqs")
    sent = sqs.send_message(QueueUrl=sqs.get_queue_url(QueueName=f"line-{queue}-failed")["QueueUrl"], MessageBody=body)
    return str(sent["MessageId"])


def url_of(queue: str) -> str:
    return str(boto3.client("sqs").get_queue_url(QueueName=f"line-{queue}")["QueueUrl"])


def parked_riddle() -> str:
    AtlasRoom(ATLAS).maps.replace(small_map())
    room, said = LedgerRoom(LEDGER), feedback(RIDDLE)
    room.facts.record(said)
    head, now = Letterhead(SITE, ROOT), room.clock.now()
    route_fact(
        line=said.line, fact="fact", facts=room.facts, cases=room.cases, router=Router(small_map()), head=head, now=now
    )
    return said.line


def test_what_gave_up_is_listed_with_its_queue_and_reason(run: Command) -> None:
    name = gives_up("route")
    told = {"message": "failed", "delivery": name, "error": "TypeError", "at": "codec.py:41"}
    logs = boto3.client("logs")
    logs.create_log_stream(logGroupName=GROUP, logStreamName="worker")
    event = {"timestamp": int(datetime.now(UTC).timestamp() * 1000), "message": json.dumps(told)}
    logs.put_log_events(logGroupName=GROUP, logStreamName="worker", logEvents=[event])
    for _ in range(2):  # looking hides nothing from the next look
        (row,) = rows(run("list"))
        assert (row["id"], row["where"], json.loads(row["what"])) == (name, "route", MESSAGE)
        assert row["reason"].endswith("TypeError at codec.py:41")


def test_another_try_puts_it_back_into_its_queue(run: Command) -> None:
    name = gives_up("route")
    gives_up("mail", "{}")
    assert rows(run("release", name)) == [
        {"id": name, "where": "route", "released": True, "what": "back in the queue route"}
    ]
    assert messages_in(url_of("route")) == [MESSAGE]
    assert [row["where"] for row in rows(run("list"))] == ["mail"]


def test_a_rehearsal_moves_nothing(run: Command) -> None:
    gives_up("route")
    assert [row["released"] for row in rows(run("release", "--all", "--dry-run"))] == [True]
    assert messages_in(url_of("route")) == []
    assert len(rows(run("list"))) == 1


def test_what_has_no_queue_to_go_back_to_is_mended_by_a_run(
    run: Command, stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    invoked: list[dict[str, Any]] = []
    real = Stack.client

    class Lambda:
        def invoke(self, **asked: Any) -> None:
            invoked.append(asked)

    monkeypatch.setattr(Stack, "client", lambda self, name: Lambda() if name == "lambda" else real(self, name))
    gives_up("sweep", json.dumps({"time": "2026-11-23T09:00:00Z"}))
    assert rows(run("release", "--all"))[0]["what"] == "sweep has run"
    assert [one["FunctionName"] for one in invoked] == ["line-sweep"]
    assert list(FailedMessages(stack).all()) == []


def test_something_parked_is_released_once_the_map_knows_it(run: Command) -> None:
    line = parked_riddle()
    assert rows(run("release", "--all"))[0] == {
        "id": line,
        "where": "triage",
        "released": False,
        "what": "parked: no words of the map fit well enough",
    }
    AtlasRoom(ATLAS).maps.replace(small_map(parts=(*small_map().parts, part("A visit", "IT", "odd", "felt"))))
    wire._atlas.cache_clear()
    assert rows(run("release", line))[0]["released"]
    assert rows(run("list")) == []
    assert rows(run("release", "--all")) == []


def test_a_mail_that_was_set_aside_is_read_again_while_it_is_kept(run: Command) -> None:
    room = LedgerRoom(LEDGER)
    boto3.client("s3").put_object(Bucket=BUCKET, Key="inbound/a b", Body=b"mail")
    for what in ("inbound/a b", "inbound/gone"):
        set_aside(words=what, reason="larger than it may be", seen="mail", now=room.clock.now(), facts=room.facts)
    assert sorted(row["released"] for row in rows(run("release", "--all"))) == [False, True]
    (message,) = messages_in(url_of("mail"))
    assert message["Records"][0]["s3"] == {"bucket": {"name": BUCKET}, "object": {"key": "inbound/a%20b"}}


def test_a_mail_that_was_held_is_taken_in_as_a_note_and_a_virus_never(run: Command) -> None:
    facts, today = LedgerRoom(LEDGER).facts, datetime.now(UTC).date()
    for name, reason, held in (("Q#1", SPAM, True), ("Q#2", VIRUS, False)):
        boto3.client("s3").put_object(Bucket=BUCKET, Key=f"inbound/{name}", Body=b"mail")
        facts.set_aside(Aside(name, reason, "mail", f"inbound/{name}", today, held))
    assert {row["id"]: (row["released"], row["what"]) for row in rows(run("release", "--all"))} == {
        "Q#1": (True, "taken in as a note"),
        "Q#2": (False, "it stays: a person has to read it"),
    }
    (message,) = messages_in(url_of("mail"))
    assert message["released"] is True


MAPPED = MappedSurvey("typeform", "f1", (Question("q1", Metric.NPS, (0, 10)),))


def sent_aside(document: object) -> tuple[Aside, Delivery]:
    """What a vendor sent, set aside as something that nobody can read."""
    room = LedgerRoom(LEDGER)
    now = room.clock.now()
    delivery = delivery_of("typeform", json.dumps(document).encode(), {}, None, now)
    room.deliveries.put(delivery)
    set_aside(words=told_of(delivery), reason="no form", seen="survey", now=now, facts=room.facts)
    room.deliveries.done(delivery, "set aside", keep=True)
    return next(iter(room.facts.asides())), delivery


def test_what_a_vendor_sent_is_read_again_when_it_can_be(run: Command) -> None:
    room, answers = LedgerRoom(LEDGER), [{"type": "number", "number": 2, "field": {"id": "q1"}}]
    said = {"form_id": "f1", "token": "r1", "submitted_at": "2026-11-22T08:00:00Z", "answers": answers}
    aside, delivery = sent_aside({"event_id": "e1", "event_type": "form_response", "form_response": said})
    assert rows(run("release", aside.id, "--dry-run"))[0]["what"] == "read again"
    assert list(room.pending.waiting()) == []
    assert rows(run("release", aside.id))[0]["released"]
    assert [(one.pk, one.sk) for one in room.pending.waiting()] == [(delivery.line, delivery.name)]
    assert rows(run("list")) == []


def test_what_nobody_can_read_still_stays(run: Command) -> None:
    aside, _ = sent_aside({"event_type": "form_response"})
    result = run("release", aside.id)
    assert (result.exit_code, rows(result)[0]["released"]) == (1, False)
    assert rows(run("list"))[0]["id"] == aside.id


def test_a_stored_export_is_read_again_by_another_mapping_only(run: Command) -> None:
    room, atlas, key = LedgerRoom(LEDGER), AtlasRoom(ATLAS), "surveys/typeform/last year.csv"
    set_aside(words=told_of_file(key, 0), reason="none fit", seen=DOOR, now=room.clock.now(), facts=room.facts)
    assert rows(run("release", "--all"))[0]["what"] == "it stays: its mapping is the same as before"
    atlas.mappings.put(MAPPED)
    wire._atlas.cache_clear()
    assert rows(run("release", "--all"))[0]["released"] is False
    boto3.client("s3").put_object(Bucket=BUCKET, Key=key, Body=b"id,q1\n1,9\n")
    assert rows(run("release", "--all"))[0]["what"] == "read again"
    (message,) = messages_in(url_of("import"))
    assert message["Records"][0]["s3"]["object"]["key"] == "surveys/typeform/last%20year.csv"
    assert rows(run("list")) == []


def test_what_only_a_person_can_read_stays_and_says_so(run: Command) -> None:
    room = LedgerRoom(LEDGER)
    words = "wrong " * 100
    set_aside(words=words, reason="it can't be read", seen="event", now=room.clock.now(), facts=room.facts)
    (row,) = rows(run("list"))
    assert row["what"] == words
    assert rows(run("show", row["id"]))[0]["what"] == words
    result = run("release", row["id"])
    assert (result.exit_code, rows(result)[0]["what"]) == (1, "it stays: a person has to read it")


@pytest.mark.parametrize("arguments", [(), ("Q#1", "--all")])
def test_one_or_all_has_to_be_named(run: Command, arguments: tuple[str, ...]) -> None:
    assert run("release", *arguments).exit_code == 2


def test_what_is_not_parked_is_refused_with_a_hint(run: Command) -> None:
    with pytest.raises(Refused, match="Nothing is parked under “F#gone”"):
        run("show", "F#gone")
