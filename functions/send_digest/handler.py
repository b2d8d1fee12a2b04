"""Digests that are due: claimed, written, posted, noted; at most one a reader and week."""

from functools import cache
from typing import Any

from send_digest.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.digest_paper import JinjaDigestPaper
from throughline.adapters.environment import from_env
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.ses import SesPostbox
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.week import Week
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.send_digest import DigestDesk, send_digest

settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
postbox = cache(lambda: SesPostbox(settings().sender, settings().configuration_set))


@cache
def desk() -> DigestDesk:
    """Where digests are written."""
    room, known = ledger(), settings()
    editor = DigestEditor(room.weeks, room.figures, atlas().maps, atlas().places, room.clock, known.smallest_group)
    return DigestDesk(editor, JinjaDigestPaper(), StackSecrets(known.secret_id), known.site_url, known.sender)


def send(message: dict[str, Any]) -> str:
    """One digest; leases run by the clock on the wall, whatever time the plan was made for."""
    end = send_digest(
        week=Week.parse(message["week"]),
        person=message["person"],
        desk=desk(),
        digests=ledger().digests,
        directory=atlas().directory,
        postbox=postbox(),
        now=ledger().clock.now(),
    )
    return str(end)


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, send)
