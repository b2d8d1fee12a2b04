"""What managers' sign-in needs to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    atlas_table: str
    secret_id: str
    site_url: str
    sign_in_url: str
    pool_url: str
    issuer: str
    client_id: str
    managers: str
