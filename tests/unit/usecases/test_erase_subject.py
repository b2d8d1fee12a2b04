"""Erasing goes in an order in which dying half-way leaves nothing behind that nobody would find."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from fakes.outside import ROOT
from fakes.values import TODAY, person, small_map
from throughline.domain.person import Person
from throughline.domain.seal import line_of
from throughline.domain.subject import Erasure, Held, Kept, subject_of
from throughline.errors import Refused
from throughline.usecases.erase_subject import Stores, erase_again, erase_subject
from throughline.usecases.find_subject import find_subject

ADDRESS, RECEIPT = "ros.wren@shop.example", "1234 5678 9012 3456"
LINE = line_of(ROOT, RECEIPT.replace(" ", ""))
HELD = Held((LINE,), (("F#other", "letter#case#1"),), ("Q#1",), person="id-ros")


class KilledError(Exception):
    pass


@dataclass
class Everything:
    """Notes in one list what happens, in its order; dies when it is told to."""

    happened: list[str] = field(default_factory=list)
    dies_at: str = ""
    people: list[Person] = field(default_factory=lambda: [replace(person("ros"), email=ADDRESS), person("ada")])
    names: frozenset[str] = frozenset({LINE, "S#own#r-1", "Q#1"})
    noted: list[Erasure] = field(default_factory=list)
    choices: frozenset[str] = frozenset()

    def _does(self, what: str) -> None:
        if what == self.dies_at:
            raise KilledError
        self.happened.append(what)

    def mark(self, line: str) -> None:
        self._does(f"mark {line}")

    def stored(self, line: str) -> Iterable[str]:
        return [f"inbound/{line}"]

    def erase_line(self, line: str) -> None:
        self._does(f"words {line}")

    def erase_letter(self, line: str, name: str) -> None:
        self._does(f"mail {line} {name}")

    def erase_digests(self, person: str) -> None:
        self._does(f"digests {person}")

    def note(self, erasure: Erasure) -> None:
        self._does("note")
        self.noted.append(erasure)

    def find(self, reference: str) -> Person | None:
        return next((one for one in self.people if reference.lower() in (one.id, one.email)), None)

    def everybody(self) -> Iterable[Person]:
        return self.people

    def under(self, subject: str) -> Held:
        return Held((LINE,)) if subject == subject_of(ROOT, ADDRESS) else Held()

    def stands(self, line: str) -> bool:
        return line in self.names

    def responses(self, response: str) -> tuple[str, ...]:
        return ("S#own#r-1",) if response == "r-1" else ()

    def asides_naming(self, word: str) -> tuple[str, ...]:
        return ("Q#1",) if word == ADDRESS else ()

    def deliveries_naming(self, address: str) -> tuple[str, ...]:
        return ("S#named",) if address == "customer@home.example" else ()


@dataclass
class Mails:
    room: Everything

    def erase(self, key: str) -> None:
        self.room._does(f"raw {key}")


@dataclass
class Staff:
    room: Everything

    def find(self, reference: str) -> Person | None:
        return self.room.find(reference)

    def everybody(self) -> Iterable[Person]:
        return self.room.people

    def chosen(self, person: str, subject: str) -> Iterable[Kept]:  # noqa: ARG002 - nobody of the list chose anything
        return [Kept("choice", subject, {})] if subject in self.room.choices else []

    def erase(self, person: Person, subject: str) -> None:
        self.room._does(f"person {person.id} {subject == subject_of(ROOT, ADDRESS)}")
        self.room.people = [one for one in self.room.people if one != person]


def stores(room: Everything) -> Stores:
    return Stores(ROOT, room, Mails(room), Staff(room))


def erase(room: Everything, held: Held = HELD, today: date = TODAY) -> Erasure:
    return erase_subject(reference=ADDRESS, held=held, by="ada", today=today, erasures=room, stores=stores(room))


def find(reference: str, room: Everything | None = None) -> Held:
    here = room or Everything()
    notify = small_map(cx_manager="cx@shop.example")
    return find_subject(reference=reference, root=ROOT, subjects=here, staff=Staff(here), journey_map=notify)


def test_it_is_written_down_then_marked_then_the_mail_goes_and_the_words_last() -> None:
    room = Everything()
    erase(room)
    assert room.happened == [
        "note",
        f"mark {LINE}",
        f"raw inbound/{LINE}",
        f"words {LINE}",
        "mail F#other letter#case#1",
        "raw inbound/Q#1",
        "words Q#1",
        "digests id-ros",
        "person id-ros True",
        "digests id-ros",
    ]


def test_what_is_written_down_names_nobody() -> None:
    erasure = erase(Everything())
    assert ADDRESS not in repr(erasure)
    assert (erasure.by, erasure.on, erasure.staff) == ("ada", TODAY, True)


@pytest.mark.parametrize(
    "dies_at", [f"mark {LINE}", f"raw inbound/{LINE}", f"words {LINE}", "digests id-ros", "person id-ros True"]
)
def test_what_died_half_way_is_finished_by_a_replay(dies_at: str) -> None:
    room, whole = Everything(dies_at=dies_at), Everything()
    with pytest.raises(KilledError):
        erase(room)
    room.dies_at = ""
    assert erase_again(erasures=room.noted, stores=stores(room)) == 1
    erase(whole)
    assert set(room.happened) == set(whole.happened)


def test_mails_to_a_mailbox_that_the_map_names_are_left() -> None:
    room = Everything()
    erase(room, replace(HELD, mapped=("Packing",)))
    assert [one for one in room.happened if one.startswith("mail ")] == []


@pytest.mark.parametrize(
    ("reference", "held"),
    [
        (RECEIPT, Held((LINE,))),
        (LINE, Held((LINE,))),
        ("Q#1", Held(asides=("Q#1",))),
        ("r-1", Held(("S#own#r-1",))),
        ("Ros.Wren@Shop.Example", Held((LINE,), asides=("Q#1",), person="id-ros")),
        ("id-ros", Held((LINE,), asides=("Q#1",), person="id-ros")),
        ("customer@home.example", Held(("S#named",))),
        ("packing@shop.example", Held(mapped=("Packing",))),
        ("cx@shop.example", Held(mapped=("CX manager",))),
    ],
)
def test_a_reference_leads_to_all_that_is_kept(reference: str, held: Held) -> None:
    assert find(reference) == held


def test_what_they_chose_is_found_though_they_were_erased() -> None:
    code = subject_of(ROOT, "left@shop.example")
    assert find("Left@shop.example", Everything(choices=frozenset({code}))) == Held(choice=code)


@pytest.mark.parametrize("reference", ["", "  ", "0000 0000 0000 0000", "F#nobody", "nobody@shop.example", "r-2"])
def test_nothing_kept_is_said_to_be_nothing(reference: str) -> None:
    with pytest.raises(Refused, match="nothing about this") as refused:
        find(reference)
    assert refused.value.status == 404


def test_a_code_is_the_same_however_the_reference_is_written_and_another_for_another_root() -> None:
    assert subject_of(ROOT, " Ros@Shop.example ") == subject_of(ROOT, "ros@shop.example")
    assert subject_of(ROOT, "ros@shop.example") != subject_of(b"another root", "ros@shop.example")
    assert subject_of(ROOT, "  ") == ""
