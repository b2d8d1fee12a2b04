"""Mails that say the same to many: written once, with gaps for the few things that are each reader's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from html import escape
from unicodedata import category

OPEN, OPEN_PLACE, OPEN_DOOR = "each-readers-own", "each-readers-place", "each-readers-door"
_GAPS = {OPEN: "choice", OPEN_PLACE: "place", OPEN_DOOR: "door"}
_IN_HTML = {OPEN_PLACE: "place_html"}
_BRACES = "{{"
_UNSEEN = frozenset({"Cc", "Cs"})


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of a mail with gaps in them; nothing that somebody wrote can be taken for one."""

    subject: str
    text: str
    html: str

    @classmethod
    def of(cls, subject: str, text: str, html: str) -> "Printed":
        """Words that were written with `OPEN`, `OPEN_PLACE` and `OPEN_DOOR` for what is each reader's own."""
        shown = html.replace(_BRACES, "&#123;&#123;")
        return cls(_gaps(_tame(subject), {}), _gaps(_tame(text), {}), _gaps(shown, _IN_HTML))


@dataclass(frozen=True, slots=True)
class Copy:
    """One reader's: where it goes, what fills the gaps, and headers and tags of its own."""

    person: str
    to: str
    fills: Mapping[str, str]
    headers: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)


def fills(choice: str, place: str, door: str) -> dict[str, str]:
    """What fills the gaps for a reader: what opens their choice, the name of their place, what opens its form."""
    named = _tame("".join(sign for sign in " ".join(place.split()) if category(sign) not in _UNSEEN))
    return {"choice": choice, "place": named, "place_html": escape(named), "door": door}


def _gaps(words: str, instead: Mapping[str, str]) -> str:
    for written, name in {**_GAPS, **instead}.items():
        words = words.replace(written, f"{{{{{{{name}}}}}}}")
    return words


def _tame(words: str) -> str:
    """Nobody's braces are gaps."""
    return words.replace(_BRACES, "{\u2060{")


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
