"""Take in what the mail service reports of a mail: it went, it bounced, somebody complained."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from throughline.domain.letter import RECALLING, TO_STAFF, LetterKind
from throughline.domain.person import person_id
from throughline.domain.week import Week
from throughline.ports import DigestReports, Digests, Directory, Facts, Letters, Sending, Standings
from throughline.usecases.send_letter import show_letter

WENT = frozenset({"Send", "Delivery"})
BOUNCE, COMPLAINT = "Bounce", "Complaint"
LASTING = "Permanent"
KNOWN_BEFORE = frozenset({"Suppressed", "OnAccountSuppressionList"})  # the mail service did not even try
SENT_AGAIN = frozenset({LetterKind.CASE, LetterKind.REPLIED, *RECALLING})
CAME_BACK = "it came back from everybody who could have it"
STOPPED = "noted: the digest stops"
SHOWN = 40
_STAFF = frozenset(kind.value for kind in TO_STAFF)


@dataclass(frozen=True, slots=True)
class OutcomeDesk:
    """The stores that a report may concern."""

    letters: Letters
    facts: Facts
    digests: Digests
    directory: Directory
    standings: Standings
    chunks: DigestReports
    sending: Sending


@dataclass(frozen=True, slots=True)
class Told:
    """A report: what happened, to which mail, under which of our tags."""

    event: str
    message_id: str = ""
    tags: Mapping[str, str] = field(default_factory=dict)

    @property
    def letter(self) -> tuple[str, str] | None:
        """The letter's key; None when the tags are not ours."""
        try:
            line, name = (bytes.fromhex(self.tags.get(tag, "")).decode() for tag in ("line", "letter"))
        except ValueError:
            return None
        return (line, name) if line and name else None

    @property
    def digest(self) -> tuple[Week, str] | None:
        """The digest's week and reader; None when the tags are not ours."""
        try:
            week = Week.parse(self.tags.get("digest", ""))
        except ValueError:
            return None
        return (week, self.tags["person"]) if self.tags.get("person") else None

    @property
    def chunk(self) -> str:
        """The chunk that the digest is in; empty when it went alone."""
        return self.tags.get("chunk", "")


def note_outcome(*, report: Mapping[str, Any], desk: OutcomeDesk, now: datetime) -> str:
    """Note a report of the mail service under the mail's own tags; what was noted, in words that are counted."""
    told = told_of(report)
    if told.event in WENT:
        return _went(told, desk)
    if told.event == BOUNCE:
        return _bounced(told, _object(report.get("bounce")), desk, now)
    if told.event == COMPLAINT:
        return _complained(told, _object(report.get("complaint")), desk)
    return f"nothing to note: {told.event[:SHOWN] or 'no event'}"


def told_of(report: Mapping[str, Any]) -> Told:
    """A report as we read it."""
    event = str(report.get("eventType") or report.get("notificationType") or "")
    mail = _object(report.get("mail"))
    tags = {name: str(values[0]) for name, values in _object(mail.get("tags")).items() if _is_filled(values)}
    return Told(event, str(mail.get("messageId", "")), tags)


def _went(told: Told, desk: OutcomeDesk) -> str:
    letter, digest = told.letter, told.digest
    if letter:
        desk.letters.reported(*letter, told.message_id)
        return f"noted: {told.event.lower()}"
    if digest and told.chunk:
        desk.chunks.reported(digest[0], told.chunk, [digest[1]])
        return f"noted: {told.event.lower()} of a digest"
    if digest:
        desk.digests.done(*digest, "sent", told.message_id)
        return f"noted: {told.event.lower()} of a digest"
    return f"nothing to note: {told.event}"


def _bounced(told: Told, bounce: Mapping[str, Any], desk: OutcomeDesk, now: datetime) -> str:
    """Note it for the address; what a department could not get is sent once more, to whoever stands in for it."""
    subject, lasting = told.tags.get("subject", ""), bounce.get("bounceType") == LASTING
    kind, letter = told.tags.get("kind", ""), told.letter
    if not subject:
        return "nothing to note: Bounce"
    desk.standings.bounced(subject, told.message_id, lasting=lasting, staff=kind in _STAFF)
    if lasting and letter and kind in SENT_AGAIN:
        desk.letters.reported(*letter, told.message_id)  # what came back had gone out
        if not desk.letters.came_back(*letter, told.message_id):
            show_letter(*letter, CAME_BACK, desk.facts, now)
    if lasting:
        known = bounce.get("bounceSubType") in KNOWN_BEFORE
        return _fares(told, desk, complaint=False, known=known) or "noted: bounce"
    return "noted: bounce that may pass"


def _complained(told: Told, complaint: Mapping[str, Any], desk: OutcomeDesk) -> str:
    """Whoever complains of a digest, or works here and complains of any mail, gets no more digests."""
    if told.tags.get("subject"):
        desk.standings.complained(told.tags["subject"])
    people = [told.tags["person"]] if told.tags.get("person") else []
    people += [person_id(email=one, name="", department="") for one in _addresses(complaint)]
    left = [desk.directory.choose(one, "off") for one in dict.fromkeys(people)]
    stopped = _fares(told, desk, complaint=True)
    if stopped:
        return stopped
    return "noted: no more digests after a complaint" if any(left) else "noted: complaint"


def _fares(told: Told, desk: OutcomeDesk, *, complaint: bool, known: bool = False) -> str:
    """Count it against the week's digests, which stop when too many come back or are complained of."""
    if told.digest is None:
        return ""
    why = desk.chunks.bad_news(*told.digest, complaint=complaint, known=known).alarm
    return f"{STOPPED}: {why}" if why and not known and desk.sending.stop(why) else ""


def _addresses(complaint: Mapping[str, Any]) -> list[str]:
    named = complaint.get("complainedRecipients")
    found = [str(_object(one).get("emailAddress", "")) for one in named] if isinstance(named, list) else []
    return [one for one in found if one]


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _is_filled(values: object) -> bool:
    return isinstance(values, list) and bool(values)
