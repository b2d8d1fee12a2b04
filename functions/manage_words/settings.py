"""What the pages for mantra, lessons and goals need to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    ledger_table: str
    atlas_table: str
    secret_id: str
