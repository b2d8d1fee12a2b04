"""How mail to an address fares."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reach:
    """What is known of an address, by its code: how often mail came back, whether none will ever arrive."""

    subject: str
    bounces: int = 0
    last: date | None = None
    lasting: bool = False
    complained: bool = False

    def __str__(self) -> str:
        """In a few words."""
        if self.lasting:
            said = f"unreachable since {self.last}"
        elif self.bounces:
            said = f"bounced {self.bounces} times, last on {self.last}"
        else:
            said = "reachable"
        return f"{said}, complained" if self.complained else said


@dataclass(frozen=True, slots=True)
class Asked:
    """A department's address that was asked for a click and has not answered: until then its mail goes to `manager`.

    `subject` and `manager_subject` are the codes of both addresses.
    """

    subject: str
    address: str
    departments: tuple[str, ...]
    on: date
    manager: str = ""
    manager_subject: str = ""
