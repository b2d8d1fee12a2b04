"""What planning digests needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    ledger_table: str
    atlas_table: str
    digest_queue: str
    digest_hour: int
    digest_weekday: str
    digest_singles: int
    time_zone: str
