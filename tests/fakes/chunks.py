"""Digests that are sent many at a time, and how many may go, in memory."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from throughline.domain.digest_chunk import ENDED, Chunk
from throughline.domain.fetching import Later
from throughline.domain.letter import LEASE, Posted
from throughline.domain.sending import Pace, Sent, Turns
from throughline.domain.week import Week

PAUSE = timedelta(minutes=15)
ENDLESS = Pace(50, timedelta())


@dataclass
class MemoryChunks:
    held: dict[tuple[Week, str], Chunk] = field(default_factory=dict)
    modes: dict[Week, bool] = field(default_factory=dict)
    planners: dict[tuple[Week, str], datetime | None] = field(default_factory=dict)
    seen: dict[Week, int] = field(default_factory=dict)
    bad: dict[Week, set[tuple[str, str]]] = field(default_factory=dict)
    counted: dict[Week, Sent] = field(default_factory=dict)

    def together(self, week: Week, *, many: bool) -> bool:
        return self.modes.setdefault(week, many)

    def begin(self, week: Week, zone: str, now: datetime) -> bool:
        until = self.planners.get((week, zone), now - LEASE)
        if until is None or until >= now:
            return False
        self.planners[week, zone] = now + LEASE
        return True

    def planned(self, week: Week, zone: str) -> None:
        self.planners[week, zone] = None

    def is_planned(self, week: Week, zone: str) -> bool:
        return (week, zone) in self.planners and self.planners[week, zone] is None

    def still(self, week: Week, taken: int) -> bool:
        before, self.seen[week] = self.seen.get(week), taken
        return before == taken

    def put(self, week: Week, chunks: Iterable[Chunk]) -> None:
        self.held |= {(week, chunk.id): chunk for chunk in chunks}

    def of(self, week: Week) -> Iterator[Chunk]:
        return iter([chunk for (of, _), chunk in self.held.items() if of == week])

    def claim(self, week: Week, chunk: str, now: datetime) -> Chunk | None:
        found = self.held.get((week, chunk))
        if found is None:
            return None
        if found.state != Posted.WAITING.value and not (found.abandoned(now) and not found.doubtful(now)):
            return None
        until = int((now + LEASE).timestamp())
        taken = replace(found, state=Posted.CLAIMED.value, until=until, tries=found.tries + 1)
        self.held[week, chunk] = taken
        return taken

    def release(self, week: Week, chunk: Chunk) -> None:
        self._note(week, replace(chunk, tries=chunk.tries - 1), Posted.WAITING.value)

    def noted(self, week: Week, chunk: Chunk) -> None:
        self._note(week, chunk, chunk.state)

    def end(self, week: Week, chunk: Chunk) -> None:
        self._note(week, chunk, ENDED)

    def find(self, week: Week, chunk: str) -> Chunk | None:
        return self.held.get((week, chunk))

    def reported(self, week: Week, chunk: str, people: Iterable[str]) -> None:
        found = self.held.get((week, chunk))
        if found:
            self.held[week, chunk] = replace(found, sent=found.sent | (set(people) & set(found.people)))

    def bad_news(self, week: Week, person: str, *, complaint: bool, known: bool = False) -> Sent:
        news = ("complaint" if complaint else "bounce", person)
        sent, bad = self.fared(week), self.bad.setdefault(week, set())
        counts = news not in bad and not known
        bad.add(news)
        more = (sent.sent, sent.bounced + (counts and not complaint), sent.complained + (counts and complaint))
        self.counted[week] = Sent(*more)
        return self.fared(week)

    def bad_news_of(self, week: Week, person: str) -> tuple[str, ...]:
        return tuple(kind for kind, whose in self.bad_news_in(week) if whose == person)

    def bad_news_in(self, week: Week) -> Iterator[tuple[str, str]]:
        return iter(sorted(self.bad.get(week, set())))

    def went(self, week: Week, mails: int) -> None:
        self.counted[week] = replace(self.fared(week), sent=self.fared(week).sent + mails)

    def fared(self, week: Week) -> Sent:
        return self.counted.get(week, Sent(0))

    def anew(self, week: Week) -> None:
        self.counted[week] = Sent(0)

    def _note(self, week: Week, chunk: Chunk, state: str) -> None:
        sent = self.held[week, chunk.id].sent | chunk.sent
        self.held[week, chunk.id] = replace(chunk, state=state, sent=sent)


@dataclass
class MemorySending:
    """Lets everything go at once, until it is told otherwise."""

    pace: Pace = ENDLESS
    went: int = 0
    later: Later | None = None
    stopped: str = ""

    def take(self, sizes: Sequence[int], now: datetime) -> Turns | Later:
        why = self.waits(now)
        if why:
            return Later(now + PAUSE, why)
        self.went += sum(sizes)
        return Turns(now, self.pace, len(sizes))

    def pause(self, why: str, now: datetime) -> Later:
        self.later = Later(now + PAUSE, why)
        return self.later

    def stop(self, why: str) -> bool:
        fresh, self.stopped = not self.stopped, self.stopped or why
        return fresh

    def go_on(self) -> bool:
        had, self.stopped = bool(self.stopped), ""
        return had

    def waits(self, now: datetime) -> str:
        if self.stopped:
            return self.stopped
        return self.later.reason if self.later and self.later.at > now else ""

    def taken(self) -> int:
        return self.went
