"""Nobody who writes is caught out: a second look before sending, an answer by receipt, a way past every department."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from fakes.outside import ROOT
from fakes.values import SCRATCHED, small_map
from handlers.events import form_post, http, json_post
from handlers.live import Live, body_of, forget
from handlers.mails import sent
from throughline.domain.case import State
from throughline.domain.line import Line
from throughline.domain.seal import line_of
from throughline.usecases import reply_by_receipt

TELLING = "On my shift the lamp was scratched when she opened the box."
SAID = {"id": "0d6f1c1e-5a8e-4f57", "text": TELLING}
TRUST, PACKING = "trust@shop.example", "packing@shop.example"


@pytest.fixture
def trusted(live: Live) -> Live:
    live.atlas.maps.replace(replace(small_map(), confidential_contact=f"Ida Berg, {TRUST}", version="trusting"))
    return live


def form(live: Live, **fields: str) -> Any:
    return live.call("feedback_form", form_post(f"/f/{live.place.id}", {**SAID, **fields}))


def lines(live: Live) -> list[str]:
    return [key.pk for key in live.ledger.pending.waiting()]


def line_in(live: Live, answer: Mapping[str, Any]) -> Line:
    return live.ledger.facts.line(line_of(ROOT, body_of(answer)["receipt"]))


def test_a_telling_note_is_shown_once_more_and_nothing_is_kept(live: Live) -> None:
    answer = form(live)
    assert (answer["statusCode"], lines(live)) == (200, [])
    assert "Read it once more" in answer["body"]
    assert "your own shift" in answer["body"]
    assert TELLING in answer["body"]


def test_whoever_is_sure_sends_it_as_it_is(live: Live) -> None:
    assert form(live, sure="yes")["statusCode"] == 201
    assert len(lines(live)) == 1


def test_in_german_the_second_look_is_german(live: Live) -> None:
    answer = form(live, language="de", text="Auf meiner Kasse stand es: mein Chef wusste es.")
    assert "Noch ist nichts gesendet" in answer["body"]


@pytest.mark.parametrize("fields", [{"text": SCRATCHED}, {"name": "Ros Wren"}, {"confide": "yes"}])
def test_plain_words_a_name_and_what_is_confided_need_no_second_look(trusted: Live, fields: dict[str, str]) -> None:
    assert form(trusted, **fields)["statusCode"] == 201


def test_a_program_is_not_asked(live: Live) -> None:
    assert live.call("feedback_form", json_post(f"/f/{live.place.id}", SAID))["statusCode"] == 201


def test_the_form_says_who_alone_reads_what_is_ticked(trusted: Live) -> None:
    page = trusted.call("feedback_form", http("GET", f"/f/{trusted.place.id}", accept="text/html"))["body"]
    assert "show it only to" in page
    assert "Ida Berg" in page


def test_where_the_map_names_nobody_the_form_promises_nothing(live: Live) -> None:
    page = live.call("feedback_form", http("GET", f"/f/{live.place.id}", accept="text/html"))["body"]
    assert "show it only to" not in page


def test_a_ticked_note_reaches_the_contact_alone_and_the_receipt_says_so(trusted: Live) -> None:
    answer = trusted.call("feedback_form", json_post(f"/f/{trusted.place.id}", {**SAID, "confide": True}))
    trusted.flows()
    assert (len(sent(trusted, TRUST)), len(sent(trusted, PACKING))) == (1, 0)
    assert TELLING not in str(sent(trusted, TRUST)[0]["Subject"])
    receipt = body_of(answer)["receipt"]
    page = trusted.call("receipt_page", http("GET", "/r", query=f"receipt={receipt}", accept="text/html"))["body"]
    assert "Ida Berg" in page
    assert "no department" in page


def test_the_holder_of_a_receipt_says_more_on_its_page_once(live: Live) -> None:
    answer = live.call("feedback_form", json_post(f"/f/{live.place.id}", {**SAID, "text": SCRATCHED}))
    live.flows()
    receipt = body_of(answer)["receipt"]
    page = live.call("receipt_page", http("GET", "/r", query=f"receipt={receipt}", accept="text/html"))["body"]
    fields = dict(re.findall(r'name="(receipt|number|nonce)" value="([^"]+)"', page))
    said = {**fields, "action": "reply", "text": "It came again today."}
    answers = [live.call("receipt_page", form_post("/r", said)) for _ in range(2)]
    live.flows()
    assert [one["statusCode"] for one in answers] == [200, 200]
    assert "Noted" in answers[0]["body"]
    assert "noted before" in answers[1]["body"]
    assert len(sent(live, PACKING)) == 2
    assert line_in(live, answer).cases[0].state is State.ROUTED


def test_a_receipt_that_says_too_much_in_a_day_is_asked_to_wait_with_its_words_kept(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reply_by_receipt, "MOST_A_DAY", 1)
    told = live.call("feedback_form", json_post(f"/f/{live.place.id}", {**SAID, "text": SCRATCHED}))
    receipt = body_of(told)["receipt"]
    live.flows()
    answers = []
    for said in ("It came again today.", "And once more."):
        page = live.call("receipt_page", http("GET", "/r", query=f"receipt={receipt}", accept="text/html"))["body"]
        fields = dict(re.findall(r'name="(receipt|number|nonce)" value="([^"]+)"', page))
        answers.append(live.call("receipt_page", form_post("/r", {**fields, "action": "reply", "text": said})))
    live.flows()
    assert [one["statusCode"] for one in answers] == [200, 429]
    assert "And once more." in answers[1]["body"]
    assert "Say it tomorrow." in answers[1]["body"]
    assert 0 < int(answers[1]["headers"]["Retry-After"]) <= 86_400
    assert len(sent(live, PACKING)) == 2


def test_a_telling_reply_is_shown_once_more_with_its_words(live: Live) -> None:
    answer = live.call("feedback_form", json_post(f"/f/{live.place.id}", {**SAID, "text": SCRATCHED}))
    live.flows()
    receipt = body_of(answer)["receipt"]
    page = live.call("receipt_page", http("GET", "/r", query=f"receipt={receipt}", accept="text/html"))["body"]
    fields = dict(re.findall(r'name="(receipt|number|nonce)" value="([^"]+)"', page))
    shown = live.call("receipt_page", form_post("/r", {**fields, "action": "reply", "text": TELLING}))
    assert (shown["statusCode"], TELLING in shown["body"]) == (409, True)
    assert "Send it as it is" in shown["body"]
    assert line_in(live, answer).sayings == {}
    again = dict(re.findall(r'name="(receipt|number|nonce|sure)" value="([^"]+)"', shown["body"]))
    live.call("receipt_page", form_post("/r", {**again, "action": "reply", "text": TELLING}))
    assert [one.text for one in line_in(live, answer).sayings[1]] == [TELLING]


@pytest.fixture
def quiet(live: Live, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:
    monkeypatch.setenv("QUIET_MINUTES", "240")
    forget()
    yield live
    forget()


def test_where_mail_waits_none_goes_with_the_note(quiet: Live) -> None:
    quiet.call("feedback_form", json_post(f"/f/{quiet.place.id}", {**SAID, "text": SCRATCHED}))
    quiet.flows()
    assert sent(quiet, PACKING) == []
    assert any(key.sk.startswith("letter#case") for key in quiet.ledger.pending.waiting())
