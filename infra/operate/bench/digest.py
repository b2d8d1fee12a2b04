"""What a digest costs a reader when there are many, by `python -m operate.bench.digest`: time, calls to AWS, memory.

The production adapters run over a wire whose other end answers at once: nothing leaves the process, and what is
measured is our own work, with what boto3 and pynamodb make of it.
"""

import os
import time
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

from botocore import handlers

from operate.bench.calls import count_calls, tallied
from operate.bench.digest_costs import READERS as PAID
from operate.bench.digest_costs import cost_figures
from operate.bench.digest_readers import DEPARTMENTS, ZONE, mixed, readers
from operate.bench.far_end import NOW, FarEnd
from operate.bench.figures import Figure, as_table
from operate.bench.pretended import SETTINGS
from throughline.adapters.digest_paper import JinjaDigestPaper
from throughline.adapters.digest_round import Round, RoundDesk, Waiting
from throughline.adapters.ledger_room import LedgerRoom
from throughline.adapters.queue import SqsQueue
from throughline.adapters.ses_bulk import SesBulkPostbox
from throughline.adapters.wiring import AtlasRoom
from throughline.domain.digest_chunk import Chunk, chunked
from throughline.domain.journey import JourneyMap
from throughline.domain.person import Person
from throughline.domain.place import Place
from throughline.domain.recognition import Behind, Change, Thanks
from throughline.domain.sending import Pace, Turns
from throughline.domain.week import Week
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.digest_messages import message_of
from throughline.usecases.send_chunk import ChunkRoom, Press, send_chunk
from throughline.usecases.send_digest import DigestDesk, DigestEnd

WEEK = Week(2026, 47)
READERS, BATCH, ROUNDS = 5000, 10, 3


class Secret:
    """A root of keys."""

    def root(self) -> bytes:
        """Always the same."""
        return b"a root that is only pretended"


@dataclass
class Told:
    """A week with something to tell, and nothing else to look up."""

    def thanks(self, week: Week) -> list[Thanks]:
        """Eight."""
        behind = tuple(Behind(name, "Lead", "They leave the time for it.") for name in DEPARTMENTS[:2])
        words = "He did not have to. He took one end of the sofa and carried it up all four floors, and then smiled."
        return [Thanks(f"F#{at}", 1, words, "Delivery", behind, week.monday(), "a customer", "") for at in range(8)]

    def changes(self, week: Week) -> list[Change]:
        """Four."""
        said, did = "Lamps arrive scratched.", "The foot is now wrapped."
        return [Change(f"F#c{at}", 1, "Packing", "Unpacking", said, did, week.monday(), "") for at in range(4)]


@dataclass
class Still:
    """Nothing counted, one map, one place, and a clock that stands."""

    def week(self, *_asked: object, **_more: object) -> dict[Any, Any]:
        """Nothing."""
        return {}

    each = week

    def current(self) -> JourneyMap:
        """A map with its mantra."""
        return JourneyMap("v1", (), mantra="As if it were ours.")

    def all(self) -> Iterator[Place]:
        """One place."""
        return iter([Place("north", "North", 12)])

    def now(self) -> datetime:
        """Monday at nine."""
        return NOW


