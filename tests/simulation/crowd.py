"""Very many readers on a simulated clock, whose workers are killed at any call: nobody gets two, nobody gets none.

The mail service takes no more than its rate and its day, whatever the workers do; the product must never ask for more.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from random import Random
from typing import Any
from unittest.mock import patch

from moto import mock_aws

from aws import LEDGER, REGION, make_tables
from fakes import FixedClock, MemoryAtlas, MemoryLedger, Root
from fakes.leases import MemoryDigests
from fakes.values import SITE, small_map
from simulation.crowd_outside import Body, Deaths, Killed, MailService, Mortal, Queue, Words
from simulation.two_years import Weeks
from throughline.adapters.digest_round import Round, RoundDesk, Waiting
from throughline.adapters.dynamo.records import LedgerRecord, bind
from throughline.adapters.dynamo.sending import DynamoSending
from throughline.domain.digest_time import Rhythm
from throughline.domain.person import Person
from throughline.domain.sending import Limits
from throughline.domain.week import Week
from throughline.ports import Sending
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.end_digest import end_digest
from throughline.usecases.plan_chunks import Crowd
from throughline.usecases.plan_digests import plan_digests
from throughline.usecases.send_chunk import ChunkRoom, Press, send_chunk
from throughline.usecases.send_digest import DigestDesk, DigestEnd, send_digest

VISIBLE_AGAIN, LONGEST = timedelta(minutes=12), timedelta(days=8)
ZONE, DEPARTMENTS = "Europe/London", 40
PRETENDED = {
    "AWS_ACCESS_KEY_ID": "pretended",
    "AWS_SECRET_ACCESS_KEY": "pretended",
    "AWS_REGION": REGION,
    "AWS_DEFAULT_REGION": REGION,
}


@dataclass
class CrowdPlay:
    """One week's digests for `readers`; `sending` is the product's own, over any store."""

    readers: int
    limits: Limits
    sending: Callable[[Callable[[], Limits]], Sending]
    kills: int = 0
    seed: int = 1

    def __post_init__(self) -> None:
        """Everybody is on the staff list."""
        rng = Random(self.seed)  # noqa: S311 - chance that can be repeated
        self.clock = FixedClock(datetime.fromisoformat("2026-11-23T09:00:00+00:00"))
        self.mail = MailService(self.clock, rng, self.limits)
        calls = self.readers // 50 * 8
        self.fate = Deaths(frozenset(rng.sample(range(1, calls), self.kills)) if self.kills else frozenset())
        self.queue, self.ledger, self.atlas = Queue(self.clock), MemoryLedger(self.clock), MemoryAtlas()
        self.ledger.digests = MemoryDigests()
        self.atlas.maps.replace(small_map())
        self.atlas.directory.replace(map(self._reader, range(self.readers)))
        self.mortal_sending = self.sending(self.mail.account)
        self.week = Week(2026, 47)
        self._revived()

    def play(self) -> None:
        """Hour by hour, and in between whatever waits, until nothing does."""
        began = hour = self.clock.now()
        while self.clock.now() - began < LONGEST:
            if self.clock.now() >= hour:
                self._survives(partial(self._plan, hour))
                hour += timedelta(hours=1)
            self._reports()
            messages = self.queue.batch()
            if messages:
                self._works(messages)
                continue
            if not self.queue.waiting and not self.mail.reports and self._rests():
                return
            soonest = [hour, *(self.queue.waiting[0][:1] if self.queue.waiting else ())]
            self.clock.moment = max(min(soonest), self.clock.now())

    def broken(self) -> Iterator[str]:
        """Where it did not go as promised."""
        got = self.mail.got
        yield from (f"{person} got {times}" for person, times in got.items() if times > 1)
        missing = self.readers - len(got)
        yield from ([f"{missing} got none"] if missing else [])
        yield from ([f"over the rate {self.mail.over_rate} times"] if self.mail.over_rate else [])
        yield from ([f"over the day {self.mail.over_quota} times"] if self.mail.over_quota else [])

    def _rests(self) -> bool:
        return all(not chunk.waiting or chunk.state == "ended" for chunk in self.ledger.chunks.of(self.week))

    def _works(self, messages: list[Body]) -> None:
        handled = list[Body]()

        def work() -> None:
            ports = (self.ports["sending"], self.ports["queue"])
            desk = RoundDesk(*ports, self.clock.now, self._send, self._late, self.desk.editor, self._sleep)
            batch = Round(desk, messages)
            for message in messages:
                batch.take(dict(message))
                handled.append(message)

        if not self._survives(work):  # the whole batch comes again
            self.queue.put(messages, delay=int(VISIBLE_AGAIN.total_seconds()))

    def _survives(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except Killed:
            self._revived()
            return False
        return True

    def _revived(self) -> None:
        """A new worker, that knows nothing yet."""
        ports = {"queue": self.queue, "sending": self.mortal_sending, "chunks": self.ledger.chunks}
        ports |= {"digests": self.ledger.digests, "postbox": self.mail, "directory": self.atlas.directory}
        self.ports: dict[str, Any] = {name: Mortal(port, self.fate) for name, port in ports.items()}
        maps, places, figures = self.atlas.maps, self.atlas.places, self.ledger.figures
        editor = DigestEditor(Weeks(), figures, maps, places, self.clock, 5)
        self.desk = DigestDesk(editor, Words(), Root(), SITE, "line@shop.example")
        self.press = Press(self.desk)

    def _plan(self, at: datetime) -> None:
        crowd = Crowd(self.ports["chunks"], self.ports["sending"], singles=100)
        given = {"directory": self.atlas.directory, "digests": self.ports["digests"], "queue": self.ports["queue"]}
        plan_digests(now=at, rhythm=Rhythm(), crowd=crowd, **given)

    def _send(self, message: Body, turn: Waiting) -> DigestEnd:
        week, now = Week.parse(message["week"]), self.clock.now()
        if "chunk" in message:
            room = ChunkRoom(self.ports["chunks"], self.ports["directory"], self.ports["postbox"], self.ports["queue"])
            return send_chunk(week=week, chunk=message["chunk"], press=self.press, room=room, turn=turn, now=now)
        turn.room()
        turn.used(1)
        given = {name: self.ports[name] for name in ("digests", "directory", "postbox")}
        return send_digest(week=week, person=message["person"], desk=self.desk, now=now, **given)

    def _late(self, message: Body, end: DigestEnd) -> None:
        stores = {"digests": self.ports["digests"], "chunks": self.ports["chunks"]}
        end_digest(message=message, end=end, now=self.clock.now(), **stores)

    def _sleep(self, seconds: float) -> None:
        self.clock.passes(seconds=seconds)

    def _reports(self) -> None:
        while self.mail.reports and self.mail.reports[0][0] <= self.clock.now():
            _, chunk, people = self.mail.reports.popleft()
            self.ledger.chunks.reported(self.week, chunk, people)

    def _reader(self, number: int) -> Person:
        department = f"Department {number % DEPARTMENTS}"
        return Person(f"{number:07}", "R", f"r{number}@shop.example", department, timezone=ZONE)


def played(readers: int, kills: int) -> dict[str, Any]:
    """Digests for so many readers, on an account whose day does not hold them all; what broke."""
    limits = Limits(rate=500, daily=max(1000, readers * 0.7), sent=0)
    with mock_aws(), patch.dict(os.environ, PRETENDED):
        make_tables()
        record = bind(LedgerRecord, LEDGER)
        play = CrowdPlay(readers, limits, lambda account: DynamoSending(record, account), kills)
        began = play.clock.now()
        play.play()
        took = (play.clock.now() - began) / timedelta(hours=1)
    return {"readers": readers, "killed": play.fate.deaths, "hours": round(took, 1), "broken": list(play.broken())}
