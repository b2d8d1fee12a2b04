"""What the mail service reports of our mails: sent, delivered, bounced, complained."""

from functools import cache
from typing import Any

from mail_outcome.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.environment import from_env
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.usecases.note_outcome import note_outcome

settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))


def note(report: dict[str, Any]) -> str:
    """One report."""
    room = ledger()
    return note_outcome(report=report, letters=room.letters, digests=room.digests, directory=atlas().directory)


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, note)
