"""Mails that say the same to many: written once, with a gap for the one thing that is each reader's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

GAP = "{{{choice}}}"
OPEN = "each-readers-own"
_BRACES = "{{"


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of a mail with gaps in them; nothing that somebody wrote can be taken for one."""

    subject: str
    text: str
    html: str

    @classmethod
    def of(cls, subject: str, text: str, html: str) -> "Printed":
        """Words that were written with `OPEN` for what is each reader's own."""
        return cls(
            subject.replace(_BRACES, "{\u2060{"),
            text.replace(_BRACES, "{\u2060{").replace(OPEN, GAP),
            html.replace(_BRACES, "&#123;&#123;").replace(OPEN, GAP),
        )


@dataclass(frozen=True, slots=True)
class Copy:
    """One reader's: where it goes, what fills the gap, and headers and tags of its own."""

    person: str
    to: str
    choice: str
    headers: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The same words for some readers, at most as many as the mail service takes at once."""

    printed: Printed
    copies: tuple[Copy, ...]
    headers: Mapping[str, str] = field(default_factory=dict)
    reply_to: str = ""

    def first(self, count: int) -> tuple["Bundle", "Bundle | None"]:
        """The first few of them, and the rest if there is any."""
        rest = self.copies[count:]
        return replace(self, copies=self.copies[:count]), replace(self, copies=rest) if rest else None


class Fate(StrEnum):
    """What the mail service did with one copy."""

    SENT = "sent"
    REFUSED = "refused"  # it never can go
    ALONE = "alone"  # something failed for it alone
    LATER = "later"  # too many at once, or today
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Answered:
    """What the mail service did with one copy, and why."""

    fate: Fate
    why: str = ""


Answers = Sequence[Answered]
