import http.client
import json
import smtplib
import time
from datetime import UTC, datetime
from email import message_from_bytes
from typing import Any
from urllib.parse import urlsplit

import pytest
from botocore.exceptions import ClientError

from e2e.local.conftest import Here
from operate.local.state import read_state
from queues import taken_from


def site(here: Here) -> str:
    return here.stack().outputs["SiteUrl"]


def smtp(here: Here) -> tuple[str, int]:
    state = read_state(here.checkout)
    assert state is not None
    host, _, port = state.smtp.partition(":")
    return host, int(port)


def ask(here: Here, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, Any, bytes]:
    connection = http.client.HTTPConnection(urlsplit(site(here)).netloc, timeout=30)
    try:
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


def mails(here: Here, *more: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in here.run("outbox", "list", *more).stdout.splitlines()]


def send(here: Here, to: str, **more: Any) -> str:
    stack = here.stack()
    answer = stack.client("sesv2").send_email(
        FromEmailAddress="throughline@throughline.test",
        Destination={"ToAddresses": [to]},
        Content={"Simple": {"Subject": {"Data": "S"}, "Body": {"Html": {"Data": "<p>Hallo</p>"}}}},
        **more,
    )
    return str(answer["MessageId"])


def outcomes(here: Here, mail_id: str, expected: int) -> list[str]:
    """The kinds of notices told about a mail, each notice once, waiting for as many as expected."""
    stack = here.stack()
    told: list[str] = []
    deadline = time.monotonic() + 30
    while len(told) < expected and time.monotonic() < deadline:
        notices = map(json.loads, taken_from(stack.client("sqs"), stack.outputs["Outcomes"], wait=1))
        told += [notice["eventType"] for notice in notices if notice["mail"]["messageId"] == mail_id]
    return told


def test_a_request_reaches_the_site_as_it_was_sent(standing: Here) -> None:
    status, headers, body = ask(standing, "POST", "/f/a%20b?x=1&y=%C3%BC", b"\xff\x00raw", Cookie="s=1; t=2")
    told = json.loads(body)

    assert (status, headers["location"]) == (303, "/f/next")
    assert headers.get_all("Set-Cookie") == ["a=1", "b=2"]
    assert (told["method"], told["rawQueryString"]) == ("POST", "x=1&y=%C3%BC")
    assert (told["cookie"], told["host"]) == ("s=1; t=2", urlsplit(site(standing)).netloc)
    assert (told["isBase64Encoded"], told["body"]) == (True, "/wByYXc=")


def test_head_has_headers_and_no_body(standing: Here) -> None:
    status, _, body = ask(standing, "HEAD", "/f/x")

    assert (status, body) == (303, b"")


def test_an_unknown_address_is_not_found(standing: Here) -> None:
    assert ask(standing, "GET", "/nowhere")[0] == 404


def test_iam_holds_and_a_failure_tells_nothing_of_the_inside(standing: Here) -> None:
    status, _, body = ask(standing, "GET", "/f/forbidden")

    assert (status, json.loads(body)) == (500, {"message": "Internal Server Error"})


def test_a_mail_of_a_function_is_kept_whole_and_its_fate_told(standing: Here) -> None:
    mail_id = ask(standing, "GET", "/f/mail")[2].decode()
    mail = next(mail for mail in mails(standing) if mail["id"] == mail_id)

    assert (mail["to"], mail["subject"], mail["text"].strip()) == (["ann@x.test"], "Grüße", "hallo")
    assert mail["headers"]["Message-ID"] == f"<{mail_id}@email.amazonses.com>"
    raw = standing.run("outbox", "show", mail_id).stdout
    assert mail["bytes"] == len(ask(standing, "GET", f"/outbox/{mail_id}/raw")[2])
    assert "Grüße" in str(message_from_bytes(raw.encode())["Subject"]) or "=?utf-8?" in raw
    assert sorted(outcomes(standing, mail_id, 2)) == ["Delivery", "Send"]


def test_the_outbox_shows_each_mail(standing: Here) -> None:
    mail_id = send(standing, "show@x.test")
    listed = ask(standing, "GET", "/outbox")[2].decode()
    shown = ask(standing, "GET", f"/outbox/{mail_id}")[2].decode()
    _, headers, html = ask(standing, "GET", f"/outbox/{mail_id}/html")

    assert f"/outbox/{mail_id}" in listed
    assert "show@x.test" in shown
    assert "sandbox" in headers["Content-Security-Policy"]
    assert b"<p>Hallo</p>" in html
    assert ask(standing, "GET", "/outbox/none")[0] == 404
    assert ask(standing, "GET", "/outbox", Host="evil.test")[0] == 403


