"""A mail as it came in and was read: plain values, no bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class MailKind(StrEnum):
    """Who or what sent it."""

    HUMAN = "human"
    AUTO = "auto"
    BOUNCE = "bounce"
    COMPLAINT = "complaint"
    LIST = "list"
    SELF = "self"


class Shape(StrEnum):
    """What a mail is besides words; `plain` for most."""

    PLAIN = "plain"
    CALENDAR = "calendar"
    ENCRYPTED = "encrypted"
    SIGNED = "signed"
    FORWARDED = "forwarded"


class Intent(StrEnum):
    """What a reply asks to be done."""

    ACKNOWLEDGE = "acknowledge"
    RESOLVE = "resolve"
    HAND_ON = "hand_on"
    EXTEND = "extend"
    COMMENT = "comment"
    QUESTION = "question"
    THANKS = "thanks"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Split:
    """A mail's words in three: what is new, what it quotes, how it is signed; nothing of it is lost."""

    new: str = ""
    quoted: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came along, under a name that is safe everywhere; `part` counts the mail's parts from 0."""

    name: str
    type: str
    size: int
    part: int


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the mail service found, in its own words in capitals; empty where it said nothing."""

    virus: str = ""
    spam: str = ""
    dmarc: str = ""
    dmarc_policy: str = ""


@dataclass(frozen=True, slots=True)
class Bounced:
    """Addresses that a mail could not reach or that complained of it; `lasting` when it never will."""

    addresses: tuple[str, ...] = ()
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Threading:
    """What ties a mail to an earlier one: every address it names as a recipient, and the ids it answers."""

    recipients: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meant:
    """What a reply asks for; `to` names the department of a hand-on, `until` the day of an extension.

    `words` is what was said beyond the bare intent, `why` the words that decided.
    """

    intent: Intent
    to: str = ""
    until: date | None = None
    words: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ReadMail:
    """A mail as read: who claims to have sent it, its words in three, and what kind it is, with the reason.

    `identity` is its Message-ID, or where it has none a digest of what its sender wrote; `name` and `address` are
    the sender's as claimed, the address empty when it is none. Of a forwarded mail `split.new` holds the
    forwarder's words and those forwarded, and `forwarded_from` the one who wrote them first.
    """

    kind: MailKind
    identity: str
    name: str
    address: str
    subject: str
    split: Split
    reason: str = ""
    shape: Shape = Shape.PLAIN
    attachments: tuple[Attachment, ...] = ()
    verdicts: Verdicts = Verdicts()
    bounced: Bounced = Bounced()
    threading: Threading = Threading()
    forwarded_from: str = ""
    written_on: date | None = None
    language: str = ""

    @property
    def words(self) -> str:
        """What is said in it: the new words, else its subject."""
        return self.split.new or self.subject


@dataclass(frozen=True, slots=True)
class Own:
    """Who we are: the address all our mail comes from, and the domain that receives."""

    address: str = ""
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What lay in one sealed container: its text, its HTML, and files by name."""

    text: str = ""
    html: str = ""
    files: Sequence[tuple[str, bytes]] = ()


def _cannot_tell(_raw: bytes) -> str | None:
    return None


def _cannot_open(_raw: bytes) -> Unpacked | None:
    return None


@dataclass(frozen=True, slots=True)
class Tools:
    """What needs a library: telling a charset from bytes, opening a TNEF container; each may say None."""

    detect_charset: Callable[[bytes], str | None] = field(default=_cannot_tell)
    open_tnef: Callable[[bytes], Unpacked | None] = field(default=_cannot_open)
