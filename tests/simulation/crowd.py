"""Very many readers on a simulated clock, whose workers are killed at any call: nobody gets two, nobody gets none.

The mail service takes no more than its rate and its day, whatever the workers do; the product must never ask for more.
"""

import heapq
import json
import os
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from random import Random
from typing import Any
from unittest.mock import patch

from moto import mock_aws

from aws import LEDGER, REGION, make_tables
from fakes import FixedClock, MemoryAtlas, MemoryLedger, Root
from fakes.leases import MemoryDigests
from fakes.values import SITE, small_map
from simulation.two_years import Weeks
from throughline.adapters.digest_round import Round, RoundDesk, Waiting
from throughline.adapters.dynamo.records import LedgerRecord, bind
from throughline.adapters.dynamo.sending import DynamoSending
from throughline.domain.bundle import Answered, Answers, Bundle, Fate
from throughline.domain.digest import Digest
from throughline.domain.digest_time import Rhythm
from throughline.domain.letter import Mail
from throughline.domain.person import Person
from throughline.domain.sending import Limits
from throughline.domain.week import Week
from throughline.ports import Sending
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.end_digest import end_digest
from throughline.usecases.plan_chunks import Crowd
from throughline.usecases.plan_digests import plan_digests
from throughline.usecases.send_chunk import ChunkRoom, Press, send_chunk
from throughline.usecases.send_digest import DigestDesk, DigestEnd, DigestLinks, send_digest

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
BATCH, VISIBLE_AGAIN, LONGEST = 10, timedelta(minutes=12), timedelta(days=8)
ZONE, DEPARTMENTS = "Europe/London", 40
FAILS = 0.0005
PRETENDED = {
    "AWS_ACCESS_KEY_ID": "pretended",
    "AWS_SECRET_ACCESS_KEY": "pretended",
    "AWS_REGION": REGION,
    "AWS_DEFAULT_REGION": REGION,
}
Body = Mapping[str, Any]


class Killed(BaseException):
    """The worker is gone."""


@dataclass
class Deaths:
    """When workers die: at these calls, counted from the first."""

    deadly: frozenset[int]
    calls: int = 0
    deaths: int = 0

    def call(self) -> None:
        """One end of a call."""
        self.calls += 1
        if self.calls in self.deadly:
            self.deaths += 1
            raise Killed


class Mortal:
    """A port at both ends of whose calls a worker may die."""

    def __init__(self, port: object, fate: Deaths) -> None:
        self._port, self._fate = port, fate

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._port, name)
        return self._called(found) if callable(found) else found

    def _called(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*given: Any, **named: Any) -> Any:
            self._fate.call()
            answer = call(*given, **named)
            self._fate.call()
            return answer

        return called


class Words:
    """The same for all who read the same."""

    def write(self, digest: Digest, reader: Person, links: DigestLinks) -> tuple[str, str, str]:
        return f"week {digest.week}", links.choice, f"<p>{reader.department}</p>"


@dataclass
class Queue:
    """Messages, each from when it can be seen."""

    clock: FixedClock
    waiting: list[tuple[datetime, int, Body]] = field(default_factory=list)
    _number: Iterator[int] = field(default_factory=count)

    def put(self, messages: Sequence[Body], *, delay: int = 0) -> None:
        for message in messages:
            body = json.loads(json.dumps(message))
            heapq.heappush(self.waiting, (self.clock.now() + SECOND * delay, next(self._number), body))

    def batch(self) -> list[Body]:
        """The next few that can be seen."""
        now, taken = self.clock.now(), list[Body]()
        while self.waiting and self.waiting[0][0] <= now and len(taken) < BATCH:
            taken.append(heapq.heappop(self.waiting)[2])
        return taken


@dataclass
class MailService:
    """Takes mails, counts them, and reports later that it did; now and then it fails for one."""

    clock: FixedClock
    rng: Random
    limits: Limits
    got: Counter[str] = field(default_factory=Counter)
    reports: deque[tuple[datetime, str, list[str]]] = field(default_factory=deque)
    over_rate: int = 0
    over_quota: int = 0
    _second: deque[tuple[datetime, int]] = field(default_factory=deque)
    _day: deque[tuple[datetime, int]] = field(default_factory=deque)
    _in_day: int = 0

    def post(self, mail: Mail) -> str:
        self._taken(1)
        self.got[mail.tags["person"]] += 1
        return "ses"

    def post_all(self, bundle: Bundle) -> Answers:
        fails = {one.person for one in bundle.copies if self.rng.random() < FAILS}
        sent = [one.person for one in bundle.copies if one.person not in fails]
        self._taken(len(sent))
        self.got.update(sent)
        self.reports.append((self.clock.now() + SECOND * 60, bundle.copies[0].tags["chunk"], sent))
        return [Answered(Fate.ALONE if one.person in fails else Fate.SENT) for one in bundle.copies]

    def account(self) -> Limits:
        """What it allows; it knows of what it took a minute late."""
        self._forget()
        late = sum(mails for at, mails in self._day if at > self.clock.now() - SECOND * 60)
        return Limits(self.limits.rate, self.limits.daily, self._in_day - late)

    def _taken(self, mails: int) -> None:
        now = self.clock.now()
        self._second.append((now, mails))
        self._day.append((now, mails))
        self._in_day += mails
        self._forget()
        self.over_rate += sum(mails for _, mails in self._second) > self.limits.rate
        self.over_quota += self._in_day > self.limits.daily

    def _forget(self) -> None:
        now = self.clock.now()
        while self._second and self._second[0][0] <= now - SECOND:
            self._second.popleft()
        while self._day and self._day[0][0] <= now - DAY:
            self._in_day -= self._day.popleft()[1]


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
            desk = RoundDesk(
                self.ports["sending"], self.ports["queue"], self.clock.now, self._send, self._late, self._sleep
            )
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
