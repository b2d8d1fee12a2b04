"""Notes by mail, as any mail program sends them, and the mails that nobody wrote."""

import smtplib
from email.message import EmailMessage
from uuid import uuid4

import pytest

from e2e.line import Line, token
from operate.demo.doors import until

TROUBLE = "The wardrobe is heavy, there was no lift and the route left us no time"


def written(line: Line, text: str, **headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {
        "From": "Tom Hale <tom.hale@drivers.example>",
        "To": line.mailbox,
        "Subject": f"From the van, {uuid4().hex[:8]}",  # each a conversation of its own
        "Message-ID": f"<{uuid4().hex}@mail.example>",
    }
    for name, value in {**given, **{key.replace("_", "-"): value for key, value in headers.items()}}.items():
        message[name] = value
    message.set_content(text)
    return message


def send(line: Line, message: EmailMessage, envelope_from: str = "tom.hale@drivers.example") -> None:
    host, _, port = line.state.smtp.rpartition(":")
    with smtplib.SMTP(host, int(port), timeout=30) as server:
        server.send_message(message, envelope_from, [line.mailbox])


def test_a_drivers_mail_reaches_a_department_and_the_driver_hears(line: Line) -> None:
    word = token()
    send(line, written(line, f"Hello,\n\n{TROUBLE}, {word}.\n\nTom\n\n-- \nSent from van 7\n"))
    routed, heard = line.mail(word, to="@oakandlantern.example"), line.mail(word, to="tom.hale@drivers.example")

    assert "because" in routed["text"]
    assert "van 7" not in routed["text"]
    assert "tom.hale" not in routed["text"] + routed["html"]
    assert "/r?receipt=" in heard["text"]
    assert heard["headers"]["Auto-Submitted"] == "auto-generated"


def test_the_same_mail_three_times_is_one_case(line: Line) -> None:
    word = token()
    message = written(line, f"{TROUBLE}, {word}.")
    for _ in range(3):
        send(line, message)
    line.mail(word, to="tom.hale@drivers.example")
    later = token()
    send(line, written(line, f"{TROUBLE}, {later}."))
    line.mail(later, to="tom.hale@drivers.example")
    line.quiet()

    assert len(line.mails(word, to="tom.hale@drivers.example")) == 1
    assert len(line.mails(word, to="@oakandlantern.example")) == 1


@pytest.mark.parametrize(
    ("headers", "envelope_from", "reason"),
    [
        ({"Auto_Submitted": "auto-replied"}, "away@shops.example", "automatic"),
        ({}, "", "automatic"),
        ({"List_Id": "<news.shops.example>"}, "news@shops.example", "mailing list"),
    ],
    ids=["away", "bounce", "list"],
)
def test_a_mail_that_nobody_wrote_makes_no_case_and_gets_no_answer(
    line: Line, headers: dict[str, str], envelope_from: str, reason: str
) -> None:
    word, sender = token(), f"{token()}@shops.example"
    message = written(line, f"{TROUBLE}, {word}.", From=sender, **headers)
    before = {row["id"] for row in line.rows("park", "list")}
    send(line, message, envelope_from)
    kept = until("the mail set aside", lambda: [row for row in line.rows("park", "list") if row["id"] not in before])
    line.quiet()

    assert any(reason in row["reason"] for row in kept)
    assert line.mails(word) == line.mails(to=sender) == []
