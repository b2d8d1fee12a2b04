"""From a call to SES to the mail that a recipient gets."""

import base64
import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, getaddresses
from typing import Any

DROPPED = ("message-id", "date", "bcc", "return-path", "x-ses-message-tags", "x-ses-configuration-set")
MOST_RECIPIENTS = 50
MOST_HEADERS = 15
LONGEST_HEADER = 996


class NotSendableError(Exception):
    """SES would refuse this mail; `code` is its error code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Order:
    """One mail as asked for: who, to whom, what, under which tags and configuration set."""

    sender: str
    recipients: list[str]
    body: bytes
    tags: dict[str, str] = field(default_factory=dict)
    configuration_set: str = ""


def order_from(request: dict[str, Any], template: dict[str, str] | None = None) -> Order:
    """Read a SendEmail request; `template` is the stored one that it names, if it names one."""
    content, sender = request.get("Content", {}), request.get("FromEmailAddress", "")
    recipients = named_recipients(request.get("Destination", {}))
    found: dict[str, str] = {}
    if "Raw" in content:
        body = base64.b64decode(content["Raw"].get("Data", ""))
        found = header_values(body)
        recipients = recipients or addresses(found.get("to"), found.get("cc"), found.get("bcc"))
        sender = sender or found.get("from", "")
    else:
        body = composed(request, simple_content(content, template))
    if len(recipients) > MOST_RECIPIENTS:
        raise NotSendableError("BadRequestException", f"Recipient count exceeds {MOST_RECIPIENTS}.")
    if not recipients:
        raise NotSendableError("BadRequestException", "The message names no recipient.")
    if not all(recipient.isascii() for recipient in recipients):
        raise NotSendableError("BadRequestException", "An address holds more than ASCII.")
    tags = header_tags(found.get("x-ses-message-tags", "")) | plain_tags(request.get("EmailTags", []))
    chosen = request.get("ConfigurationSetName") or found.get("x-ses-configuration-set", "")
    return Order(sender, recipients, body, tags, chosen)


def orders_from_bulk(request: dict[str, Any], template: dict[str, str] | None = None) -> list[Order]:
    """Read a SendBulkEmail request: one mail for each entry, with its own data, headers and tags."""
    default = request.get("DefaultContent", {}).get("Template", {})
    return [order_from(single_request(request, default, entry), template) for entry in request["BulkEmailEntries"]]


def single_request(request: dict[str, Any], default: dict[str, Any], entry: dict[str, Any]) -> dict[str, Any]:
    """Give the SendEmail request that equals one entry of a bulk request."""
    replaced = entry.get("ReplacementEmailContent", {}).get("ReplacementTemplate", {})
    own = {each["Name"].lower(): each for each in entry.get("ReplacementHeaders", [])}
    headers = {each["Name"].lower(): each for each in default.get("Headers", [])} | own
    data = replaced.get("ReplacementTemplateData") or default.get("TemplateData", "{}")
    return {
        **{
            key: request[key]
            for key in ("FromEmailAddress", "ReplyToAddresses", "ConfigurationSetName")
            if key in request
        },
        "Destination": entry.get("Destination", {}),
        "EmailTags": [*request.get("DefaultEmailTags", []), *entry.get("ReplacementTags", [])],
        "Content": {"Template": {**default, "TemplateData": data, "Headers": list(headers.values())}},
    }


def simple_content(content: dict[str, Any], template: dict[str, str] | None) -> dict[str, Any]:
    """Give subject, text, HTML, headers and attachments, with a template's gaps filled."""
    if "Simple" in content:
        simple = content["Simple"]
        parts = simple.get("Body", {})
        told = {
            "Subject": simple.get("Subject", {}),
            "Text": parts.get("Text", {}),
            "Html": parts.get("Html", {}),
        }
        return {**simple, **{key: value.get("Data", "") for key, value in told.items()}}
    wanted = content.get("Template", {})
    source = template or wanted.get("TemplateContent", {})
    data = json.loads(wanted.get("TemplateData") or "{}")
    return {**wanted, **{key: filled(source.get(key) or "", data) for key in ("Subject", "Text", "Html")}}


def filled(text: str, data: dict[str, Any]) -> str:
    """Put data into `{{name}}`; SES renders nothing at all when a name is missing."""

    def value(found: re.Match[str]) -> str:
        name = found.group(1)
        if name not in data:
            raise NotSendableError("BadRequestException", f"Attribute '{name}' is not present in the rendering data.")
        return str(data[name])

    return re.sub(r"\{\{\{?\s*([\w.-]+)\s*\}?\}\}", value, text)


