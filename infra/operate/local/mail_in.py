"""The mail-in port: whatever a mail client sends is stored as SES stores it."""

import asyncio
import secrets
import string
from collections.abc import Callable
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from operate.local.notices import Weather
from operate.local.ports import LOOPBACK
from operate.local.ses_headers import Arrival, above, author_domain
from operate.local.verdicts import UnknownVerdictError, asked_for, together

LARGEST_MAIL = 40 * 1024 * 1024
LONGEST_LINE = 1024 * 1024
TOO_LARGE = "552 5.3.4 This mail is larger than 40 MB with all its parts; send it without its largest attachment"
LATER = "451 4.3.0 The mail could not be stored just now; try again in a minute"
NOT_HERE = "550 5.1.1 No mail is taken in for this address; the addresses here end with @"
Store = Callable[[str, bytes], Any]


class MailIn:
    """Takes mails for any address at a domain, and hands each on as one object with SES's headers on top."""

    def __init__(self, store: Store, weather: Weather, *, region: str, domain: str) -> None:
        self.store = store
        self.weather = weather
        self.region = region
        self.domain = domain

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Take any address at the domain, as its receipt rule does."""
        if not address.lower().endswith(f"@{self.domain.lower()}"):
            return f"{NOT_HERE}{self.domain}"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Store one mail, once for all its recipients as SES does."""
        mail_id = "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(40))
        try:
            stored = self.as_stored(mail_id, session.host_name or "localhost", envelope)
        except UnknownVerdictError as error:
            return f"550 5.6.0 {error}"
        if len(stored) > LARGEST_MAIL:
            return TOO_LARGE
        try:
            await asyncio.to_thread(self.store, f"inbound/{mail_id}", stored)
        except Exception:  # noqa: BLE001 (a sender's server must hear "later", whatever went wrong)
            return LATER
        return f"250 OK {mail_id}"

    def as_stored(self, mail_id: str, helo: str, envelope: Envelope) -> bytes:
        """Give a mail under the headers that SES adds; UnknownVerdictError where it asks for one there is not."""
        asked, content = asked_for(envelope.original_content or b"")
        arrival = Arrival(
            id=mail_id,
            helo=helo,
            sender=(envelope.mail_from or "").strip("<>"),
            recipient=(envelope.rcpt_tos or [""])[0],
            author=author_domain(content),
        )
        return above(arrival, together(self.weather.verdicts, asked), self.region) + content


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
