"""What the mail service found in a mail: only what it wrote itself, above all that a sender could have written."""

import re
from email.message import Message

from throughline.domain.mail.incoming import Verdicts

SERVICE = "amazonses.com"
_OWN_LINES = re.compile(r"return-path|received|received-spf|x-ses-[a-z-]{1,60}|authentication-results")
_RECEIVED_BY = re.compile(r"\bby inbound-smtp\.[a-z0-9.-]{1,60}\.amazonaws\.com\b", re.IGNORECASE)
_DMARC = re.compile(r"(?:^|;)\s*dmarc\s*=\s*(\w{1,30})([^;]{0,500})", re.IGNORECASE)
_POLICY = re.compile(r"\bp(?:olicy)?\s*[=.:]\s*(none|quarantine|reject)\b", re.IGNORECASE)
LONGEST = 4_000
FORGED = "FAIL"  # a sender's own words stand before the verdict: they may hold a second one, or push it out of sight


def verdicts_of(message: Message) -> Verdicts:
    """The topmost verdicts, in capitals; empty where the service said nothing in its own place."""
    told = _told_by_the_service(message)
    dmarc, policy = _dmarc(told.get("authentication-results", ""))
    spam, virus = (told.get(f"x-ses-{what}-verdict", "").strip().upper()[:40] for what in ("spam", "virus"))
    return Verdicts(virus=virus, spam=spam, dmarc=dmarc, dmarc_policy=policy)


def _told_by_the_service(message: Message) -> dict[str, str]:
    """The service's own lines stand first and in one piece; its last verdict is on the sender's domain."""
    told: dict[str, str] = {}
    for written, value in message.raw_items():
        name = written.lower()
        received = name == "received"
        if not _OWN_LINES.fullmatch(name) or (received and ("received" in told or not _RECEIVED_BY.search(str(value)))):
            break
        told.setdefault(name, str(value)[:LONGEST])
        if name == "authentication-results":
            break
    return told


def _dmarc(results: str) -> tuple[str, str]:
    by, _, found = results.partition(";")
    if by.split()[:1] != [SERVICE]:
        return "", ""
    said = [*_DMARC.finditer(" ".join(found.split()))]
    policy = _POLICY.search(said[-1][2]) if said else None
    verdict = FORGED if len(said) > 1 or len(results) >= LONGEST else said[0][1].upper() if said else ""
    return verdict, (policy[1].upper() if policy else "")
