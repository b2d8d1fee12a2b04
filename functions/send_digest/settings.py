"""What sending one digest needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    ledger_table: str
    atlas_table: str
    secret_id: str
    site_url: str
    sender: str
    smallest_group: int
    configuration_set: str
    digest_queue: str
    digest_fewest: int
    time_zone: str
    inbound_domain: str
