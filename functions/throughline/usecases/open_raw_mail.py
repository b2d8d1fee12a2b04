"""Open the sealed raw mail of a line or of something set aside; that it was opened is written down first."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from throughline.domain.subject import Opened
from throughline.errors import Refused


class Sealed(Protocol):
    """Where raw mails lie."""

    def stored(self, line: str) -> Iterable[str]:
        """Where the raw mails of a line, or of what was set aside, lie."""


class Audit(Protocol):
    """Who looked at what is sealed."""

    def note(self, opened: Opened) -> None:
        """Keep it."""


class Mails(Protocol):
    """Mails as they arrived."""

    def read(self, key: str) -> bytes:
        """The raw mail; Refused when it is not there any more."""


def open_raw_mail(
    *, line: str, reason: str, by: str, now: datetime, sealed: Sealed, audit: Audit, mails: Mails
) -> bytes:
    """The mail as it arrived. Refused without a reason, and when the line has no mail, or none any more."""
    if not reason.strip():
        do = "Say in a sentence why you have to read it: it is kept with your name."
        raise Refused("There is no reason yet.", field="reason", do=do)
    key = next(iter(sealed.stored(line)), "")
    if not key:
        do = "Only what came by mail has one, until it is erased or its time ends."
        raise Refused("No raw mail is kept there.", field="id", do=do, status=404)
    audit.note(Opened(by, now, line, reason.strip()))
    return mails.read(key)
