"""Wrong designs of sending: claims, leases and what the mail service tells."""

from datetime import datetime, timedelta
from typing import Any

from fakes.leases import Lease, MemoryDigests
from fakes.outbox import MemoryLetters
from simulation import functions
from throughline.domain.letter import Letter, Posted
from throughline.domain.week import Week
from throughline.errors import Unavailable
from throughline.usecases import send_letter as sending

Patches = list[tuple[object, str, Any]]


NEVER_ENDS = timedelta(days=9999)


def send_what_is_not_sent() -> Patches:
    """Looks whether a mail was sent, sends it, notes it: no claim in between."""

    def claim(self: MemoryLetters, line: str, name: str, now: datetime) -> Letter | None:  # noqa: ARG001 - nobody's lease
        lease = self.leases[line, name]
        return self.written[line, name] if lease.state == Posted.WAITING.value else None

    return [(MemoryLetters, "claim", claim)]


def claim_for_ever() -> Patches:
    """A claim that nobody gives up: whoever dies with it takes the mail along."""

    def taken(self: Lease, now: datetime) -> bool:
        if self.state != Posted.WAITING.value:
            return False
        self.state, self.tries, self.until = Posted.CLAIMED.value, self.tries + 1, now + NEVER_ENDS
        return True

    return [(Lease, "taken", taken)]


def release_when_unsure() -> Patches:
    """No answer is taken for a no: the mail goes back to be sent at once."""
    plain = sending.send_letter

    def send(**given: Any) -> str:
        try:
            return plain(**given)
        except Unavailable:
            raise
        except Exception:
            given["letters"].release(given["line"], given["name"])
            raise

    return [(functions, "send_letter", send)]


def deaf_to_reports() -> Patches:
    """What the mail service reports of a mail is not noted."""
    return [(functions, "note_outcome", lambda **_given: "nothing to note")]


def digest_without_claim() -> Patches:
    """Whoever is asked for a digest sends it, unless it is noted as sent."""

    def claim(self: MemoryDigests, week: Week, person: str, now: datetime) -> bool:
        lease = self._leases[week, person]
        lease.until = now
        return lease.state in (Posted.WAITING.value, Posted.CLAIMED.value)

    return [(MemoryDigests, "claim", claim)]
