"""The map, the people and the places of the organisation."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from throughline.domain.journey import JourneyMap
from throughline.domain.person import Person
from throughline.domain.place import Place


class MapStore(Protocol):
    """The journey map, one version in force."""

    def current(self) -> JourneyMap | None:
        """The map in force; None before the first import."""

    def replace(self, journey_map: JourneyMap) -> None:
        """Put another version in force, all of it or nothing."""


class Directory(Protocol):
    """The people who work here."""

    def people(self) -> Iterator[Person]:
        """Everyone who is active."""

    def person(self, person: str) -> Person | None:
        """One person by id."""

    def replace(self, people: Iterable[Person]) -> tuple[int, int, int]:
        """Take over a whole list: how many were added, changed, and left."""

    def zones(self) -> Sequence[str]:
        """The time zones that people live in."""

    def size(self) -> int:
        """About how many people work here."""

    def several(self, people: Sequence[str]) -> Iterator[Person]:
        """Those of these people who are known, by id."""

    def in_zone(self, timezone: str) -> Iterator[Person]:
        """The active people of one zone."""

    def at_own_hour(self, timezone: str) -> Iterator[Person]:
        """Those of them who chose an hour of their own for the digest."""

    def houses(self) -> frozenset[str]:
        """The mail domains that several people of the list share."""

    def choose(self, person: str, digest: str) -> bool:
        """Note how often a person wants the digest; False when there is no such person."""

    def choose_hour(self, person: str, hour: int) -> bool:
        """Note at which hour of their clock a person wants the digest; False when there is no such person."""

    def choose_language(self, person: str, language: str) -> bool:
        """Note in which language a person wants to be written to; False when there is no such person."""

    def choose_naming(self, person: str, naming: str) -> bool:
        """Note whether a person may be named when somebody thanks them; False when there is no such person."""

    def named(self, name: str) -> Sequence[Person]:
        """The active people of that name, blind to case and to spaces more or less."""

    def first_names(self, words: Collection[str]) -> frozenset[str]:
        """Those of these words, in small letters, that are a first name of somebody active."""


class Colleagues(Protocol):
    """The people who work here, as whoever thanks them knows them."""

    def named(self, name: str) -> Sequence[Person]:
        """The active people of that name, blind to case and to spaces more or less."""

    def first_names(self, words: Collection[str]) -> frozenset[str]:
        """Those of these words, in small letters, that are a first name of somebody active."""


class Places(Protocol):
    """The places with a QR poster."""

    def find(self, place: str) -> Place | None:
        """The active place behind a link."""

    def add(self, name: str, staff: int) -> Place:
        """Make a place and its link."""

    def all(self) -> Iterator[Place]:
        """Every place, revoked ones too."""

    def revoke(self, place: str) -> bool:
        """Close a place's link; False when there is no such place."""
