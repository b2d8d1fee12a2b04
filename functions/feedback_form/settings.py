"""What the form needs to know."""

from dataclasses import dataclass

from throughline.domain.flood import Bounds


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    ledger_table: str
    atlas_table: str
    secret_id: str
    site_url: str
    smallest_group: int
    notes_a_link_an_hour: int
    notes_a_sender_a_day: int

    @property
    def bounds(self) -> Bounds:
        """How many notes a link and a sender may bring."""
        return Bounds(self.notes_a_link_an_hour, self.notes_a_sender_a_day)
