"""How customers can be reached who asked for it."""

from enum import StrEnum
from typing import Protocol

from throughline.domain.contact import Look
from throughline.domain.survey import Answer


class Taken(StrEnum):
    """What became of an answer with a contact."""

    WRITTEN = "written"
    REPEATED = "repeated"
    NO_CONTACT = "no contact"  # the call-back has ended, so that only the answer may be written


class Contacts(Protocol):
    """Sealed contacts, one a line; no store can open them."""

    def record(self, answer: Answer, sealed: str, *, subject: str = "", reached_by: str = "") -> Taken:
        """Write an answer with its contact, both or neither; `reached_by` is the code that the contact is found by."""

    def withdraw(self, answer: Answer) -> None:
        """Delete the contact of a customer who does not ask any more, unless they asked again since."""

    def find(self, line: str) -> str:
        """The sealed contact of a line; empty where there is none any more."""

    def note(self, line: str, look: Look) -> None:
        """Write down that it is shown, once a day and case."""
