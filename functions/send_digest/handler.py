"""Digests that are due: claimed, written, posted, noted; at most one a reader and week, at a pace that all share."""

from functools import cache
from typing import Any

from send_digest.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.digest_desks import editor_of, preview_desk
from throughline.adapters.digest_paper import JinjaDigestPaper
from throughline.adapters.digest_round import Message, Round, RoundDesk, Waiting, deadline_of, messages_in
from throughline.adapters.digest_stopped import stopped
from throughline.adapters.environment import from_env
from throughline.adapters.queue import SqsQueue
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.ses import SesPostbox
from throughline.adapters.ses_bulk import SesBulkPostbox
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.week import Week
from throughline.usecases.end_digest import end_digest
from throughline.usecases.preview_digest import CLAIM, preview_digest
from throughline.usecases.send_chunk import ChunkRoom, Press, send_chunk
from throughline.usecases.send_digest import LATER, NO_MORE_NOW, DigestDesk, DigestEnd, replies_at, send_digest

settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
postbox = cache(lambda: SesPostbox(settings().sender, settings().configuration_set))
bulk = cache(lambda: SesBulkPostbox(settings().sender, settings().configuration_set))
queue = cache(lambda: SqsQueue(settings().digest_queue))


@cache
def desk() -> DigestDesk:
    """Where digests are written."""
    known = settings()
    editor = editor_of(ledger(), atlas(), smallest_group=known.smallest_group, fewest=known.digest_fewest)
    secrets, replies = StackSecrets(known.secret_id), replies_at(known.inbound_domain)
    writes = (editor, JinjaDigestPaper(), secrets, known.site_url, known.sender, replies)
    return DigestDesk(*writes, standings=ledger().standings)


@cache
def press() -> Press:
    """Where what many read is written once."""
    return Press(desk())


def send(message: Message, turn: Waiting) -> DigestEnd:
    """One digest, or a chunk of them; leases run by the clock on the wall, whatever time the plan was made for."""
    week, now = Week.parse(message["week"]), ledger().clock.now
    if message.get("person") == CLAIM:
        look = preview_desk(desk(), ledger(), atlas(), settings().time_zone)
        return preview_digest(week=week, desk=look, digests=ledger().digests, postbox=postbox(), now=now())
    if "chunk" in message:
        room = ChunkRoom(ledger().chunks, atlas().directory, bulk(), queue())
        return send_chunk(week=week, chunk=message["chunk"], press=press(), room=room, turn=turn, now=now())
    if not turn.room():
        return DigestEnd(LATER, NO_MORE_NOW)
    turn.used(1)
    rooms: dict[str, Any] = {"digests": ledger().digests, "directory": atlas().directory, "postbox": postbox()}
    return send_digest(week=week, person=message["person"], desk=desk(), now=now(), **rooms)


def late(message: Message, end: DigestEnd) -> None:
    """It waited too long."""
    end_digest(message=message, end=end, digests=ledger().digests, chunks=ledger().chunks, now=ledger().clock.now())


def handle(event: dict[str, Any], context: Any) -> Any:
    now = ledger().clock.now
    ways = (ledger().sending, queue(), now, send, late, desk().editor)
    ends = deadline_of(context, now())
    batch = Round(RoundDesk(*ways, deadline=ends, tell=stopped, count=ledger().chunks.went), messages_in(event))
    answer = each_message(event, context, batch.take)
    batch.counted()
    return answer
