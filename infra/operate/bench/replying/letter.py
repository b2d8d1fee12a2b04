"""A reply before a mail program has put it together: what is said, what is asked, how it is signed."""

import textwrap
from dataclasses import dataclass
from enum import Enum
from html import escape

from operate.bench.replying.tongue import Tongue

WHO, AT = "Throughline Feedback", "reply+k3y7@in.throughline.example"
NAME, PHONE, PAGE = "Rosa Lindqvist", "+44 20 7946 0812", "www.oakandlantern.example"
NAMES = {
    "de": "Jörg Weiß",
    "fr": "Anne-Laure d'Aubigné",
    "es": "María José Núñez",
    "pt": "João da Silva",
    "nl": "Pieter van der Velde",
    "pl": "Łukasz Żak",
    "ja": "田中 一郎",
    "zh": "王芳",
}
SUBJECT = "[Workshop] A lamp arrived scratched (A7K2)"
WIDTH = 76


class Place(Enum):
    """Where the new words stand."""

    TOP = "top"
    BOTTOM = "bottom"
    BETWEEN = "between"


class Signed(Enum):
    """How the reply is signed."""

    NOT = "not"
    DASHES = "dashes"
    BARE = "bare"
    FAREWELL = "farewell"
    NOTICE = "notice"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Letter:
    """One reply to write."""

    tongue: Tongue
    said: str
    place: Place
    signed: Signed

    @property
    def new(self) -> str:
        """The words that are new."""
        return "\n\n".join(self.tongue.bits) if self.place is Place.BETWEEN else self.said

    @property
    def signature(self) -> str:
        """The lines that sign; empty without. The dashes are the program's to set."""
        name = NAMES.get(self.tongue.code, NAME)
        card = f"{name}\n{self.tongue.post}\n{PHONE}\n{PAGE}"
        return {
            Signed.NOT: "",
            Signed.DASHES: card,
            Signed.BARE: f"{self.tongue.farewell}\n{name}",
            Signed.FAREWELL: f"{self.tongue.farewell}\n\n{card}",
            Signed.NOTICE: f"{self.tongue.farewell}\n{card}\n\n{self.tongue.notice}",
            Signed.PHONE: self.tongue.phone,
        }[self.signed]

    @property
    def asked(self) -> tuple[str, ...]:
        """The paragraphs that are quoted."""
        return self.tongue.asked

    def signed_text(self) -> str:
        """The signature as plain text shows it."""
        return f"-- \n{self.signature}" if self.signed is Signed.DASHES else self.signature


def wrapped(line: str) -> str:
    """As programs wrap a long line that they put themselves."""
    return "\n".join(textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False))


def marked(text: str) -> str:
    """Each line with a quote mark."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def paragraphs(*texts: str) -> str:
    """What is not empty, a gap between."""
    return "\n\n".join(text for text in texts if text)


def in_lines(text: str, tag: str = "div", told: str = "") -> str:
    """Each line of a text in a tag of its own, an empty one as programs write it."""
    return (
        "".join(f"<{tag}{told}>{escape(line, quote=False) or '<br>'}</{tag}>" for line in text.split("\n"))
        if text
        else ""
    )


def in_breaks(text: str) -> str:
    """A text with breaks for its line ends."""
    return escape(text, quote=False).replace("\n", "<br>\r\n")
