"""The product's doors, used from outside as people and vendors use them."""

import json
import re
import smtplib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from html import unescape
from typing import Any, TypeVar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from uuid import uuid4

from operate.local.outbox import Outbox, as_line
from throughline.contracts.signature import sign

T = TypeVar("T")
PATIENCE_SECONDS = 30.0
_INPUT = re.compile(r"<input[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


class TookTooLongError(RuntimeError):
    """Something that should have followed did not, within the time we wait."""


@dataclass(frozen=True)
class Answer:
    """What a door answered."""

    status: int
    body: str

    def document(self) -> dict[str, Any]:
        """The body as JSON."""
        return dict(json.loads(self.body))


def ask(url: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> Answer:
    """One HTTP request; POST when there is a body. Refusals are answers too."""
    if not url.startswith("http://127.0.0.1:"):
        raise ValueError(f"{url} is not on this machine")
    request = Request(url, body, headers or {})  # noqa: S310 - checked above
    try:
        with urlopen(request, timeout=PATIENCE_SECONDS) as answer:  # noqa: S310 - checked above
            return Answer(answer.status, answer.read().decode())
    except HTTPError as refused:
        return Answer(refused.code, refused.read().decode())


def send_form(url: str, **fields: str) -> Answer:
    """A form as a browser without script sends it."""
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
    return ask(url, urlencode(fields).encode(), kind)


def send_json(url: str, document: dict[str, Any], headers: dict[str, str] | None = None) -> Answer:
    """A JSON object."""
    kind = {"Content-Type": "application/json", "Accept": "application/json"}
    return ask(url, json.dumps(document).encode(), {**kind, **(headers or {})})


def send_answer(url: str, key: bytes, document: dict[str, Any]) -> Answer:
    """A survey answer, signed as Standard Webhooks sign."""
    body = json.dumps(document).encode()
    signed = sign(key, f"msg_{uuid4().hex}", datetime.now(UTC), body)
    return ask(url, body, {"Content-Type": "application/json", "Accept": "application/json", **signed})


def send_mail(smtp: str, sender: str, recipient: str, subject: str, text: str) -> str:
    """A mail as any mail program sends it; its Message-ID."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, recipient, subject
    message["Message-ID"] = f"<{uuid4().hex}@mail.example>"
    message.set_content(text)
    host, _, port = smtp.rpartition(":")
    with smtplib.SMTP(host, int(port), timeout=PATIENCE_SECONDS) as server:
        server.send_message(message)
    return str(message["Message-ID"])


def hidden_fields(page: str) -> dict[str, str]:
    """The hidden fields of a page's forms, as a browser would send them."""
    found = [dict(_ATTRIBUTE.findall(tag)) for tag in _INPUT.findall(page)]
    return {
        one["name"]: unescape(one.get("value", "")) for one in found if one.get("type") == "hidden" and "name" in one
    }


def link_in(text: str, path: str) -> str:
    """The first link of a mail that leads to this path."""
    found = re.search(rf"https?://\S+?{re.escape(path)}\S*", text)
    if not found:
        raise LookupError(f"the mail has no link to {path}")
    return found[0]


def mails(outbox: Outbox) -> list[dict[str, Any]]:
    """Every mail sent so far, the oldest first."""
    return [as_line(sent, outbox.raw(sent.id)) for sent in outbox.all()]


def flowing(text: str) -> str:
    """A mail's text as one line, its quote marks and line breaks gone."""
    return " ".join(word for word in text.split() if word != ">")


def until(what: str, look: Callable[[], T | None], patience: float = PATIENCE_SECONDS) -> T:
    """What `look` finds, as soon as it does; TookTooLongError names what did not come."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.1)
    raise TookTooLongError(f"{what} did not come within {patience:.0f} seconds")
