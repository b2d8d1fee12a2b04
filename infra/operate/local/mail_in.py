"""The mail-in port: whatever a mail client sends is stored as SES stores it."""

import asyncio
import secrets
import string
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes
from email.utils import format_datetime, parseaddr
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from operate.local.notices import Weather
from operate.local.ports import LOOPBACK
from operate.local.reading import decoded

LARGEST_MAIL = 40 * 1024 * 1024
LONGEST_LINE = 1024 * 1024
TOO_LARGE = "552 5.3.4 This mail is larger than 40 MB with all its parts; send it without its largest attachment"
LATER = "451 4.3.0 The mail could not be stored just now; try again in a minute"
Store = Callable[[str, bytes], Any]


class MailIn:
    """Takes mails and hands each on as one object, with the headers that SES puts on top."""

    def __init__(self, store: Store, weather: Weather, region: str) -> None:
        self.store = store
        self.weather = weather
        self.region = region

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Store one mail, once for all its recipients as SES does."""
        content = envelope.original_content or b""
        if len(content) > LARGEST_MAIL:
            return TOO_LARGE
        mail_id = "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(40))
        top = self.top_headers(mail_id, session.host_name or "localhost", envelope, content)
        try:
            await asyncio.to_thread(self.store, f"inbound/{mail_id}", top + content)
        except Exception:  # noqa: BLE001 (a sender's server must hear "later", whatever went wrong)
            return LATER
        return f"250 OK {mail_id}"

    def top_headers(self, mail_id: str, helo: str, envelope: Envelope, content: bytes) -> bytes:
        """Give the headers that SES adds above a mail's own."""
        found = self.weather.verdicts
        sender = (envelope.mail_from or "").strip("<>")  # a bounce comes from nobody, written as "<>"
        first = (envelope.rcpt_tos or [""])[0]
        domain = author_domain(content)
        client = f"client-ip=127.0.0.1; envelope-from={sender}; helo={helo};"
        lines = [
            f"Return-Path: <{sender}>",
            f"Received: from {helo} ({helo} [127.0.0.1])",
            f" by inbound-smtp.{self.region}.amazonaws.com with SMTP id {mail_id}",
            f" for {first};",
            f" {format_datetime(datetime.now(UTC))} (UTC)",
            f"X-SES-Spam-Verdict: {found['spam']}",
            f"X-SES-Virus-Verdict: {found['virus']}",
            f"Received-SPF: {found['spf']} (spfCheck: local) {client}",
            "Authentication-Results: amazonses.com;",
            f" spf={found['spf']} (spfCheck: local) {client}",
            f" dkim={found['dkim']} header.i=@{domain};",
            f" dmarc={found['dmarc']} header.from={domain};",
        ]
        return "".join(f"{line}\r\n" for line in lines).encode()


def author_domain(content: bytes) -> str:
    """Give the domain in a mail's From header."""
    author = message_from_bytes(content[: 256 * 1024]).get("From", "")
    return parseaddr(decoded(author))[1].rpartition("@")[2]


class _Smtp(SMTP):
    """SMTP that lets long lines in and says clearly why a mail is too large."""

    line_length_limit = LONGEST_LINE

    async def push(self, status: Any) -> Any:
        """Answer the client."""
        return await super().push(TOO_LARGE if str(status).startswith("552") else status)


class _Controller(Controller):
    """Runs the SMTP server in a thread of its own."""

    def factory(self) -> SMTP:
        """Make the server side of one connection."""
        return _Smtp(
            self.handler,
            data_size_limit=LARGEST_MAIL,
            enable_SMTPUTF8=True,
            hostname="inbound-smtp.local",
            ident="Throughline mail-in",
        )


def start_mail_in(mail_in: MailIn, port: int) -> Controller:
    """Take mails from now on; `stop()` ends it."""
    controller = _Controller(mail_in, hostname=LOOPBACK, port=port)
    controller.start()
    return controller
