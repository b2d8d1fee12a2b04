"""A flood over one link or from one sender: it is told kindly, others feel nothing, and nothing is there twice."""

import re
from collections.abc import Iterator
from typing import Any

import boto3
import pytest

from aws import BUCKET, LEDGER
from fakes.values import SCRATCHED
from handlers.events import form_post, http, json_post, queued, stored_mail
from handlers.live import Live, body_of, forget
from handlers.mails import comes, kept_keys, raw
from throughline.domain.place import Place
from throughline.usecases.limit_mail import TOO_MANY

MOST = 5
BURST = 2 * MOST
HURT = "A colleague was groped at the packing table."
ROS, DEE = "ros.wren@home.example", "dee@home.example"


@pytest.fixture
def low(live: Live, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:
    """The line where five notes of each are enough."""
    for name in ("NOTES_A_LINK_AN_HOUR", "NOTES_A_SENDER_A_DAY"):
        monkeypatch.setenv(name, str(MOST))
    forget()
    yield live
    forget()


def told(number: int, text: str = SCRATCHED, **more: str) -> dict[str, str]:
    return {"id": f"device-{number:04}", "text": text, **more}


def post(live: Live, number: int, place: Place | None = None, **more: str) -> Any:
    return live.call("feedback_form", json_post(f"/f/{(place or live.place).id}", told(number, **more)))


def burst(live: Live, **more: Any) -> list[int]:
    return [post(live, number, **more)["statusCode"] for number in range(BURST)]


def facts(live: Live) -> int:
    return len(list(live.ledger.pending.waiting()))


def header(answer: Any, name: str) -> str:
    return {key.lower(): str(value) for key, value in answer["headers"].items()}.get(name.lower(), "")


def test_a_burst_over_one_link_ends_at_its_limit_and_is_told_when_to_come_again(low: Live) -> None:
    assert burst(low) == [201] * MOST + [429] * (BURST - MOST)
    refused = post(low, BURST)
    assert body_of(refused).keys() == {"error", "field", "do"}
    assert "Nothing was sent" in body_of(refused)["error"]
    assert "tell a colleague or your manager" in body_of(refused)["do"]
    assert 1 <= int(header(refused, "Retry-After")) <= 3600
    assert facts(low) == MOST


def test_other_links_go_on(low: Live) -> None:
    burst(low)
    other = low.atlas.places.add("South", 15)
    assert post(low, 50, other)["statusCode"] == 201
    assert post(low, 51)["statusCode"] == 429


def test_what_was_taken_is_answered_as_before_in_the_middle_of_a_flood(low: Live) -> None:
    first = body_of(post(low, 0))
    burst(low)
    again = post(low, 0)
    assert (again["statusCode"], body_of(again)) == (200, first)
    assert post(low, 0, text="Quite other words.")["statusCode"] == 409


def test_a_note_sent_ten_times_counts_once(low: Live) -> None:
    assert [post(low, 0)["statusCode"] for _ in range(BURST)] == [201] + [200] * (BURST - 1)
    assert [post(low, number)["statusCode"] for number in range(1, MOST + 1)] == [201] * (MOST - 1) + [429]


def test_a_browser_keeps_its_words_and_reads_what_to_do(low: Live) -> None:
    burst(low)
    words = "My <b>words</b> & more"
    answer = low.call("feedback_form", form_post(f"/f/{low.place.id}", told(60, words, reference="ORD-1", sure="yes")))
    assert (answer["statusCode"], bool(header(answer, "Retry-After"))) == (429, True)
    assert "Nothing was sent. Your words are still here." in answer["body"]
    assert "My &lt;b&gt;words&lt;/b&gt; &amp; more" in answer["body"]
    assert 'value="ORD-1"' in answer["body"]
    assert re.search(r'name="id" value="device-0060"', answer["body"])
    empty = low.call("feedback_form", http("GET", f"/f/{low.place.id}", accept="text/html"))
    assert (empty["statusCode"], "Nothing was sent" in empty["body"]) == (200, False)


def test_one_address_is_limited_over_all_links(low: Live) -> None:
    places = [low.atlas.places.add(f"Shop {number}", 15) for number in range(MOST + 1)]
    answers = [post(low, number, place, email=ROS) for number, place in enumerate(places)]
    assert [one["statusCode"] for one in answers] == [201] * MOST + [429]
    assert (body_of(answers[-1])["field"], "Leave the address out" in body_of(answers[-1])["do"]) == ("email", True)
    assert post(low, 70, places[-1], email="pat@home.example")["statusCode"] == 201
    assert post(low, MOST, places[-1])["statusCode"] == 201


def test_harm_is_taken_in_the_middle_of_a_flood(low: Live) -> None:
    burst(low)
    assert post(low, 80, text=HURT)["statusCode"] == 201
    assert post(low, 81, confide="yes")["statusCode"] == 201
    assert post(low, 82)["statusCode"] == 429


def test_a_senders_mails_beyond_are_set_aside_and_can_be_let_in(low: Live) -> None:
    stored = [comes(low, raw(f"{SCRATCHED} Number {number}.", subject=f"Till {number}")) for number in range(MOST + 2)]
    comes(low, raw(SCRATCHED, sender="Pat <pat@home.example>"))
    held = sorted(low.ledger.facts.asides(), key=lambda one: one.what)
    assert sorted(one.what for one in held) == sorted(stored[MOST:])
    assert {(one.reason, one.held, one.door) for one in held} == {(TOO_MANY, True, "mail")}
    assert facts(low) == MOST + 1
    for one in held:
        low.call("feedback_mail", queued([{**stored_mail(BUCKET, one.what), "released": True}]))
    assert (facts(low), list(low.ledger.facts.asides())) == (MOST + 3, [])
    assert set(stored) <= set(kept_keys())


def test_one_write_takes_a_note_and_one_look_finds_why_not(low: Live) -> None:
    post(low, 0)
    calls = [str(call) for _, call in low.count(lambda: post(low, 1))]
    assert calls == ["dynamodb.TransactWriteItems"]
    burst(low)
    refused = [str(call) for _, call in low.count(lambda: post(low, 90))]
    assert refused == ["dynamodb.TransactWriteItems", "dynamodb.GetItem"]


def test_counts_hold_nothing_of_anybody_and_nobody_is_told_of_them(low: Live) -> None:
    post(low, 0, email=ROS)
    comes(low, raw(SCRATCHED, sender=f"Dee <{DEE}>"))
    items = boto3.client("dynamodb").scan(TableName=LEDGER)["Items"]
    counts = [one for one in items if one["pk"]["S"].startswith("FL#")]
    assert len(counts) == 3
    assert {frozenset(one) for one in counts} == {frozenset({"pk", "sk", "taken", "expires"})}
    assert not [word for word in (ROS, DEE, low.place.id, "North") if word in str(counts)]
    assert not [one for one in low.announced() if one["dynamodb"]["Keys"]["pk"]["S"].startswith("FL#")]
