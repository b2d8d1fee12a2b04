"""What the case page needs to know."""

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
    translations: str
    translated_a_day: int
