"""What the mail service reports of our mails: sent, delivered, bounced, complained."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from mail_outcome.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.digest_round import messages_in
from throughline.adapters.digest_stopped import stopped
from throughline.adapters.environment import from_env
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.usecases.note_outcome import STOPPED, OutcomeDesk, note_outcome
from throughline.usecases.reported_together import ReportedTogether

settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))


def noting(reports: Sequence[Mapping[str, Any]]) -> Callable[[dict[str, Any]], str]:
    """Notes each report of a batch."""
    room = ledger()
    chunks = ReportedTogether(room.chunks, reports)
    stores = (room.letters, room.facts, room.digests, atlas().directory, room.standings)
    desk = OutcomeDesk(*stores, chunks=chunks, sending=room.sending)

    def note(report: dict[str, Any]) -> str:
        noted = note_outcome(report=report, desk=desk, now=room.clock.now())
        if noted.startswith(STOPPED):
            stopped()
        return noted

    return note


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, noting(messages_in(event)))
