"""Erase what is kept about somebody, in an order in which dying half-way loses nothing that still has to go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from throughline.domain.subject import Erasure, Held, subject_of
from throughline.usecases.find_subject import StaffList

BETWEEN = " "


class Erasing(Protocol):
    """Takes words out; doing it again changes nothing."""

    def mark(self, line: str) -> None:
        """Say that the line is erased, before anything is."""

    def stored(self, line: str) -> Iterable[str]:
        """Where the raw mails of the line, or of what was set aside, lie."""

    def erase_line(self, line: str) -> None:
        """Take out all words of the line, or of what was set aside."""

    def erase_letter(self, line: str, name: str) -> None:
        """Take out what a mail says and whom it is for."""

    def erase_digests(self, person: str) -> None:
        """Forget which digests somebody had."""


class Erasures(Protocol):
    """What was erased, so that a restore can do it again."""

    def note(self, erasure: Erasure) -> None:
        """Keep it."""


class RawMails(Protocol):
    """Mails as they arrived."""

    def erase(self, key: str) -> None:
        """Delete it in every version; a repeat changes nothing."""


@dataclass(frozen=True, slots=True)
class Stores:
    """Where something is erased; `root` is what codes are made with."""

    root: bytes
    erasing: Erasing
    mails: RawMails
    staff: StaffList


def erase_subject(*, reference: str, held: Held, by: str, today: date, erasures: Erasures, stores: Stores) -> Erasure:
    """Erase all that was found; what is written down of it first is enough to finish or repeat it.

    Mails to a department's own mailbox stay as long as the map names it.
    """
    letters = () if held.mapped else tuple(BETWEEN.join(one) for one in held.letters)
    subject = subject_of(stores.root, reference)
    erasure = Erasure(subject, today, by, held.lines, letters, held.asides, staff=bool(held.person))
    erasures.note(erasure)
    erase_again(erasures=(erasure,), stores=stores)
    return erasure


def erase_again(*, erasures: Iterable[Erasure], stores: Stores) -> int:
    """Do erasures once more, as after a restore from backup; how many."""
    known = tuple(erasures)
    for erasure in known:
        for line in erasure.lines:
            stores.erasing.mark(line)
            _erase(line, stores)
        for letter in erasure.letters:
            line, _, name = letter.rpartition(BETWEEN)
            stores.erasing.erase_letter(line, name)
        for aside in erasure.asides:
            _erase(aside, stores)
    _erase_people({one.subject for one in known if one.staff}, stores)
    return len(known)


def _erase(line: str, stores: Stores) -> None:
    for key in stores.erasing.stored(line):
        stores.mails.erase(key)
    stores.erasing.erase_line(line)


def _erase_people(subjects: set[str], stores: Stores) -> None:
    if not subjects:
        return
    for person in list(stores.staff.everybody()):
        address = subject_of(stores.root, person.email)
        if subjects & {address, subject_of(stores.root, person.id)}:
            stores.erasing.erase_digests(person.id)  # while the list still leads to their id
            stores.staff.erase(person, address)
            stores.erasing.erase_digests(person.id)  # what was begun for them meanwhile
