"""Functions behind queues: what fails is given back alone, what comes twice changes nothing."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import boto3
import pytest

from aws import BUCKET, messages_in
from fakes.outside import ROOT
from fakes.values import RIDDLE, SCRATCHED, answer, feedback, person
from handlers.events import failed, json_post, queued, stored_mail
from handlers.live import Live, body_of, module
from throughline.domain.letter import Posted
from throughline.domain.seal import line_of, receipt_of
from throughline.domain.shares import Asked
from throughline.domain.survey import Metric
from throughline.domain.week import Week

INBOUND = Path(__file__).parents[2] / "events" / "inbound"
POISON = "{broken"
MAIL = b"From: Dee <dee@shop.example>\nSubject: Till 3\nMessage-ID: <1@shop.example>\n\nThe card reader froze.\n"


def payload(name: str) -> dict[str, Any]:
    return dict(json.loads((INBOUND / name).read_text()))


def report(live: Live, number: int = 1, text: str = SCRATCHED) -> str:
    said = {"id": f"device-{number:04}", "text": text}
    answered = live.call("feedback_form", json_post(f"/f/{live.place.id}", said))
    return line_of(ROOT, body_of(answered)["receipt"])


def store(key: str, raw: bytes = MAIL) -> Mapping[str, Any]:
    boto3.client("s3").put_object(Bucket=BUCKET, Key=key, Body=raw)
    return stored_mail(BUCKET, key, len(raw))


def mail_line(message_id: str = "<1@shop.example>") -> str:
    return line_of(ROOT, receipt_of(ROOT, f"mail|in.example|{message_id}"))


def test_one_poison_record_among_ten_is_given_back_alone(live: Live) -> None:
    messages: list[Any] = [{"id": str(at), "pk": report(live, at), "sk": "fact"} for at in range(9)]
    answered = live.call("route_issue", queued([*messages[:4], POISON, *messages[4:]]))
    assert failed(answered) == ["message-4"]
    assert len(list(live.ledger.cases.inbox("Packing", done=False))) == 9


@pytest.mark.parametrize(
    ("function", "poison"),
    [
        ("route_issue", {"pk": "F#1"}),
        ("send_letter", []),
        ("tally_answer", {}),
        ("feedback_mail", {"Records": [{"s3": {}}]}),
        ("mail_outcome", POISON),
    ],
)
def test_a_poison_record_fails_nobody_else(live: Live, function: str, poison: Any) -> None:
    harmless = {
        "route_issue": {"id": "1", "pk": "F#gone", "sk": "fact"},
        "send_letter": {"id": "1", "pk": "F#gone", "sk": "letter#case#1"},
        "tally_answer": {"id": "1", "pk": "S#own#gone", "sk": "fact#recommend"},
        "feedback_mail": {"Event": "s3:TestEvent"},
        "mail_outcome": {"eventType": "Open"},
    }[function]
    assert failed(live.call(function, queued([harmless, poison, harmless]))) == ["message-1"]


def test_a_stored_mail_becomes_a_report_however_often_it_is_told(live: Live) -> None:
    message = store("inbound/one+more%20mail")
    escaped = stored_mail(BUCKET, "inbound/one%2Bmore%2520mail", len(MAIL))
    store("inbound/same", MAIL)
    told = queued([escaped, escaped, stored_mail(BUCKET, "inbound/same", len(MAIL))])
    assert message["Records"]
    assert failed(live.call("feedback_mail", told)) == []
    said = live.ledger.facts.feedback(mail_line())
    assert said
    assert said.report.text == "Till 3\n\nThe card reader froze."
    assert len(list(live.ledger.pending.waiting())) == 1


def test_a_mail_larger_than_40_mb_is_set_aside_unread(live: Live) -> None:
    huge = stored_mail(BUCKET, "inbound/huge", 41 * 1024 * 1024)
    assert failed(live.call("feedback_mail", queued([huge]))) == []
    assert [one.reason for one in live.ledger.facts.asides()] == ["the mail is larger than 40 MB"]


def test_our_own_mail_that_comes_back_is_dropped(live: Live) -> None:
    own = store("inbound/own", b"From: line@shop.example\nMessage-ID: <2@x>\n\nhello\n")
    live.call("feedback_mail", queued([own]))
    assert (list(live.ledger.facts.asides()), list(live.ledger.pending.waiting())) == ([], [])


def test_events_of_the_bus_become_reports_and_answers_once(live: Live) -> None:
    event = payload("events-arrived.sqs.json")
    for _ in range(2):
        assert failed(live.call("event_arrived", event)) == []
    live.flows()
    waiting = [case for one in ("Packing", "IT") for case in live.ledger.cases.inbox(one, done=False)]
    assert waiting
    assert list(live.ledger.facts.asides()) == []


def test_an_event_that_can_not_be_read_is_set_aside_with_the_reason(live: Live) -> None:
    event = {"id": "1", "detail-type": "FrontlineFeedback", "source": "shop", "detail": {"id": "x-1", "text": ""}}
    assert failed(live.call("event_arrived", queued([event, event]))) == []
    (aside,) = live.ledger.facts.asides()
    assert (aside.door, aside.reason) == ("event", "There are no words yet. (text)")


@pytest.mark.parametrize("body", [POISON, "[]", "[" * 100_000])
def test_an_event_that_is_no_object_is_kept_as_it_came(live: Live, body: str) -> None:
    event = {"id": "1", "detail-type": "FrontlineFeedback", "source": "shop", "detail": {"id": "x-1", "text": RIDDLE}}
    assert failed(live.call("event_arrived", queued([event, body, body]))) == []
    (aside,) = live.ledger.facts.asides()
    assert (aside.reason, aside.what) == ("it is not a JSON object", body[:20_000])
    assert len(list(live.ledger.pending.waiting())) == 1


@pytest.mark.parametrize(
    "mail",
    [None, [], {"tags": []}, {"tags": {"line": ["nohex"], "letter": ["nohex"]}}, {"tags": {"digest": ["never"]}}],
)
def test_a_report_of_a_mail_that_is_not_ours_is_passed_over(live: Live, mail: Any) -> None:
    assert failed(live.call("mail_outcome", queued([{"eventType": "Send", "mail": mail}]))) == []


def test_an_event_with_another_text_under_the_same_id_is_set_aside(live: Live) -> None:
    events = [
        {"id": str(at), "detail-type": "FrontlineFeedback", "source": "shop", "detail": {"id": "x-1", "text": text}}
        for at, text in enumerate((SCRATCHED, RIDDLE))
    ]
    assert failed(live.call("event_arrived", queued(events))) == []
    assert [one.reason for one in live.ledger.facts.asides()] == ["Something else was sent under this id before. (id)"]


def test_a_report_reaches_its_department_by_mail_once(live: Live) -> None:
    line = report(live)
    live.flows()
    (case,) = live.ledger.facts.line(line).cases
    again = [{"id": "1", "pk": line, "sk": "fact"}, {"id": "1", "pk": line, "sk": "fact"}]
    assert failed(live.call("route_issue", queued(again))) == []
    letters = [{"id": "2", "pk": line, "sk": "letter#case#1"}] * 2
    assert failed(live.call("send_letter", queued(letters))) == []
    (mail,) = live.mails()
    assert "To: packing@shop.example" in mail
    assert case.code in mail
    assert list(live.ledger.pending.waiting()) == []


def test_a_mail_that_can_not_be_posted_now_is_given_back_and_goes_out_later(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = report(live)
    live.call("carry", {"Records": live.announced()})
    live.call("route_issue", queued(messages_in(live.queues["route"])))
    message = {"id": "1", "pk": line, "sk": "letter#case#1"}
    with monkeypatch.context() as broken:
        broken.setattr(module("send_letter").postbox(), "_configuration_set", None)
        assert failed(live.call("send_letter", queued([message]))) == ["message-0"]
    live.ledger.letters.release(line, "letter#case#1")
    assert failed(live.call("send_letter", queued([message]))) == []
    assert len(live.mails()) == 1


def test_the_mail_services_own_report_settles_a_mail(live: Live) -> None:
    said = feedback()
    name = "letter#case#1"
    live.call("feedback_form", json_post(f"/f/{live.place.id}", {"id": said.report.identity, "text": SCRATCHED}))
    live.call("carry", {"Records": live.announced()})
    live.call("route_issue", queued(messages_in(live.queues["route"])))
    assert live.ledger.letters.claim(said.line, name, datetime.now(UTC))  # and then the sender died
    tags = {"line": [said.line.encode().hex()], "letter": [name.encode().hex()]}
    sent = {"eventType": "Send", "mail": {"messageId": "ses-1", "tags": tags}}
    assert failed(live.call("mail_outcome", queued([sent, sent]))) == []
    assert live.ledger.letters.claim(said.line, name, datetime.now(UTC) + timedelta(hours=1)) is None
    assert live.ledger.record.get(said.line, name).state == Posted.SENT.value


def test_reports_of_the_mail_service_are_read_as_they_come(live: Live) -> None:
    live.atlas.directory.replace([person("ada")])
    assert failed(live.call("mail_outcome", payload("mail-outcome.sqs.json"))) == []


def test_an_answer_is_counted_once_in_its_week(live: Live) -> None:
    given = answer(9, "Lovely driver.")
    live.ledger.facts.record_answer(given)
    live.flows()
    message = {"id": "1", "pk": given.line, "sk": "fact#recommend"}
    assert failed(live.call("tally_answer", queued([message] * 3))) == []
    assert given.answered_at
    assert live.ledger.figures.week(Week.of(given.answered_at))[Asked.usual(Metric.NPS)].promoters == 1


def test_carrying_the_same_batch_twice_gives_the_same_ids(live: Live) -> None:
    report(live)
    records = live.announced()
    ids = []
    for _ in range(2):
        live.call("carry", {"Records": records})
        ids.append([message["id"] for message in messages_in(live.queues["route"])])
    assert ids[0] == ids[1] != []


def test_messages_hold_keys_and_never_words(live: Live) -> None:
    report(live)
    live.call("carry", {"Records": live.announced()})
    (message,) = messages_in(live.queues["route"])
    assert message.keys() == {"id", "pk", "sk", "announces"}
    assert SCRATCHED not in json.dumps(message)


def test_a_stream_record_is_read_as_lambda_sends_it(live: Live) -> None:
    counts = live.call("carry", payload("ledger.stream.json"))
    assert sum(counts.values()) > 0
    assert messages_in(live.queues["route"])


def test_the_sweep_hands_out_again_what_the_stream_forgot(live: Live) -> None:
    line = report(live)
    live.announced()  # and nobody carried it
    soon, later = (datetime.now(UTC) + timedelta(hours=hours) for hours in (0, 3))
    assert live.call("sweep", {"time": soon.isoformat()}) == {}
    assert live.call("sweep", {"time": later.isoformat()}) == {"route": 1}
    live.call("route_issue", queued(messages_in(live.queues["route"])))
    assert len(live.ledger.facts.line(line).cases) == 1
    live.flows()
    assert live.call("sweep", {"time": later.isoformat()}) == {}
