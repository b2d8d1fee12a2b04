"""What noting what became of mails needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    ledger_table: str
    atlas_table: str