def test_the_simulator_bounces_and_the_weather_repeats(standing: Here) -> None:
    chosen = {"ConfigurationSetName": standing.stack().outputs["ConfigurationSet"]}
    settings = {"Content-Type": "application/json"}
    assert ask(standing, "POST", "/outbox/settings", b'{"copies": 2}', **settings)[0] == 200
    bounced = outcomes(standing, send(standing, "bounce@simulator.amazonses.com", **chosen), 4)
    assert ask(standing, "POST", "/outbox/settings", b'{"copies": 1}', **settings)[0] == 200

    assert sorted(bounced) == ["Bounce", "Bounce", "Send", "Send"]
    assert ask(standing, "POST", "/outbox/settings", b'{"rain": 1}', **settings)[0] == 400


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"FromEmailAddress": "else@else.test"}, "MessageRejected"),
        ({"ConfigurationSetName": "nowhere"}, "NotFoundException"),
    ],
)
def test_what_ses_refuses_is_refused_and_not_kept(standing: Here, change: dict[str, str], code: str) -> None:
    before = len(mails(standing))
    stack = standing.stack()
    request = {
        "FromEmailAddress": "throughline@throughline.test",
        "Destination": {"ToAddresses": ["ann@x.test"]},
        "Content": {"Simple": {"Subject": {"Data": "S"}, "Body": {"Text": {"Data": "T"}}}},
    }
    with pytest.raises(ClientError) as refused:
        stack.client("sesv2").send_email(**request | change)

    assert refused.value.response["Error"]["Code"] == code
    assert len(mails(standing)) == before


def test_the_outbox_lists_from_a_time_on(standing: Here) -> None:
    send(standing, "early@x.test")
    middle = datetime.now(UTC).isoformat()
    send(standing, "late@x.test")

    assert [mail["to"] for mail in mails(standing, "--since", middle)] == [["late@x.test"]]
    assert standing.run("outbox", "list", "--since", "soon").returncode == 2


def test_what_a_mail_client_sends_is_stored_as_ses_stores_it(standing: Here) -> None:
    mail = b"From: Kim <kim@shop.test>\r\nSubject: Gr\xfc\xdfe\r\n\r\nL\xe4den " + b"x" * 5000 + b"\r\n.\r\n"
    stack = standing.stack()
    with smtplib.SMTP(*smtp(standing), timeout=30) as client:
        client.sendmail("kim@shop.test", ["feedback@in.throughline.test"], mail, mail_options=["BODY=8BITMIME"])
    s3, bucket = stack.client("s3"), stack.outputs["MailBucket"]
    (stored,) = s3.list_objects_v2(Bucket=bucket, Prefix="inbound/")["Contents"]
    body = s3.get_object(Bucket=bucket, Key=stored["Key"])["Body"].read()

    assert body.endswith(mail)
    assert body.startswith(b"Return-Path: <kim@shop.test>\r\n")


def test_a_mail_over_the_limit_is_refused_clearly(standing: Here) -> None:
    with smtplib.SMTP(*smtp(standing), timeout=30) as client:
        client.ehlo()
        client.docmd("MAIL FROM:<kim@shop.test>")
        client.docmd("RCPT TO:<feedback@in.throughline.test>")
        code, reason = client.data((b"x" * 998 + b"\r\n") * 42_000)

    assert code == 552
    assert b"40 MB" in reason


def test_tick_fires_the_clock_and_tells_a_failure(standing: Here) -> None:
    fired = standing.run("tick", "--at", "2026-11-23T10:00:00+01:00")
    failed = standing.run("tick", "--at", "1999-01-01T00:00:00Z")

    assert (fired.returncode, failed.returncode) == (0, 1)
    assert '{"seen": "2026-11-23T09:00:00Z"}' in fired.stdout
    assert "failed" in failed.stdout
    assert standing.run("tick", "--at", "noon").returncode == 2


def test_the_status_names_everything(standing: Here) -> None:
    told = json.loads(standing.run("status", "--json").stdout)

    assert told["ready"] is True
    assert set(told) == {"ready", "urls", "place", "bus", "credentials", "smtp", "aws_endpoint", "stack"}
