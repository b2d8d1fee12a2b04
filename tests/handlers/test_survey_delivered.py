"""What survey vendors send: proven at the door, kept by one write, read by the mapping, counted once."""

import hmac
import json
from base64 import b64encode
from dataclasses import replace
from typing import Any

import boto3
import pytest

from aws import ROOT_WORD, SECRET, messages_in
from calls import tallied
from fakes.values import SCRATCHED, small_map
from handlers.events import failed, http, queued
from handlers.live import Live, body_of, forget
from throughline.adapters.dynamo.deliveries import raw_of
from throughline.domain.delivery import line_of_response
from throughline.domain.journey import CASES, SurveyRule, versioned
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, Question
from throughline.domain.survey_source import SurveySource

KEY, OLD, NEW = "door-key-1", "the secret before", "the secret now"
SOURCE = SurveySource("typeform", "typeform", (KEY,), (NEW, OLD))
PATH = f"/s/typeform/{KEY}"
LINE = line_of_response("typeform", "r-1")
SCORE = Question("q-score", Metric.NPS, (0, 10), touchpoint="Opening the parcel")
WORDS = Question("q-why", verbatim=True)
MAPPED = MappedSurvey("typeform", "form-1", (SCORE, WORDS), touchpoint_from="hidden.moment")


def form(score: int | None = 3, words: str = "", response: str = "r-1", at: str = "2026-11-20T10:00:00Z") -> Any:
    answers: list[dict[str, Any]] = []
    if score is not None:
        answers.append({"type": "number", "number": score, "field": {"id": "q-score", "type": "opinion_scale"}})
    if words:
        answers.append({"type": "text", "text": words, "field": {"id": "q-why", "type": "long_text"}})
    answers.append({"type": "email", "email": "canary@customers.example", "field": {"id": "q-mail", "type": "email"}})
    said = {"form_id": "form-1", "token": response, "submitted_at": at, "answers": answers}
    kind = "form_response" if words else "form_response_partial"
    return {"event_id": f"{response}-{kind}", "event_type": kind, kind: said}


def signed(body: bytes, secret: str = NEW) -> dict[str, str]:
    digest = b64encode(hmac.digest(secret.encode(), body, "sha256")).decode()
    return {"typeform_signature": f"sha256={digest}"}


def send(live: Live, document: object, *, secret: str = NEW, path: str = PATH) -> Any:
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    headers = {"content_type": "application/json", **signed(body, secret)}
    return live.call("survey_delivered", http("POST", path, body, **headers))


def add(*sources: SurveySource) -> None:
    document = {"root": ROOT_WORD, "sources": {one.name: one.as_document() for one in sources}}
    boto3.client("secretsmanager").put_secret_value(SecretId=SECRET, SecretString=json.dumps(document))


@pytest.fixture
def here(live: Live) -> Live:
    add(SOURCE)
    return live


@pytest.fixture
def mapped(here: Live) -> Live:
    here.atlas.mappings.put(MAPPED)
    return here


def raw_items(live: Live, line: str = LINE) -> list[Any]:
    return [item for item in live.ledger.record.query(line) if item.sk.startswith("delivery#")]


# ── the door ──
def test_what_is_proven_is_kept_by_one_write_and_a_repeat_says_so(here: Live) -> None:
    answers = [send(here, form()) for _ in range(3)]
    assert [one["statusCode"] for one in answers] == [200, 200, 200]
    assert [body_of(one) for one in answers] == [
        {"received": True, "repeated": False},
        {"received": True, "repeated": True},
        {"received": True, "repeated": True},
    ]
    assert len(raw_items(here)) == 1


def test_a_warm_door_makes_one_call(here: Live) -> None:
    send(here, form())
    counted = here.count(lambda: send(here, form(response="r-2")))
    assert dict(tallied([call for _, call in counted])) == {"dynamodb.PutItem": 1}


def test_both_secrets_count_while_one_replaces_the_other(here: Live) -> None:
    assert [send(here, form(), secret=one)["statusCode"] for one in (NEW, OLD, "neither")] == [200, 200, 401]


def test_a_source_that_is_added_or_rotated_just_now_is_known_at_once(here: Live) -> None:
    assert send(here, form(), path="/s/north/k")["statusCode"] == 202
    here.call("survey_delivered", http("HEAD", PATH))
    add(SurveySource("typeform", "typeform", ("k2", KEY), ("newer", NEW)))
    forget()
    send(here, form())
    add(SurveySource("typeform", "typeform", ("k3",), ("newest", NEW)))
    answers = [send(here, form(), path="/s/typeform/k3", secret=one)["statusCode"] for one in ("newest", "old")]
    assert answers == [200, 401]


