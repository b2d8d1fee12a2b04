"""Take in what the mail service reports of a mail: it went, it bounced, somebody complained."""

from collections.abc import Mapping
from typing import Any

from throughline.domain.week import Week
from throughline.ports import Digests, Directory, Letters

WENT = frozenset({"Send", "Delivery"})
NEVER_AGAIN = frozenset({"Complaint"})


def note_outcome(*, report: Mapping[str, Any], letters: Letters, digests: Digests, directory: Directory) -> str:
    """Note a report of the mail service under the mail's own tags; what was noted, in words that are counted."""
    event = str(report.get("eventType") or report.get("notificationType") or "")
    mail = report.get("mail") or {}
    tags = {name: str(values[0]) for name, values in (mail.get("tags") or {}).items() if values}
    message_id = str(mail.get("messageId", ""))
    if event in WENT and "letter" in tags:
        letters.sent(_plain(tags["line"]), _plain(tags["letter"]), message_id)
        return f"noted: {event.lower()}"
    if event in WENT and "digest" in tags:
        digests.done(Week.parse(tags["digest"]), tags["person"], "sent", message_id)
        return f"noted: {event.lower()} of a digest"
    if event in NEVER_AGAIN and "person" in tags:
        directory.choose(tags["person"], "off")
        return "noted: no more digests after a complaint"
    return f"nothing to note: {event or 'no event'}"


def _plain(tag: str) -> str:
    return bytes.fromhex(tag).decode()
