"""A mail to be sent once: the outbox's unit, with the lease that keeps two senders apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any

LEASE = timedelta(minutes=15)
MAX_TRIES = 2


class LetterKind(StrEnum):
    """Which mail it is; each has a folder of texts of the same name."""

    CASE = "case"
    HEARD = "heard"
    ANSWERED = "answered"
    CHANGED = "changed"
    PARKED = "parked"
    ASKED = "asked"
    UNDERSTOOD = "understood"
    REPLIED = "replied"
    QUESTION = "question"
    UNNAMED = "unnamed"
    DIGEST = "digest"
    UNMAPPED = "unmapped"
    THEMES = "themes"
    MINE = "mine"
    BUNDLE = "bundle"
    REMINDER = "reminder"
    ESCALATED = "escalated"
    OUT_OF_REACH = "out_of_reach"
    MIRROR = "mirror"
    THANKED = "thanked"
    CONFIRM_ADDRESS = "confirm_address"
    TAKEN_BACK = "taken_back"
    WITHDRAWN = "withdrawn"
    CODE = "code"
    RISE = "rise"


TO_DEPARTMENTS = frozenset(
    {LetterKind.CASE, LetterKind.ASKED, LetterKind.UNDERSTOOD, LetterKind.REPLIED, LetterKind.WITHDRAWN}
)
RECALLING = frozenset({LetterKind.MINE, LetterKind.BUNDLE, LetterKind.REMINDER, LetterKind.ESCALATED})
OF_MANY = RECALLING | {LetterKind.THEMES, LetterKind.OUT_OF_REACH, LetterKind.CODE}
TO_STAFF = TO_DEPARTMENTS | OF_MANY  # those of many are about no single case, so that nobody can answer them
CODE = f"letter#{LetterKind.CODE}"  # what it says is forgotten once it went
UNNAMED = f"letter#{LetterKind.UNNAMED}"  # whom it went to is forgotten once it went


class Posted(StrEnum):
    """How far a mail has come."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    HELD = "held"  # until it is told of together with others
    SENT = "sent"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"  # before it left


@dataclass(frozen=True, slots=True)
class Share:
    """Whose mails of a day a mail is one of, and where that day begins."""

    department: str
    zone: str


def first_letter(number: int) -> str:
    """The name of the mail that tells a department of its case, by the case's number on its line."""
    return f"letter#case#{number}"


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail: whom it is for and what it says, as plain fields for its texts.

    `line` and `name` are its key; `fields` hold strings, numbers, lists and mappings only.
    `thread` is the conversation it belongs to, `subject` the code that its reader is found again by.
    `reply_to` is where an answer finds its case; `otherwise` is who gets it when `to` can't be reached,
    which is so when it has `returned` before. A `shared` one is among those of which a department gets a few a day.
    What it `tells` of, by their keys, is read when it goes. A `quiet` one waits so many minutes, lest its time
    tells who wrote.
    """

    line: str
    name: str
    kind: LetterKind
    to: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    language: str = "en"
    thread: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""
    reply_to: str = ""
    otherwise: str = ""
    otherwise_subject: str = ""
    returned: bool = False
    shared: Share | None = None
    tells: tuple[str, ...] = ()
    quiet: int = 0


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail ready to go: built from texts, with the tags that lead SES's events back to it."""

    to: str
    subject: str
    text: str
    html: str
    headers: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    reply_to: str = ""
    bulk: bool = False
