"""Give out what is kept about somebody, as it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any, Protocol

from throughline.domain.contact import opened_contact
from throughline.domain.subject import Held, Kept
from throughline.usecases.export_digests import DigestBooks
from throughline.usecases.find_subject import StaffList

CONTACT, CONTACT_SEALED, THANKS = "contact", "sealed", "thanks"
INSIDE = frozenset({"digest", "map_version", "subject", "body"})
SEALED = "a raw mail is kept: throughline mail raw"


class KeptItems(Protocol):
    """The items themselves."""

    def kept(self, line: str) -> Iterator[Kept]:
        """Every item of a line, as it stands."""

    def letter(self, line: str, name: str) -> Kept | None:
        """One mail."""

    def digests(self, person: str) -> Iterator[Kept]:
        """The digests that somebody had by themselves."""


def export_subject(*, held: Held, kept: KeptItems, staff: StaffList, books: DigestBooks, root: bytes) -> Iterator[Kept]:
    """Each thing that is kept, one by one; links that open a department's pages are left out, raw mails named only.

    A customer's contact is opened with the `root` that it was sealed with.
    """
    for line in (*held.lines, *held.asides):
        for one in kept.kept(line):
            shown = _shown(one)
            yield replace(shown, document=_contact(line, shown.document, root)) if one.kind == CONTACT else shown
    for line, name in held.letters:
        letter = kept.letter(line, name)
        if letter and letter.kind == THANKS:  # said to them
            yield _shown(letter)
        elif letter:  # it holds somebody else's words: only that it was sent there is theirs
            yield Kept(letter.kind, letter.where, {"to": letter.document.get("to", "")})
    for name in held.mapped:
        yield Kept("map", name, {"mailbox": "the journey map in force names it"})
    person = staff.find(held.person) if held.person else None
    if person:
        yield Kept("person", person.id, asdict(person))
        yield from kept.digests(person.id)
        yield from books.about(person.id)
    yield from staff.chosen(held.person, held.choice)


def _contact(line: str, document: Mapping[str, Any], root: bytes) -> Mapping[str, Any]:
    """How the customer can be reached, in place of what is stored of it."""
    others = {name: value for name, value in document.items() if name != CONTACT_SEALED}
    contact = opened_contact(root, line, str(document.get(CONTACT_SEALED, "")))
    return {**(asdict(contact) if contact else {}), **others}


def _shown(one: Kept) -> Kept:
    return Kept(one.kind, one.where, _open(one.document))


def _open(document: Mapping[str, Any]) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for name, value in document.items():
        if name in INSIDE or name.endswith("url") or value in ("", None, [], {}):
            continue
        shown[name] = SEALED if name == "stored" else _open(value) if isinstance(value, Mapping) else value
    return shown
