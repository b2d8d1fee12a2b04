import asyncio
from email import message_from_bytes
from email.message import Message

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from operate.local.mail_in import LARGEST_MAIL, MailIn
from operate.local.notices import Weather

DOMAIN = "in.shop.test"
MAIL = b"From: Kim <kim@shop.test>\r\nSubject: Gr\xfc\xdfe\r\nX-SES-Spam-Verdict: PASS\r\n\r\nL\xe4den\r\n"
ADDED = [
    "Return-Path",
    "Received",
    "X-SES-Spam-Verdict",
    "X-SES-Virus-Verdict",
    "Received-SPF",
    "Authentication-Results",
    "X-SES-RECEIPT",
    "X-SES-DKIM-SIGNATURE",
]


def received(
    content: bytes,
    *,
    weather: Weather | None = None,
    sender: str | None = "kim@shop.test",
    to: str = f"feedback@{DOMAIN}",
) -> tuple[str, dict[str, bytes]]:
    """What the port answers to a mail, and what it stored."""
    stored: dict[str, bytes] = {}

    async def take() -> str:
        mail_in = MailIn(stored.__setitem__, weather or Weather(), region="us-east-1", domain=DOMAIN)
        session, envelope = Session(asyncio.get_running_loop()), Envelope()
        session.host_name = "till-7"
        envelope.mail_from, envelope.original_content = sender, content
        for address in (to, f"hidden@{DOMAIN}"):
            answer = await mail_in.handle_RCPT(SMTP(mail_in), session, envelope, address, [])
            if not answer.startswith("250 "):
                return answer
        return await mail_in.handle_DATA(SMTP(mail_in), session, envelope)

    return asyncio.run(take()), stored


def headers_of(content: bytes, weather: Weather | None = None) -> Message:
    _, stored = received(content, weather=weather)
    return message_from_bytes(next(iter(stored.values())))


def asking(verdicts: bytes, mail: bytes = MAIL) -> bytes:
    return b"X-Local-Verdict: " + verdicts + b"\r\n" + mail


def test_a_mail_is_stored_once_under_the_headers_that_ses_adds() -> None:
    answer, stored = received(MAIL)
    ((key, body),) = stored.items()
    headers = message_from_bytes(body)

    assert answer == f"250 OK {key.removeprefix('inbound/')}"
    assert body.endswith(MAIL)
    assert headers.keys()[: len(ADDED)] == ADDED
    assert headers["Return-Path"] == "<kim@shop.test>"
    assert f"by inbound-smtp.us-east-1.amazonaws.com with SMTP id {key.removeprefix('inbound/')}" in headers["Received"]
    assert f"for feedback@{DOMAIN}" in headers["Received"]
    assert headers["Authentication-Results"].startswith("amazonses.com;")
    assert "dmarc=pass header.from=shop.test" in headers["Authentication-Results"]
    assert headers.get_all("X-SES-Virus-Verdict") == ["PASS"]


def test_what_ses_finds_stands_above_what_the_sender_claims() -> None:
    weather = Weather()
    weather.change({"verdicts": {"spam": "FAIL", "dmarc": "fail"}})
    headers = headers_of(MAIL, weather)

    assert headers.get_all("X-SES-Spam-Verdict") == ["FAIL", "PASS"]
    assert "dmarc=fail" in headers["Authentication-Results"]


def test_a_mail_may_ask_for_what_is_found_of_it() -> None:
    _, stored = received(asking(b"spam=fail virus=GRAY spf=softfail dmarc=FAIL policy=reject"))
    [body] = stored.values()
    headers = message_from_bytes(body)

    assert body.endswith(MAIL)
    assert b"x-local-verdict" not in body.lower()
    assert headers["X-SES-Spam-Verdict"] == "FAIL"
    assert headers["X-SES-Virus-Verdict"] == "GRAY"
    assert headers["Received-SPF"].startswith("softfail (spfCheck: transitioning domain of shop.test ")
    assert "dkim=pass" in headers["Authentication-Results"]
    assert "dmarc=fail (p=reject) header.from=shop.test;" in headers["Authentication-Results"]


def test_what_a_mail_asks_for_goes_before_the_weather() -> None:
    weather = Weather()
    weather.change({"verdicts": {"spam": "FAIL", "virus": "FAIL"}})
    headers = headers_of(asking(b"spam=PASS"), weather)

    assert (headers["X-SES-Spam-Verdict"], headers["X-SES-Virus-Verdict"]) == ("PASS", "FAIL")


def test_words_about_verdicts_ask_for_nothing() -> None:
    mail = b"From: kim@shop.test\r\n\r\nX-Local-Verdict: virus=FAIL\r\n"
    _, stored = received(mail)
    [body] = stored.values()

    assert body.endswith(mail)
    assert b"X-SES-Virus-Verdict: PASS" in body


@pytest.mark.parametrize("asked", [b"rain=FAIL", b"spam", b"virus=F;AIL"])
def test_a_verdict_that_there_is_not_is_refused(asked: bytes) -> None:
    answer, stored = received(asking(asked))

    assert answer.startswith("550 5.6.0 X-Local-Verdict takes spam, virus,")
    assert stored == {}


@pytest.mark.parametrize("to", [f"r+k3yd2ab@{DOMAIN}", f"Anybody.at.all@{DOMAIN.upper()}"])
def test_any_address_at_the_domain_is_taken(to: str) -> None:
    answer, stored = received(MAIL, to=to)

    assert answer.startswith("250 ")
    assert f" for {to};".encode() in next(iter(stored.values()))


@pytest.mark.parametrize("to", ["feedback@else.test", f"feedback@sub.{DOMAIN}", DOMAIN])
def test_other_addresses_are_not_taken(to: str) -> None:
    answer, stored = received(MAIL, to=to)

    assert answer.startswith("550 5.1.1 ")
    assert stored == {}


def test_a_bounce_has_no_return_address() -> None:
    for nobody in (None, "<>"):
        _, stored = received(MAIL, sender=nobody)
        assert message_from_bytes(next(iter(stored.values())))["Return-Path"] == "<>"


def test_a_mail_over_the_limit_is_refused_with_the_reason() -> None:
    for size in (LARGEST_MAIL + 1, LARGEST_MAIL):  # with what SES adds, it is over it too
        answer, stored = received(b"x" * size)

        assert answer.startswith("552 ")
        assert "40 MB" in answer
        assert stored == {}


def test_a_mail_that_cannot_be_stored_is_asked_for_again() -> None:
    def fail(_key: str, _body: bytes) -> None:
        raise OSError

    async def take() -> str:
        mail_in = MailIn(fail, Weather(), region="us-east-1", domain=DOMAIN)
        envelope = Envelope()
        envelope.original_content = MAIL
        return await mail_in.handle_DATA(SMTP(mail_in), Session(asyncio.get_running_loop()), envelope)

    assert asyncio.run(take()).startswith("451 ")
