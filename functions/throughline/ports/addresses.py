"""Departments' addresses that have to say once that they are the right ones."""

from collections.abc import Iterator
from typing import Protocol

from throughline.domain.letter import Letter
from throughline.domain.reach import Asked


class Addresses(Protocol):
    """Those that were asked and have not answered."""

    def ask(self, asked: Asked, letter: Letter | None) -> None:
        """Note it in place of what was noted, and let the mail go unless it went before, both or neither."""

    def asked(self, subject: str) -> Asked | None:
        """What is noted of an address; None once it answered, or was never asked."""

    def waiting(self) -> Iterator[Asked]:
        """All that have not answered."""

    def settle(self, subject: str) -> bool:
        """It answered, or need not any more; whether it was waited for."""
