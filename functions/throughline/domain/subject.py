"""People whom something that is kept is about, as privacy requests name them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from throughline.domain.seal import mac


def subject_of(root: bytes, reference: str) -> str:
    """The code that an e-mail address or a customer's reference is found again by; empty for none.

    It agrees for equal references, whatever their case, and leads back to none.
    """
    plain = reference.strip().casefold()
    return mac(root, "subject", plain) if plain else ""


@dataclass(frozen=True, slots=True)
class Held:
    """Where something about a subject is kept.

    `lines` are theirs as a whole; `letters` are mails and thanks to them in lines of others, by line and name;
    `person` is their id on the staff list, `mapped` names the departments whose mailbox is theirs; `choice` is the
    code under which something that they chose outlived an erasure.
    """

    lines: tuple[str, ...] = ()
    letters: tuple[tuple[str, str], ...] = ()
    asides: tuple[str, ...] = ()
    person: str = ""
    mapped: tuple[str, ...] = ()
    choice: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.lines or self.letters or self.asides or self.person or self.mapped or self.choice)


@dataclass(frozen=True, slots=True)
class Erasure:
    """That something was erased: enough to erase it again after a backup brought it back, and no more.

    `subject` is a code, never the reference itself; `by` is who asked the machine to do it.
    """

    subject: str
    on: date
    by: str
    lines: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    staff: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """That somebody looked at what is sealed: who, when, what, and why."""

    by: str
    at: datetime
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Kept:
    """One item about a subject: what it is, where it is kept, and what it says."""

    kind: str
    where: str
    document: Mapping[str, Any]
