"""Whoever reads a page in another language reads in it, too, what did not work."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest

from fakes.outside import ROOT
from fakes.values import SCRATCHED
from handlers.events import FORM, http, json_post
from handlers.live import Live, body_of
from handlers.test_desk_page import asking_of_page
from throughline.domain.manager import page_nonce
from throughline.domain.seal import Link, line_of, nonce_of, sign_link
from throughline.usecases import reply_by_receipt

SUBJECT = "manager-1/s1"


def sent(path: str, prefers: str, **fields: str) -> Any:
    """A form of a browser that prefers a language."""
    body = urlencode(fields).encode()
    return http("POST", path, body, content_type=FORM, accept="text/html", accept_language=prefers)


def link(purpose: str, subject: str, days: int = 1) -> str:
    return sign_link(ROOT, Link(purpose, subject, datetime.now(UTC) + timedelta(days=days)))


def note(live: Live) -> str:
    """The receipt of a note that has become a case."""
    answer = live.call("feedback_form", json_post(f"/f/{live.place.id}", {"id": "0d6f1c1e-5a8e", "text": SCRATCHED}))
    live.flows()
    return str(body_of(answer)["receipt"])


def test_a_form_without_words_says_so_in_the_language_that_was_chosen(live: Live) -> None:
    answer = live.call("feedback_form", sent(f"/f/{live.place.id}", "en", id="device-1001", text="", language="de"))
    assert answer["statusCode"] == 400
    assert "Da stehen noch keine Worte." in answer["body"]
    assert "Schreib mit deinen eigenen Worten, was passiert ist." in answer["body"]


def test_a_link_that_is_closed_is_told_in_portuguese(live: Live) -> None:
    answer = live.call("feedback_form", http("GET", "/f/nowhere", accept="text/html", accept_language="pt-PT,pt;q=0.9"))
    assert answer["statusCode"] == 404
    assert '<html lang="pt" dir="ltr">' in answer["body"]
    assert '<h1 dir="auto">Esta ligação está fechada ou nunca foi nossa.</h1>' in answer["body"]


def test_a_form_that_is_closed_meanwhile_answers_in_its_own_language(live: Live) -> None:
    answer = live.call("feedback_form", sent("/f/nowhere", "en", id="device-1001", text=SCRATCHED, language="fr"))
    assert '<h1 dir="auto">Ce lien est fermé ou n&#39;a jamais été à nous.</h1>' in answer["body"]
    other = live.call("feedback_form", http("GET", "/f/nowhere", accept="text/html"))
    assert "This link is closed or was never ours." in other["body"]


def test_too_much_said_in_a_day_is_told_in_french(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reply_by_receipt, "MOST_A_DAY", 0)
    receipt = note(live)
    (case,) = live.ledger.facts.line(line_of(ROOT, receipt)).cases
    nonce = nonce_of(ROOT, reply_by_receipt.nonce_subject(case), case.version)
    more = {"receipt": receipt, "number": str(case.number), "nonce": nonce, "action": "reply", "text": "And the lid."}
    answer = live.call("receipt_page", sent("/r", "fr", **more))
    assert answer["statusCode"] == 429
    assert "Rien n&#39;a été envoyé. Dites-le demain. Si cela ne peut pas attendre" in answer["body"]


def test_a_link_that_is_over_is_told_in_spanish(live: Live) -> None:
    over = f"/c/{link('case', 'F#1/1', days=-1)}"
    answer = live.call("case_page", http("GET", over, accept="text/html", accept_language="es"))
    assert answer["statusCode"] == 403
    assert "<title>Error: Este enlace ya no abre nada.</title>" in answer["body"]
    assert "su enlace funciona. No se ha cambiado nada." in answer["body"]


def test_a_wrong_code_is_told_in_arabic(live: Live) -> None:
    path = f"/d/{link('desk', 'Packing')}"
    asking = asking_of_page(live.call("desk_page", sent(path, "ar", action="send_code")))
    answer = live.call("desk_page", sent(path, "ar", action="code", asking=asking, code="12345"))
    assert answer["statusCode"] == 403
    assert 'dir="rtl"' in answer["body"]
    assert "هذا ليس الرمز. انظروا مرة أخرى في أحدث رسالة. المحاولات المتبقية: <bdi>4</bdi>." in answer["body"]


def test_a_manager_reads_in_german_what_is_wrong_with_a_list(live: Live) -> None:
    event = sent("/manage/mantra", "de", nonce=page_nonce(ROOT, SUBJECT), text="")
    event["requestContext"]["authorizer"] = {"lambda": {"manager": SUBJECT}}
    answer = live.call("manage_words", event)
    assert answer["statusCode"] == 400
    assert '<li dir="auto">Ein Leitsatz braucht Worte. Schreib einen Satz.</li>' in answer["body"]


def test_a_program_is_told_in_english_whatever_it_prefers(live: Live) -> None:
    answer = live.call("feedback_form", json_post("/f/nowhere", {"text": "x"}, accept_language="de"))
    assert body_of(answer)["error"] == "This link is closed or was never ours."
