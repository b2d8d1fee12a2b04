"""Take in what the mail service reports of a mail: it went, it bounced, somebody complained."""

from collections.abc import Mapping
from typing import Any

from throughline.domain.week import Week
from throughline.ports import Digests, Directory, Letters

WENT = frozenset({"Send", "Delivery"})
NEVER_AGAIN = frozenset({"Complaint"})
SHOWN = 40


def note_outcome(*, report: Mapping[str, Any], letters: Letters, digests: Digests, directory: Directory) -> str:
    """Note a report of the mail service under the mail's own tags; what was noted, in words that are counted."""
    event = str(report.get("eventType") or report.get("notificationType") or "")
    mail = _object(report.get("mail"))
    tags = {name: str(values[0]) for name, values in _object(mail.get("tags")).items() if _is_filled(values)}
    message_id = str(mail.get("messageId", ""))
    letter, digest = _letter(tags), _digest(tags)
    if event in WENT and letter:
        letters.sent(*letter, message_id)
        return f"noted: {event.lower()}"
    if event in WENT and digest:
        digests.done(*digest, "sent", message_id)
        return f"noted: {event.lower()} of a digest"
    if event in NEVER_AGAIN and tags.get("person"):
        directory.choose(tags["person"], "off")
        return "noted: no more digests after a complaint"
    return f"nothing to note: {event[:SHOWN] or 'no event'}"


def _letter(tags: Mapping[str, str]) -> tuple[str, str] | None:
    """The letter's key; None when the tags are not ours."""
    try:
        line, name = (bytes.fromhex(tags.get(tag, "")).decode() for tag in ("line", "letter"))
    except ValueError:
        return None
    return (line, name) if line and name else None


def _digest(tags: Mapping[str, str]) -> tuple[Week, str] | None:
    """The digest's week and reader; None when the tags are not ours."""
    try:
        week = Week.parse(tags.get("digest", ""))
    except ValueError:
        return None
    return (week, tags["person"]) if tags.get("person") else None


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _is_filled(values: object) -> bool:
    return isinstance(values, list) and bool(values)
