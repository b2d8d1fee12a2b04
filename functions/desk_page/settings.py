"""What a department's inbox needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    ledger_table: str
    atlas_table: str
    secret_id: str
    site_url: str
    inbound_domain: str
    case_mails_a_day: int
    smallest_group: int
    digest_hour: int
    digest_weekday: str
    time_zone: str
