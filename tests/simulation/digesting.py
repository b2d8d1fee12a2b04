"""Digests as their handlers wire them: planned for each reader or in chunks, sent in their turns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from fakes import FixedClock, MemoryAtlas, MemoryLedger, Root
from fakes.values import SITE
from simulation.organisation import colleagues, readers
from throughline.adapters.digest_round import Message, Round, RoundDesk, Waiting
from throughline.domain.digest import Digest
from throughline.domain.digest_time import Rhythm
from throughline.domain.person import Person
from throughline.domain.sending import Pace
from throughline.domain.week import Week
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.end_digest import end_digest
from throughline.usecases.plan_chunks import Crowd
from throughline.usecases.plan_digests import plan_digests
from throughline.usecases.send_chunk import ChunkRoom, Press, send_chunk
from throughline.usecases.send_digest import (
    LATER,
    NO_MORE_NOW,
    DigestDesk,
    DigestEnd,
    DigestLinks,
    send_digest,
)

RHYTHM = Rhythm("MON", 9)
SENDER = "line@shop.example"
ALL_SINGLY, FEW_SINGLY = 100, 3
TOGETHER, MOST_A_TURN = 1 / 3, 5


class DigestWords:
    """Writes down what a digest was made of."""

    def write(self, digest: Digest, reader: Person, links: DigestLinks) -> tuple[str, str, str]:
        return f"week {digest.week} for {reader.department}", repr(digest), links.choice


@dataclass
class Digesting:
    """Plans and sends; up to `singles` readers each gets a mail of their own, more get theirs in chunks."""

    ledger: Any
    atlas: Any
    queue: Any
    postbox: Any
    bulk: Any
    editor: DigestEditor
    clock: FixedClock
    rng: Random
    singles: int = ALL_SINGLY
    _press: Press = field(init=False)

    def __post_init__(self) -> None:
        """One worker writes them all."""
        desk = DigestDesk(self.editor, DigestWords(), Root(), SITE, SENDER, standings=self.ledger.standings)
        self._press = Press(desk)

    def plan(self, now: datetime) -> None:
        """As the clock says it is."""
        room, people = self.ledger, self.atlas.directory
        crowd = Crowd(room.chunks, room.sending, self.singles)
        given: dict[str, Any] = {"digests": room.digests, "queue": self.queue, "crowd": crowd}
        plan_digests(now=now, rhythm=RHYTHM, directory=people, editions=self.editor.editions, **given)

    def send(self, message: Mapping[str, Any]) -> None:
        """One digest, or a chunk of them."""
        ports = (self.ledger.sending, self.queue, self.clock.now, self._sent, self._late, self.editor)
        desk = RoundDesk(*ports, sleep=self._sleep, spread=self.rng.random, count=self.ledger.chunks.went)
        batch = Round(desk, [message])
        batch.take(dict(message))
        batch.counted()

    def _sent(self, message: Message, turn: Waiting) -> DigestEnd:
        week, now, room, people = Week.parse(message["week"]), self.clock.now(), self.ledger, self.atlas.directory
        if "chunk" in message:
            hall = ChunkRoom(room.chunks, people, self.bulk, self.queue)
            return send_chunk(week=week, chunk=message["chunk"], press=self._press, room=hall, turn=turn, now=now)
        if not turn.room():
            return DigestEnd(LATER, NO_MORE_NOW)
        turn.used(1)
        given: dict[str, Any] = {"desk": self._press.desk, "digests": room.digests, "directory": people, "now": now}
        return send_digest(week=week, person=message["person"], postbox=self.postbox, **given)

    def _late(self, message: Message, end: DigestEnd) -> None:
        stores = {"digests": self.ledger.digests, "chunks": self.ledger.chunks}
        end_digest(message=message, end=end, now=self.clock.now(), **stores)

    def _sleep(self, seconds: float) -> None:
        self.clock.passes(seconds=seconds)


def go_together(rng: Random, digests: Digesting, ledger: MemoryLedger, atlas: MemoryAtlas) -> None:
    """In one world of three, digests go in chunks, a few mails a turn, to more readers; by a chance of its own."""
    if rng.random() < TOGETHER:
        digests.singles = FEW_SINGLY
        ledger.sending.pace = Pace(rng.randint(1, MOST_A_TURN), timedelta())
        atlas.directory.replace([*readers(), *colleagues()])
