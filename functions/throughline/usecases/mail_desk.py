"""What taking in a mail works with, and the mail itself on its way."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from throughline.domain.flood import Bounds
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Aside
from throughline.domain.mail.incoming import Own, ReadMail, Tools
from throughline.domain.seal import mac
from throughline.domain.subject import subject_of
from throughline.ports import Cases, Directory, Facts, Letters, MapStore, Standings
from throughline.usecases.letters import Letterhead

ERASED = "erased before: the mail goes unread"


class RawMails(Protocol):
    """Where raw mails lie."""

    def read(self, key: str) -> bytes:
        """What is stored there; Refused when it is not there any more."""

    def keep(self, key: str, raw: bytes) -> None:
        """Store something under a key of its own; a repeat changes nothing."""

    def drop(self, key: str) -> None:
        """Delete it; a repeat changes nothing."""


@dataclass(frozen=True, slots=True)
class MailDesk:
    """The stores, and who we are: `root` is what codes are made with, `site` where our pages are.

    `tools` are those that mails are read with, `bounds` say how many of one sender's are taken by themselves.
    """

    facts: Facts
    cases: Cases
    letters: Letters
    standings: Standings
    maps: MapStore
    directory: Directory
    mails: RawMails
    root: bytes
    site: str
    own: Own
    tools: Tools = Tools()  # noqa: RUF009 - frozen
    bounds: Bounds = Bounds()  # noqa: RUF009 - frozen

    def head(self, journey_map: JourneyMap | None) -> Letterhead:
        """What mails of ours carry besides their story."""
        mantra = journey_map.mantra if journey_map else ""
        return Letterhead(self.site, self.root, mantra, self.own.domain, colleagues=self.directory)

    def conversation(self, address: str, about: str, on: date) -> str:
        """The code of one sender's conversation on one day: it gets one confirmation."""
        return mac(self.root, "confirmed", f"{address.casefold()}|{about}|{on}")


@dataclass(frozen=True, slots=True)
class Got:
    """A mail as it was read, where its `raw` form lies, and when it is taken in.

    `released` when a person let it in who had seen why it was held.
    """

    mail: ReadMail
    stored: str
    now: datetime
    released: bool = False
    raw: bytes = b""

    def identity(self, desk: MailDesk) -> str:
        """What makes a second delivery the same: the mailbox's domain and the Message-ID."""
        return f"mail|{desk.own.domain}|{self.mail.identity}"

    def digest(self, desk: MailDesk) -> str:
        """The same as a code, for a case's history."""
        return mac(desk.root, "act", self.identity(desk))


def aside_id(got: Got, desk: MailDesk) -> str:
    """The name that a mail is set aside under."""
    return "Q#" + mac(desk.root, "aside", got.identity(desk))


def put_aside(*, got: Got, desk: MailDesk, reason: str, held: bool = False, name: str = "") -> str:
    """Keep the mail where a person sees it, with the reason; once, however often it is delivered."""
    aside = Aside(name or aside_id(got, desk), reason, "mail", got.stored, got.now.date(), held)
    if not desk.facts.set_aside(aside, subject=subject_of(desk.root, got.mail.address)):
        standing = desk.facts.set_aside_before(aside.id)
        if standing is None:
            return ERASED
        if standing.what != aside.what:
            desk.facts.keep_copy(aside.id, aside.what)
    return f"{'held' if held else 'set aside'}: {reason}"
