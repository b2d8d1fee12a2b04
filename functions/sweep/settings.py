"""What the hourly sweep needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    ledger_table: str
    route_queue: str
    letters_queue: str
    tally_queue: str
    read_queue: str
    meaning_queue: str
