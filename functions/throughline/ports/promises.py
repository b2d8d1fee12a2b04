"""What was promised and is not kept yet, and what departments were told of it."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from throughline.domain.recalling import HeldMail, Telling, Waiting


class Promises(Protocol):
    """A department's open cases, and the mails about all of them."""

    def waiting(self, department: str) -> Iterator[Waiting]:
        """A department's open cases, those due first coming first; one that moved just now may look as before.

        Nothing that nobody signed is among them while the mail about it stands still.
        """

    def held(self, department: str) -> Iterator[HeldMail]:
        """The mails about single cases that wait to be told of in one, those whose quiet is over."""

    def told(self, department: str, day: date) -> frozenset[str]:
        """The names of the mails about all its cases that a department had on a day."""

    def tell(self, telling: Telling) -> bool:
        """Write all of it or nothing; False when such a mail is written, or what it tells of has changed."""
