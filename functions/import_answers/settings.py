"""What importing stored exports needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    ledger_table: str
    atlas_table: str
    secret_id: str
    mail_bucket: str
    import_queue: str
