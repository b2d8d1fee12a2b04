"""What the door of the managers' pages needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    atlas_table: str
    secret_id: str
    site_url: str
