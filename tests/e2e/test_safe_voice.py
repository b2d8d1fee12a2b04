"""Somebody writes without a name: a second look, a talk by receipt, and a way past every department."""

import json
import re
from typing import Any
from uuid import uuid4

from e2e.line import PAGE, Line, token
from operate.demo.doors import Answer, ask, send_form, send_json
from throughline.domain.feedback import MAX_TEXT

TRUST = "trust@"


def sends(line: Line, text: str, **said: str) -> Answer:
    fields = {"id": uuid4().hex, "touchpoint": "Opening the parcel", "text": text}
    return send_form(f"{line.site}/f/{line.place}", **fields, **said)


def receipt_of(answer: Answer) -> str:
    found = re.search(r"receipt=(\d{16})", answer.body)
    assert found, answer.body
    return found[1]


def page_of(line: Line, receipt: str) -> str:
    return ask(f"{line.site}/r?receipt={receipt}", headers=PAGE).body


def hidden(body: str) -> dict[str, str]:
    return dict(re.findall(r'name="(receipt|number|nonce|sure)" value="([^"]+)"', body))


def test_a_telling_note_is_sent_only_once_its_writer_is_sure(line: Line) -> None:
    word = token()
    text = f"On my shift a lamp arrived crushed in its box, {word}."
    looked = sends(line, text)
    assert (looked.status, "Nothing is sent yet" in looked.body, word in looked.body) == (200, True, True)
    line.quiet()
    assert line.mails(word) == []
    assert sends(line, text, sure="yes").status == 201
    assert line.mail(word, to="packing@")


def test_both_sides_talk_by_receipt_and_nobody_learns_who(line: Line) -> None:
    word, more = token(), token()
    receipt = receipt_of(sends(line, f"A lamp arrived crushed in its box, {word}."))
    line.mail(word, to="packing@")
    fields = hidden(page_of(line, receipt))
    answers = [
        send_form(f"{line.site}/r", **fields, action="reply", text=f"The tape was torn too, {more}.") for _ in "12"
    ]
    assert [one.status for one in answers] == [200, 200]
    assert "noted before" in answers[1].body
    assert line.mail(more, to="packing@")
    line.quiet()
    assert len(line.mails(more)) == 1
    assert receipt not in str(line.mails(word))


def test_harm_goes_to_the_contact_alone_and_the_receipt_says_so(line: Line) -> None:
    word = token()
    receipt = receipt_of(sends(line, f"A colleague was groped while the box was crushed and scratched, {word}."))
    mail: dict[str, Any] = line.mail(word, to=TRUST)
    assert (word in mail["subject"], "may have been harassed" in mail["text"]) == (False, True)
    line.quiet()
    assert [one["to"] for one in line.mails(word) if TRUST not in str(one["to"])] == []
    page = page_of(line, receipt)
    assert ("Maren Okafor" in page, "no department" in page) == (True, True)
    assert word not in "\n".join(line.logs())
    assert word not in line.run("triage", "list")


def test_a_tick_is_enough_and_a_program_can_say_it_too(line: Line) -> None:
    word = token()
    note = {"id": uuid4().hex, "text": f"The box was crushed and scratched, {word}.", "confide": "yes"}
    answer = send_json(f"{line.site}/f/{line.place}", note)
    assert (answer.status, len(json.loads(answer.body)["receipt"])) == (201, 16)
    assert line.mail(word, to=TRUST)
    line.quiet()
    assert all(TRUST in str(one["to"]) for one in line.mails(word))


def test_words_without_end_are_not_taken_as_a_reply(line: Line) -> None:
    receipt = receipt_of(sends(line, "A lamp arrived crushed in its box."))
    line.quiet()
    answer = send_form(f"{line.site}/r", **hidden(page_of(line, receipt)), action="reply", text="x" * (MAX_TEXT + 1))
    assert answer.status == 400
