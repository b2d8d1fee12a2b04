"""What the page of the week's digest needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    ledger_table: str
    atlas_table: str
    secret_id: str
    site_url: str
    inbound_domain: str
    smallest_group: int
    digest_fewest: int
    digest_weekday: str
    digest_hour: int
    time_zone: str