@pytest.mark.parametrize("path", ["/s/nobody/x", f"/s/nobody/{KEY}", "/s/typeform/x", f"/s/TYPEFORM/{KEY}"])
def test_strangers_are_counted_and_nothing_is_kept(here: Live, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = len(here.announced())
    answer = send(here, form(), path=path)
    assert (answer["statusCode"], body_of(answer)) == (202, {"received": False, "repeated": False})
    assert "DeliveryNotTaken" in capfd.readouterr().out
    assert (before, here.announced()) == (0, [])


@pytest.mark.parametrize("method", ["HEAD", "GET", "PUT", "PATCH", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", [PATH, "/s/nobody/x"])
def test_looking_is_answered_and_keeps_nothing(here: Live, method: str, path: str) -> None:
    counted = here.count(lambda: here.call("survey_delivered", http(method, path)))
    assert counted == []
    assert here.call("survey_delivered", http(method, path))["statusCode"] == 200


@pytest.mark.parametrize("path", ["/s/%00/x", "/s/typeform", "/s/a/b/c", "/s/ä/ö", "/s//"])
def test_a_webhook_is_never_told_that_there_is_nothing_here(here: Live, path: str) -> None:
    assert send(here, form(), path=path)["statusCode"] == 202
    assert here.call("survey_delivered", http("HEAD", path))["statusCode"] in (200, 202)


def test_too_large_is_refused_and_the_largest_fits(here: Live) -> None:
    assert send(here, b"x" * (256 * 1024 + 1))["statusCode"] == 413
    assert send(here, bytes(range(256)) * 1024)["statusCode"] == 200


# ── what is read ──
def test_answers_are_recorded_by_the_mapping_and_routed(mapped: Live) -> None:
    send(mapped, form(2, SCRATCHED))
    mapped.flows()
    line = mapped.ledger.facts.line(LINE)
    assert {one.question_key: (one.metric, one.score, one.verbatim) for one in line.answers} == {
        "q-score": (Metric.NPS, 2, ""),
        "q-why": (None, None, SCRATCHED),
    }
    assert [one.department for one in line.gathered] == ["Packing"]
    assert {one.state for one in raw_items(mapped)} == {"read"}
    assert list(mapped.ledger.pending.waiting()) == []


def test_a_score_before_its_comment_gives_one_case_where_the_map_wants_cases(mapped: Live) -> None:
    mapped.atlas.maps.replace(versioned(replace(small_map(), survey_rules=(SurveyRule("*", CASES),))))
    send(mapped, form(2))
    mapped.flows()
    assert mapped.ledger.facts.line(LINE).cases == ()
    send(mapped, form(2, SCRATCHED, at="2026-11-20T10:05:00Z"))
    send(mapped, form(2))
    mapped.flows()
    assert len(mapped.ledger.facts.line(LINE).cases) == 1
    assert len(mapped.mails()) == 1


def test_the_customers_address_stands_in_the_raw_delivery_only(mapped: Live) -> None:
    send(mapped, form(2, SCRATCHED))
    mapped.flows()
    (kept,) = raw_items(mapped)
    assert b"canary@customers.example" in raw_of(kept.body)
    others = [str(item.to_simple_dict()) for item in mapped.ledger.record.scan() if item.sk != kept.sk]
    assert [one for one in others if "canary@" in one] == []
    assert not any("canary@" in mail for mail in mapped.mails())


def test_questions_that_nobody_mapped_are_told_once_and_nothing_is_guessed(here: Live) -> None:
    here.atlas.maps.replace(small_map(cx_manager="cx@shop.example"))
    for response in ("r-1", "r-2", "r-1"):
        send(here, form(2, SCRATCHED, response))
    here.flows()
    send(here, form(9, "Fine.", "r-3"))
    here.flows()
    answers = here.ledger.facts.line(LINE).answers
    assert [(one.metric, one.score, one.verbatim) for one in answers] == [(None, None, "")] * 2
    (mail,) = here.mails()
    assert "q-score" in mail
    assert "q-why" in mail
    assert SCRATCHED not in mail


def test_what_was_kept_is_read_again_by_another_mapping(here: Live) -> None:
    send(here, form(2, SCRATCHED))
    here.flows()
    version = here.atlas.mappings.put(MAPPED)
    assert version == 1
    for line, name, _ in here.ledger.deliveries.of_source("typeform"):
        here.ledger.deliveries.announce_again(line, name, version)
    here.flows()
    known = here.ledger.facts.line(LINE)
    assert {one.score for one in known.answers} == {2, None}
    assert len(known.gathered) == 1
    assert here.atlas.mappings.put(MAPPED) is None


def test_what_can_not_be_read_is_set_aside_and_waits_for_nothing(here: Live) -> None:
    send(here, {"event_type": "form_response"})
    here.flows()
    (aside,) = here.ledger.facts.asides()
    assert (aside.door, "response" in aside.reason) == ("survey", True)
    assert list(here.ledger.pending.waiting()) == []


def test_what_is_no_response_is_ignored(here: Live) -> None:
    assert send(here, {"event_type": "form_opened"})["statusCode"] == 200
    here.flows()
    assert list(here.ledger.facts.asides()) == []


def test_what_was_erased_stays_away(mapped: Live) -> None:
    send(mapped, form(2, SCRATCHED))
    mapped.flows()
    mapped.ledger.erasing.mark(LINE)
    mapped.ledger.erasing.erase_line(LINE)
    assert send(mapped, form(2, SCRATCHED))["statusCode"] == 200
    send(mapped, form(1, "A lamp, crushed."))
    mapped.flows()
    left = [str(item.to_simple_dict()) for item in mapped.ledger.record.query(LINE)]
    assert [one for one in left if "crushed" in one or "'raw'" in one] == []


def test_ids_alone_are_asked_for(live: Live) -> None:
    add(SurveySource("surveymonkey", "surveymonkey", (KEY,), ("id&secret",), "token"))
    told = {"event_type": "response_completed", "event_id": "e-1", "object_id": "9", "resources": {"survey_id": "5"}}
    body = json.dumps(told).encode()
    digest = b64encode(hmac.digest(b"id&secret", body, "sha1")).decode()
    answer = live.call("survey_delivered", http("POST", f"/s/surveymonkey/{KEY}", body, sm_signature=digest))
    assert answer["statusCode"] == 200
    live.flows()
    (wanted,) = messages_in(live.queues["fetch"])
    assert {name: wanted[name] for name in ("source", "survey", "response")} == {
        "source": "surveymonkey",
        "survey": "5",
        "response": "9",
    }


def test_a_message_about_nothing_is_done(here: Live) -> None:
    message = {"id": "1", "pk": "S#nobody", "sk": "delivery#1"}
    assert failed(here.call("read_delivery", queued([message]))) == []
