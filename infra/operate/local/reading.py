"""Reading a kept mail for people: its headers, text and HTML."""

from dataclasses import dataclass
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message


@dataclass(frozen=True)
class ReadMail:
    """What a mail says; header names as sent, repeated ones joined by line ends."""

    sender: str
    subject: str
    headers: dict[str, str]
    text: str
    html: str


def read_mail(raw: bytes) -> ReadMail:
    """Read a mail's bytes; what is damaged is shown as well as it goes."""
    message = message_from_bytes(raw)
    headers: dict[str, str] = {}
    for name, value in message.items():
        shown = decoded(value)
        headers[name] = f"{headers[name]}\n{shown}" if name in headers else shown
    return ReadMail(
        sender=decoded(message.get("From", "")),
        subject=decoded(message.get("Subject", "")),
        headers=headers,
        text=first_part(message, "text/plain"),
        html=first_part(message, "text/html"),
    )


def decoded(value: object) -> str:
    """Give a header's value with its encoded words in plain letters, on one line."""
    folded = " ".join(line.strip() for line in str(value).splitlines()).strip()
    try:
        return str(make_header(decode_header(folded)))
    except (LookupError, ValueError):
        return folded


def first_part(message: Message, kind: str) -> str:
    """Give the first part of a kind that is not an attachment."""
    for part in message.walk():
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                return in_letters(body, part.get_content_charset() or "utf-8")
    return ""


def in_letters(body: bytes, charset: str) -> str:
    """Decode a body, by Latin-1 when its own charset is unknown."""
    try:
        return body.decode(charset, errors="replace").replace("\r\n", "\n")
    except LookupError:
        return body.decode("latin-1").replace("\r\n", "\n")
