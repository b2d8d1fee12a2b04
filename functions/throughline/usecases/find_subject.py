"""Find everything about whom a privacy request names."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from throughline.domain.address import is_address
from throughline.domain.journey import JourneyMap
from throughline.domain.person import Person
from throughline.domain.seal import RECEIPT_DIGITS, line_of
from throughline.domain.subject import Held, Kept, subject_of
from throughline.errors import Refused

OURS = ("F#", "S#")
ASIDE = "Q#"


class Subjects(Protocol):
    """Where things are kept about somebody."""

    def under(self, subject: str) -> Held:
        """What stands under a code."""

    def stands(self, line: str) -> bool:
        """Whether there is such a line, or something set aside by that name."""

    def responses(self, response: str) -> tuple[str, ...]:
        """The lines of a survey response, whichever source it came from."""

    def asides_naming(self, word: str) -> tuple[str, ...]:
        """What was set aside and names somebody in its words."""

    def deliveries_naming(self, address: str) -> tuple[str, ...]:
        """The lines of what survey vendors sent that holds an e-mail address."""


class StaffList(Protocol):
    """Everyone who works here or did."""

    def find(self, reference: str) -> Person | None:
        """Somebody by e-mail address or by id."""

    def everybody(self) -> Iterable[Person]:
        """All who are on the list or were."""

    def chosen(self, person: str, subject: str) -> Iterable[Kept]:
        """What somebody chose themselves, by their id; and what of it outlived an erasure, by their code."""

    def erase(self, person: Person, subject: str) -> None:
        """Take somebody off for good, so that what they chose still holds for whoever has that code."""


def find_subject(
    *, reference: str, root: bytes, subjects: Subjects, staff: StaffList, journey_map: JourneyMap | None
) -> Held:
    """Everything about a receipt, a line, an e-mail address, a customer's reference or a survey response.

    Refused (404) when nothing is kept about it.
    """
    word = reference.strip()
    held = _named(word, root, subjects) or _about(word, root, subjects, staff, journey_map)
    if not held:
        do = "Check how it is written. What has been erased, or has come to the end of its time, is not found."
        raise Refused("We keep nothing about this.", field="subject", do=do, status=404)
    return held


def _named(word: str, root: bytes, subjects: Subjects) -> Held:
    """What the word itself is the name of."""
    if word.startswith((*OURS, ASIDE)) and subjects.stands(word):
        return Held(asides=(word,)) if word.startswith(ASIDE) else Held(lines=(word,))
    digits = word.replace(" ", "")
    if len(digits) == RECEIPT_DIGITS and digits.isascii() and digits.isdecimal():
        line = line_of(root, digits)
        return Held(lines=(line,)) if subjects.stands(line) else Held()
    return Held()


def _about(word: str, root: bytes, subjects: Subjects, staff: StaffList, journey_map: JourneyMap | None) -> Held:
    person = staff.find(word) if word else None
    word = person.email if person and person.email else word
    code = subject_of(root, word)
    held = subjects.under(code) if word else Held()
    if not is_address(word):
        held = replace(held, lines=_once(held.lines, subjects.responses(word)))
    asides = _once(held.asides, subjects.asides_naming(word)) if word else ()
    lines = _once(held.lines, subjects.deliveries_naming(word) if is_address(word) else ())
    held = replace(held, lines=lines, asides=asides, mapped=_mapped(word, journey_map))
    outlived = code if any(staff.chosen("", code)) else ""
    return replace(held, person=person.id if person else "", choice=outlived)


def _mapped(word: str, journey_map: JourneyMap | None) -> tuple[str, ...]:
    """Whose mailbox on the map it is: changing the map is the only way to take it off."""
    if journey_map is None or not is_address(word):
        return ()
    address = word.casefold()
    places = {part.department: part.notify_email for part in journey_map.parts if part.notify_email}
    named = [name for name, mailbox in places.items() if mailbox.casefold() == address]
    named += [one.name for one in journey_map.departments if one.notify_email.casefold() == address]
    others = {"CX manager": journey_map.cx_manager, "confidential contact": journey_map.confidential_contact}
    return _once(named, [what for what, mailbox in others.items() if mailbox.casefold() == address])


def _once(some: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*some, *more]))
