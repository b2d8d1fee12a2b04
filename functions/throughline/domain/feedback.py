"""What somebody at the front reports, as it is kept."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

MAX_TEXT = 20_000
MAX_SHORT = 200


class Channel(StrEnum):
    """The door that a report came in by."""

    FORM = "form"
    MAIL = "mail"
    EVENT = "event"


class Kind(StrEnum):
    """What a report is, as its writer sees it or as it reads."""

    ISSUE = "issue"
    PRAISE = "praise"
    IDEA = "idea"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who wants to hear back; both may be empty, and then nobody is known.

    They are as claimed until the address is `verified`.
    """

    name: str = ""
    email: str = ""
    verified: bool = False

    @property
    def reachable(self) -> bool:
        """Whether an answer can be mailed; no mail service of ours writes to a name beyond ASCII."""
        return bool(self.email) and self.email.rpartition("@")[0].isascii()


@dataclass(frozen=True, slots=True)
class Report:
    """One report as its door understood it, before it has a place in the ledger.

    `identity` is what makes a second sending the same sending: the device's id for a form,
    the Message-ID and mailbox for a mail, source and id for an event. `thread` is a mail's conversation.
    What is `confided` is for the confidential contact alone: whoever wrote it wants it so. Praise may name whom it is
    `to`, a person or a department, and the `value` that it shows; `private` is what only that person shall read.
    """

    identity: str
    channel: Channel
    text: str
    touchpoint: str = ""
    kind: Kind | None = None
    reporter: Reporter = Reporter()
    reference: str = ""
    language: str = "en"
    place: str = ""
    thread: str = ""
    confided: bool = False
    to: str = ""
    value: str = ""
    private: bool = False

    @property
    def anonymous(self) -> bool:
        """Whether nobody is known to have written it."""
        return not (self.reporter.name or self.reporter.email)

    def digest(self) -> str:
        """A fingerprint of the content, to tell a repeat from another report under the same identity."""
        said = asdict(self)
        del said["reporter"]["verified"]  # how sure the mail service is of a sender may differ from copy to copy
        if self.channel is Channel.FORM:
            del said["place"]  # ours to name, or not: enough may work there by the time a device sends it again
        for name in ("confided", "to", "value", "private"):
            if not said[name]:  # what was written before anybody could say so keeps its fingerprint
                del said[name]
        written = json.dumps(said, sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(written.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Feedback:
    """A report in the ledger: the fact that everything else follows from.

    `line` is the key of its item collection; `received_on` is a day, never finer; `stored` is where the
    raw mail lies, for what came by mail, `files` those that came with it.
    """

    line: str
    report: Report
    digest: str
    received_on: date
    stored: str = ""
    files: tuple[str, ...] = ()
