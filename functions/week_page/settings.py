"""What the page of a week's good news needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals; `count_readings` is "true" where readings are counted."""

    ledger_table: str
    atlas_table: str
    smallest_group: int
    digest_hour: int
    digest_weekday: str
    time_zone: str
    count_readings: str