@dataclass
class Bench:
    """A sender with many chunks before it."""

    people: list[Person]

    def __post_init__(self) -> None:
        """Everything is warm before it is measured."""
        self.chunks = list(chunked(self.people, ZONE))
        self.far = FarEnd({one.id: one for one in self.people}, {one.id: one for one in self.chunks})
        handlers.BUILTIN_HANDLERS.append(("before-send", self.far))
        self.ledger, self.atlas = LedgerRoom("ledger", clock=Still()), AtlasRoom("atlas", clock=Still())
        self.postbox = SesBulkPostbox("line@shop.example", "digests")
        self.queue = SqsQueue("https://sqs.eu-west-1.amazonaws.com/1/digest")
        still: Any = Still()
        editor = DigestEditor(Told(), still, still, still, still, 5)
        secret: Any = Secret()
        writes = (editor, JinjaDigestPaper(), secret, "https://line.example", "line@shop.example")
        self.press = Press(DigestDesk(*writes, standings=self.ledger.standings))

    def close(self) -> None:
        """The wire leads to AWS again."""
        handlers.BUILTIN_HANDLERS.remove(("before-send", self.far))

    def whole(self) -> None:
        """Each chunk as its function sends it: turns, claim, readers, words, mails, end."""
        for at in range(0, len(self.chunks), BATCH):
            messages = [message_of(chunk, WEEK, NOW) for chunk in self.chunks[at : at + BATCH]]
            ports = (self.ledger.sending, self.queue, lambda: NOW)
            ways = (*ports, self._send, _never, self.press.desk.editor, _no_sleep)
            desk = RoundDesk(*ways, count=self.ledger.chunks.went)
            taken = Round(desk, messages)
            for message in messages:
                assert taken.take(dict(message)).startswith("sent"), message  # noqa: S101 - else it measures nothing
            taken.counted()

    def words_and_mails(self) -> None:
        """The words of each chunk and the call that sends them, alone."""
        people = {one.id: one for one in self.people}
        room = ChunkRoom(_Claimed(self.chunks), _Known(people), self.postbox, self.queue)  # type: ignore[arg-type] # as above
        for chunk in self.chunks:
            turn = Waiting(Turns(NOW, Pace(50, timedelta())), lambda: NOW, _no_sleep)
            send_chunk(week=WEEK, chunk=chunk.id, press=self.press, room=room, turn=turn, now=NOW)

    def _send(self, message: Any, turn: Waiting) -> DigestEnd:
        room = ChunkRoom(self.ledger.chunks, self.atlas.directory, self.postbox, self.queue)
        return send_chunk(week=WEEK, chunk=message["chunk"], press=self.press, room=room, turn=turn, now=NOW)


@dataclass
class _Claimed:
    """Chunks that are ours for the asking."""

    held: list[Chunk]

    def __post_init__(self) -> None:
        self._by_id = {one.id: one for one in self.held}

    def claim(self, _week: Week, chunk: str, _now: datetime) -> Chunk:
        return self._by_id[chunk]

    def end(self, _week: Week, _chunk: Chunk) -> None:
        return


@dataclass
class _Known:
    people: Mapping[str, Person]

    def several(self, people: tuple[str, ...]) -> Iterator[Person]:
        return (self.people[one] for one in people)


def _never(*_given: object) -> None:
    raise AssertionError


def _no_sleep(_seconds: float) -> None:
    return


def micros(act: Callable[[], None], readers_: int) -> float:
    """Microseconds of the processor a reader, the best of some rounds: others share the machine."""
    act()
    took = []
    for _ in range(ROUNDS):
        began = time.process_time()
        act()
        took.append(time.process_time() - began)
    return min(took) / readers_ * 1_000_000


def digest_figures(count: int = READERS) -> Iterator[Figure]:
    """Time, calls and memory a reader."""
    settings = {**SETTINGS, "AWS_MAX_ATTEMPTS": "1"}
    with patch.dict(os.environ, settings):
        bench = Bench(readers(count))
        yield Figure("digest: words and bulk mail, a reader", micros(bench.words_and_mails, count), "us", 100)
        yield Figure("digest: the same with claims and records", micros(bench.whole, count), "us", 400)
        with count_calls() as calls:
            bench.whole()
        each = {name: number / count for name, number in tallied(calls).items()}
        yield Figure("digest: calls to AWS, a reader", len(calls) / count, "calls", 0.1, parts=each)
        yield Figure("digest: memory that grows with readers", _growth(bench), "MiB", 1)
        bench.close()
        yield _of_a_mixed_roster(count)
    yield from cost_figures(readers(PAID))


def _of_a_mixed_roster(count: int) -> Figure:
    """The calls where many read something of their own: places go in gaps, and roles that read the same as one."""
    bench = Bench(mixed(count))
    with count_calls() as calls:
        bench.whole()
    bench.close()
    return Figure("digest: calls to AWS, a reader of 20 departments", len(calls) / count, "calls", 0.1)


def _growth(bench: Bench) -> float:
    """What is still held after as many readers once more."""
    tracemalloc.start()
    bench.whole()
    before = tracemalloc.get_traced_memory()[0]
    bench.whole()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return max(0.0, (after - before) / 2**20)


if __name__ == "__main__":
    print("\n".join(as_table(list(digest_figures()))))
