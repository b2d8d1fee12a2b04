"""What reading stored mail needs to know."""

from dataclasses import dataclass

from throughline.domain.flood import Bounds


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment, each name in capitals."""

    ledger_table: str
    atlas_table: str
    secret_id: str
    site_url: str
    mail_bucket: str
    sender: str
    inbound_domain: str
    case_mails_a_day: int
    notes_a_sender_a_day: int

    @property
    def bounds(self) -> Bounds:
        """How many notes a sender may bring; mail has no link."""
        return Bounds(sender_a_day=self.notes_a_sender_a_day)
