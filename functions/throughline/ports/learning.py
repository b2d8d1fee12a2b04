"""What routing learns from, and what it has learned."""

from collections.abc import Iterator
from typing import Protocol

from throughline.domain.learned import Placed
from throughline.domain.letter import Letter
from throughline.domain.precedent import Precedent
from throughline.domain.week import Week


class Precedents(Protocol):
    """What people decided."""

    def all(self) -> Iterator[Precedent]:
        """Every decision whose words are still kept, in any order."""


class Models(Protocol):
    """What was learned, each under the hash of its content; never changed."""

    def put(self, data: bytes) -> str:
        """Keep it; its name. The same content has the same name."""

    def get(self, name: str) -> bytes:
        """Its content; Unavailable when it can't be had now, Refused when it is gone or not what its name says."""

    def drop(self, name: str) -> None:
        """Forget it; doing it again changes nothing."""


class ModelPointer(Protocol):
    """Which model routes."""

    def current(self) -> Placed | None:
        """The one in place; None before the first."""

    def place(self, placed: Placed) -> bool:
        """Put one in place of the revision before it; False when somebody else was first."""

    def history(self) -> Iterator[Placed]:
        """All that were placed and not forgotten, the newest first."""

    def forget(self, placed: Placed) -> None:
        """Take it out of the history."""


class Shadows(Protocol):
    """Departments whose routing is only shown to the CX manager."""

    def names(self) -> frozenset[str]:
        """The names of all of them, folded."""

    def put(self, department: str) -> None:
        """From now on its mails are held back."""

    def take(self, department: str) -> None:
        """From now on it gets its mails."""


class Mirrors(Protocol):
    """Whether a week's mirror was shown to the map's owner."""

    def line(self, week: Week) -> str:
        """The line that the mail of a week is on."""

    def shown(self, week: Week) -> bool:
        """Whether it was."""

    def show(self, letter: Letter) -> bool:
        """Let the mail go unless it went before."""
