"""What the mail service reports of our mails: sent, delivered, bounced, complained."""

from functools import cache
from typing import Any

from mail_outcome.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.environment import from_env
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.usecases.note_outcome import OutcomeDesk, note_outcome

settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))


def note(report: dict[str, Any]) -> str:
    """One report."""
    room = ledger()
    desk = OutcomeDesk(room.letters, room.facts, room.digests, atlas().directory, room.standings)
    return note_outcome(report=report, desk=desk, now=room.clock.now())


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, note)
