"""Mails as they come in, with what the mail service writes above them, and those that went out."""

from email import message_from_string
from email.message import Message
from itertools import count

import boto3

from aws import BUCKET
from fakes.outside import ROOT
from handlers.events import failed, queued, stored_mail
from handlers.live import Live
from throughline.domain.seal import line_of, receipt_of

PACKING, DEE = "packing@shop.example", "dee@home.example"
NUMBERS = count(1)


def raw(
    text: str,
    *,
    sender: str = f"Dee <{DEE}>",
    to: str = "feedback@in.example",
    subject: str = "Till 3",
    name: str = "",
    more: str = "",
    **verdicts: str,
) -> bytes:
    """A mail; verdicts are spam, virus and dmarc, `more` further headers, each with its line end."""
    found = {"spam": "PASS", "virus": "PASS", "dmarc": "pass", **verdicts}
    return (
        f"Return-Path: <{sender.rpartition('<')[2].rstrip('>')}>\r\n"
        f"Received: from mx.example by inbound-smtp.eu-west-1.amazonaws.com with SMTP id abc for {to};"
        " Mon, 23 Nov 2026 10:00:00 +0000 (UTC)\r\n"
        f"X-SES-Spam-Verdict: {found['spam']}\r\nX-SES-Virus-Verdict: {found['virus']}\r\n"
        "Received-SPF: pass (spfCheck: domain designates the host)\r\n"
        f"Authentication-Results: amazonses.com; spf=pass; dkim=pass; dmarc={found['dmarc']}\r\n"
        f"From: {sender}\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{name or next(NUMBERS)}@mx.example>\r\n"
        f"{more}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    ).encode()


def comes(live: Live, mail: bytes, key: str = "") -> str:
    """The mail is stored and told of; where it was stored."""
    stored = key or f"inbound/{next(NUMBERS)}"
    boto3.client("s3").put_object(Bucket=BUCKET, Key=stored, Body=mail)
    assert failed(live.call("feedback_mail", queued([stored_mail(BUCKET, stored, len(mail))]))) == []
    return stored


def line_of_mail(name: str) -> str:
    """The line of a note that came by mail under that Message-ID."""
    return line_of(ROOT, receipt_of(ROOT, f"mail|in.example|<{name}@mx.example>"))


def sent(live: Live, to: str) -> list[Message]:
    """What went out to an address, the oldest first."""
    return [one for one in map(message_from_string, live.mails()) if one["To"] == to]


def kept_keys() -> list[str]:
    """What lies in the bucket."""
    return sorted(one["Key"] for one in boto3.client("s3").list_objects_v2(Bucket=BUCKET).get("Contents", ()))
