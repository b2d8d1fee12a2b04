"""The headers that SES puts above a mail that comes in."""

import secrets
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from email.utils import format_datetime, parseaddr

from operate.local.ports import LOOPBACK
from operate.local.reading import decoded

LONGEST_HEAD = 256 * 1024
SPF_SAYS = {
    "pass": "domain of {domain} designates {ip} as permitted sender",
    "fail": "domain of {domain} does not designate {ip} as permitted sender",
    "softfail": "transitioning domain of {domain} does not designate {ip} as permitted sender",
}
SPF_KNOWS_NOTHING = "{ip} is neither permitted nor denied by domain of {domain}"


@dataclass(frozen=True)
class Arrival:
    """A mail at the door: its id, the name its server gives, who it came from and for, and its author's domain.

    A bounce comes from nobody, written as "".
    """

    id: str
    helo: str
    sender: str
    recipient: str
    author: str


def above(arrival: Arrival, verdicts: Mapping[str, str], region: str) -> bytes:
    """Give the headers, in SES's order and with its line ends."""
    now = format_datetime(datetime.now(UTC))
    spf = f"{verdicts['spf']} ({spf_check(arrival, verdicts['spf'])}) {client(arrival)}"
    policy = f" (p={verdicts['policy']})" if verdicts["policy"] else ""
    lines = [
        f"Return-Path: <{arrival.sender}>",
        f"Received: from {arrival.helo} ({arrival.helo} [{LOOPBACK}])",
        f" by inbound-smtp.{region}.amazonaws.com with SMTP id {arrival.id}",
        f" for {arrival.recipient};",
        f" {now} (UTC)",
        f"X-SES-Spam-Verdict: {verdicts['spam']}",
        f"X-SES-Virus-Verdict: {verdicts['virus']}",
        f"Received-SPF: {spf}",
        "Authentication-Results: amazonses.com;",
        f" spf={spf}",
        f" dkim={verdicts['dkim']} header.i=@{arrival.author};",
        f" dmarc={verdicts['dmarc']}{policy} header.from={arrival.author};",
        f"X-SES-RECEIPT: {seal(96)}",
        f"X-SES-DKIM-SIGNATURE: a=rsa-sha256; q=dns/txt; b={seal(64)}; d=amazonses.com; v=1;",
    ]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8", "surrogateescape")


def spf_check(arrival: Arrival, found: str) -> str:
    """Say in words what SPF found; the domain is the sender's, or the server's for a bounce."""
    domain = arrival.sender.rpartition("@")[2] or arrival.helo
    return "spfCheck: " + SPF_SAYS.get(found, SPF_KNOWS_NOTHING).format(domain=domain, ip=LOOPBACK)


def client(arrival: Arrival) -> str:
    """Say who brought it; the sender stands here as it was claimed, whatever is in it."""
    return f"client-ip={LOOPBACK}; envelope-from={arrival.sender}; helo={arrival.helo};"


def seal(size: int) -> str:
    """Give letters that mean something to SES alone."""
    return b64encode(secrets.token_bytes(size)).decode()


def author_domain(content: bytes) -> str:
    """Give the domain in a mail's From header."""
    author = BytesHeaderParser().parsebytes(content[:LONGEST_HEAD]).get("From", "")
    return parseaddr(decoded(author))[1].rpartition("@")[2]
