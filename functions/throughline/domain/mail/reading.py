"""What a mail says and what kind it is; any bytes in, one answer out, never an exception."""

import hashlib
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import parseaddr
from enum import StrEnum

from throughline.domain.address import is_address
from throughline.domain.mail.decoding import DAMAGED, header, is_attached, part_text
from throughline.domain.mail.html_text import html_words
from throughline.domain.mail.reply import new_words

MOST_PARTS = 200
MOST_TEXT = 200_000


class MailKind(StrEnum):
    """Who or what sent it."""

    HUMAN = "human"
    AUTO = "auto"
    BOUNCE = "bounce"
    LIST = "list"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class ReadMail:
    """A mail as read: who claims to have sent it, the new words, and why it is not a person's, if so.

    `identity` is its Message-ID, or a digest of the bytes where it has none; `held` is the mail
    service's verdict that keeps it from acting, or empty.
    """

    kind: MailKind
    identity: str
    name: str
    address: str
    subject: str
    words: str
    held: str = ""


def read_mail(raw: bytes, *, own_address: str = "") -> ReadMail:
    """Read a stored mail: topmost headers only are believed."""
    message = _parsed(raw)
    name, address = _sender(message)
    address = address.strip().lower()
    subject = header(message, "Subject")[:500]
    words = new_words(_text(message)[:MOST_TEXT])
    identity = header(message, "Message-ID") or hashlib.sha256(raw).hexdigest()
    kind = _kind(message, address, own_address)
    reachable = address if is_address(address) else ""
    return ReadMail(kind, identity, name.strip()[:200], reachable, subject, words or subject, _held(message))


def _parsed(raw: bytes) -> Message:
    parser = BytesParser(policy=compat32)
    try:
        return parser.parsebytes(raw)
    except (RecursionError, *DAMAGED):  # parts within parts without end, or no sound line between them
        return parser.parsebytes(raw, headersonly=True)


def _sender(message: Message) -> tuple[str, str]:
    try:
        return parseaddr(header(message, "From")[:2000])
    except RecursionError:  # comments within comments without end
        return "", ""


def _text(message: Message) -> str:
    plain, html = "", ""
    for count, part in enumerate(message.walk()):
        if count > MOST_PARTS or (plain and html):
            break
        kind = part.get_content_type()
        if part.is_multipart() or is_attached(part):
            continue
        if kind == "text/plain" and not plain:
            plain = part_text(part)
        elif kind == "text/html" and not html:
            html = part_text(part)
    return plain if plain.strip() else html_words(html)


def _kind(message: Message, address: str, own_address: str) -> MailKind:
    submitted = header(message, "Auto-Submitted").lower()
    returned = header(message, "Return-Path").strip()
    if message.get_content_type() == "multipart/report" or address.startswith(("mailer-daemon@", "postmaster@")):
        return MailKind.BOUNCE
    if address and address == parseaddr(own_address)[1].lower():
        return MailKind.SELF
    if submitted not in ("", "no") or message.get("X-Autoreply") or message.get("X-Autorespond"):
        return MailKind.AUTO
    if returned == "<>":
        return MailKind.BOUNCE
    if header(message, "Precedence").lower() in ("bulk", "junk", "auto_reply"):
        return MailKind.AUTO
    return MailKind.LIST if message.get("List-Id") else MailKind.HUMAN


def _held(message: Message) -> str:
    if header(message, "X-SES-Virus-Verdict").upper() not in ("PASS", ""):
        return "the mail service found a virus in it"
    if header(message, "X-SES-Spam-Verdict").upper() not in ("PASS", "GRAY", ""):
        return "the mail service takes it for spam"
    return ""
