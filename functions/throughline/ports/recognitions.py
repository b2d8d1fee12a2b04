"""What somebody was thanked for, as whoever moderates it sees it."""

from collections.abc import Iterator
from typing import Protocol

from throughline.domain.recognition import Publicity, Thanked, Thanks


class Recognitions(Protocol):
    """Recognitions that a person looks at before others read them."""

    def held(self) -> Iterator[Thanks]:
        """All that wait for that, the oldest first."""

    def find(self, line: str, number: int) -> Thanks | None:
        """One of them, whatever became of it; None when there is none, or it has been erased."""

    def decide(self, thanks: Thanks, before: Publicity, thanked: Thanked | None) -> bool:
        """Put it in place of how it stood, with the mail to whom it is for; False when somebody else was first."""
