import asyncio
from email import message_from_bytes

from aiosmtpd.smtp import SMTP, Envelope, Session

from operate.local.mail_in import LARGEST_MAIL, MailIn
from operate.local.notices import Weather

MAIL = b"From: Kim <kim@shop.test>\r\nSubject: Gr\xfc\xdfe\r\nX-SES-Spam-Verdict: PASS\r\n\r\nL\xe4den\r\n"


def received(
    content: bytes, *, weather: Weather | None = None, sender: str | None = "kim@shop.test"
) -> tuple[str, dict[str, bytes]]:
    stored: dict[str, bytes] = {}

    async def take() -> str:
        mail_in = MailIn(stored.__setitem__, weather or Weather(), "us-east-1")
        session, envelope = Session(asyncio.get_running_loop()), Envelope()
        session.host_name = "till-7"
        envelope.mail_from, envelope.original_content = sender, content
        envelope.rcpt_tos = ["feedback@in.test", "hidden@in.test"]
        return await mail_in.handle_DATA(SMTP(mail_in), session, envelope)

    return asyncio.run(take()), stored


def test_a_mail_is_stored_once_under_the_headers_that_ses_adds() -> None:
    answer, stored = received(MAIL)
    ((key, body),) = stored.items()
    headers = message_from_bytes(body)

    assert answer == f"250 OK {key.removeprefix('inbound/')}"
    assert body.endswith(MAIL)
    assert headers["Return-Path"] == "<kim@shop.test>"
    assert "with SMTP id " + key.removeprefix("inbound/") in headers["Received"]
    assert "for feedback@in.test" in headers["Received"]
    assert headers["Authentication-Results"].startswith("amazonses.com;")
    assert "dmarc=pass header.from=shop.test" in headers["Authentication-Results"]
    assert headers.get_all("X-SES-Virus-Verdict") == ["PASS"]


def test_what_ses_finds_stands_above_what_the_sender_claims() -> None:
    weather = Weather()
    weather.change({"verdicts": {"spam": "FAIL", "dmarc": "fail"}})
    _, stored = received(MAIL, weather=weather)
    headers = message_from_bytes(next(iter(stored.values())))

    assert headers.get_all("X-SES-Spam-Verdict") == ["FAIL", "PASS"]
    assert "dmarc=fail" in headers["Authentication-Results"]


def test_a_bounce_has_no_return_address() -> None:
    for nobody in (None, "<>"):
        _, stored = received(MAIL, sender=nobody)
        assert message_from_bytes(next(iter(stored.values())))["Return-Path"] == "<>"


def test_a_mail_over_the_limit_is_refused_with_the_reason() -> None:
    answer, stored = received(b"x" * (LARGEST_MAIL + 1))

    assert answer.startswith("552 ")
    assert "40 MB" in answer
    assert stored == {}


def test_a_mail_that_cannot_be_stored_is_asked_for_again() -> None:
    def fail(_key: str, _body: bytes) -> None:
        raise OSError

    async def take() -> str:
        mail_in = MailIn(fail, Weather(), "us-east-1")
        envelope = Envelope()
        envelope.original_content = MAIL
        return await mail_in.handle_DATA(SMTP(mail_in), Session(asyncio.get_running_loop()), envelope)

    assert asyncio.run(take()).startswith("451 ")
