"""What sending one mail needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    ledger_table: str
    sender: str
    configuration_set: str
    translations: str
    translated_a_day: int
