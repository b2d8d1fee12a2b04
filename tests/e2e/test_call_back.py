"""A customer who asks to be called back, from the signed answer to the end of the call-back."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from e2e.line import PAGE, Line, case_link, nonce_on, token
from operate.demo.doors import Answer, ask, send_form


@pytest.fixture
def word() -> str:
    return token()


@pytest.fixture
def url(line: Line, word: str) -> str:
    """The link in the department's mail about a customer who asked."""
    answer: dict[str, Any] = {
        "source": "own",
        "survey_id": "after-delivery",
        "response_id": uuid4().hex,
        "question_key": "why",
        "verbatim": f"The box arrived crushed, {word}.",
        "touchpoint_hint": "Opening the parcel",
        "answered_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "contact": {"wanted": True, "name": f"Kim {word}n", "email": f"{word}c@home.example"},
    }
    assert line.answer(f"{line.site}/v1/responses", **answer).status == 201
    mail = line.mail(word, to="packing@")
    assert "asked to be called back" in mail["text"]
    assert f"{word}c@" not in str(mail)
    return case_link(mail)


def posts(url: str, action: str, **said: str) -> Answer:
    return send_form(url, nonce=nonce_on(ask(url, headers=PAGE).body), action=action, **said)


def test_the_contact_is_opened_by_hand_and_gone_when_the_call_back_is_done(line: Line, word: str, url: str) -> None:
    reach = f"{word}c@home.example"
    looked, opened = ask(url, headers=PAGE), posts(url, "contact")
    assert (reach in looked.body, reach in opened.body) == (False, True)
    assert "opened the contact" in ask(url, headers=PAGE).body

    unsaid = posts(url, "resolve", text="A second box.")
    done = posts(url, "resolve", text="A second box.", told="A new lamp is on its way.", reached="reached")
    assert (unsaid.status, done.status) == (400, 200)
    assert "the customer was reached" in done.body
    after = posts(url, "contact")
    assert (reach in after.body, "deleted when the call-back was done" in after.body) == (False, True)

    line.quiet()
    assert reach not in "\n".join(line.logs())
    assert all(reach not in str(mail) for mail in line.mails(word))