def composed(request: dict[str, Any], content: dict[str, Any]) -> bytes:
    """Build the mail that SES builds from a Simple or templated request."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = request.get("FromEmailAddress", "")
    destination = request.get("Destination", {})
    for name, values in (
        ("To", destination.get("ToAddresses")),
        ("Cc", destination.get("CcAddresses")),
        ("Reply-To", request.get("ReplyToAddresses")),
    ):
        if values:
            mail[name] = ", ".join(values)
    mail["Subject"] = content["Subject"]
    for header in checked_headers(content.get("Headers", [])):
        mail[header["Name"]] = header["Value"]
    if content["Text"] or not content["Html"]:
        mail.set_content(content["Text"])
    if content["Html"]:
        (mail.add_alternative if content["Text"] else mail.set_content)(content["Html"], subtype="html")
    for attached in content.get("Attachments", []):
        attach(mail, attached)
    return bytes(mail)


def attach(mail: EmailMessage, attached: dict[str, Any]) -> None:
    """Add one attachment of a request."""
    kind, _, subtype = attached.get("ContentType", "application/octet-stream").partition("/")
    mail.add_attachment(
        base64.b64decode(attached["RawContent"]),
        maintype=kind,
        subtype=subtype or "octet-stream",
        filename=attached.get("FileName"),
        disposition=attached.get("ContentDisposition", "ATTACHMENT").lower(),
        cid=attached.get("ContentId"),
    )


def checked_headers(headers: list[dict[str, str]]) -> list[dict[str, str]]:
    """Refuse own headers that SES refuses: too many, too long, or not printable ASCII."""
    if len(headers) > MOST_HEADERS:
        raise NotSendableError("BadRequestException", f"A message has at most {MOST_HEADERS} headers of its own.")
    for header in headers:
        name, value = header["Name"], header["Value"]
        if len(name) + len(value) > LONGEST_HEADER or not (value.isascii() and value.isprintable()):
            raise NotSendableError(
                "BadRequestException", f"The value of header {name} is not printable ASCII or too long."
            )
    return headers


def on_the_wire(order: Order, message_id: str, now: datetime, region: str) -> bytes:
    """Give the mail with the Message-ID and Date that SES sets, without what SES takes out."""
    host = "email" if region == "us-east-1" else region
    head, gap, body = split_mail(order.body)
    kept = [
        line for line in header_lines(head) if line.split(b":", 1)[0].strip().lower().decode("latin-1") not in DROPPED
    ]
    added = [
        f"Message-ID: <{message_id}@{host}.amazonses.com>".encode(),
        f"Date: {format_datetime(now)}".encode(),
    ]
    return b"\r\n".join([*kept, *added]) + (gap or b"\r\n\r\n") + body


def split_mail(raw: bytes) -> tuple[bytes, bytes, bytes]:
    """Split a mail into head, empty line and body."""
    found = re.search(rb"\r?\n\r?\n", raw)
    return (raw[: found.start()], found.group(), raw[found.end() :]) if found else (raw, b"", b"")


def header_lines(head: bytes) -> list[bytes]:
    """Give each header with its continuation lines, as it stands."""
    lines: list[bytes] = []
    for line in head.splitlines():
        if line[:1] in (b" ", b"\t") and lines:
            lines[-1] += b"\r\n" + line
        elif line:
            lines.append(line)
    return lines


def header_values(raw: bytes) -> dict[str, str]:
    """Give a mail's headers by lower-case name, unfolded."""
    pairs = (line.decode("utf-8", "replace").partition(":") for line in header_lines(split_mail(raw)[0]))
    return {name.strip().lower(): " ".join(value.split()) for name, _, value in pairs}


def named_recipients(destination: dict[str, Any]) -> list[str]:
    """Give the bare addresses of a request's destination."""
    keys = ("ToAddresses", "CcAddresses", "BccAddresses")
    return addresses(*(address for key in keys for address in destination.get(key) or []))


def addresses(*values: str | None) -> list[str]:
    """Give the bare addresses in header values."""
    return [address for _, address in getaddresses([value for value in values if value]) if address]


def plain_tags(tags: list[dict[str, str]]) -> dict[str, str]:
    """Give a request's tags by name."""
    return {tag["Name"]: tag["Value"] for tag in tags}


def header_tags(value: str) -> dict[str, str]:
    """Read the tags of an X-SES-MESSAGE-TAGS header."""
    pairs = (part.partition("=") for part in value.split(",") if "=" in part)
    return {name.strip(): tag.strip() for name, _, tag in pairs}
