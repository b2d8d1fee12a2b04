"""What the page for a reader's choice needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    atlas_table: str
    secret_id: str
    digest_hour: int
