"""The devices that may show a department's inbox."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from throughline.domain.letter import Letter


class Sent(StrEnum):
    """What became of a device's wish for a code."""

    NOW = "sent"
    BEFORE = "repeated"
    TOO_MANY = "too many"


class Devices(Protocol):
    """Which devices wait for a code, and since when those that are known count."""

    def line(self, department: str) -> str:
        """The line that a department's codes go out on."""

    def ask(self, department: str, mark: str, letter: Letter, now: datetime) -> Sent:
        """Let the mail with the code go, once a device, and a few times an hour."""

    def tries(self, department: str, mark: str, now: datetime) -> int | None:
        """Take one try; how many are left after it, or None when there is none: too many, too late, or used."""

    def uses(self, department: str, mark: str) -> bool:
        """Use the code up; False when it was before."""

    def known_since(self, department: str) -> datetime | None:
        """What became known before this is asked anew; None when nobody said so."""

    def forget(self, department: str, now: datetime) -> None:
        """Whatever is known now is asked anew."""
