"""What surrounds the workers that write to a crowd: deaths, the queue, the mail service, plain words."""

import heapq
import json
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from fakes import FixedClock
from throughline.domain.bundle import Answered, Answers, Bundle, Fate
from throughline.domain.digest import Digest
from throughline.domain.letter import Mail
from throughline.domain.person import Person
from throughline.domain.sending import Limits
from throughline.usecases.send_digest import DigestLinks

SECOND = timedelta(seconds=1)


DAY = timedelta(days=1)


BATCH = 10


FAILS = 0.0005


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
