"""A batch of digests: sent in its own turns and no others, what is left comes again, nothing is cut off."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from fakes.chunks import MemorySending
from fakes.weeks import MemoryEditions
from throughline.adapters.digest_round import TOO_LATE, Round, RoundDesk, Waiting, deadline_of
from throughline.domain.sending import Pace, Turns, pace_of
from throughline.domain.week import Week
from throughline.errors import Paused
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.preview_digest import CLAIM
from throughline.usecases.send_digest import LATER, NO_MORE_NOW, DigestEnd
from unit.digest.rooms import (
    MONDAY_NINE,
    WEEK,
    HandClock,
    MemoryFigures,
    MemoryMaps,
    MemoryPlaces,
    MemoryQueue,
    MemoryWeeks,
)

SECOND = timedelta(seconds=1)
Message = Mapping[str, Any]


@dataclass
class InTurns(MemorySending):
    """Turns of all workers, one after the other."""

    free: datetime = MONDAY_NINE
    taken_for: list[int] = field(default_factory=list)

    def take(self, sizes: Any, now: datetime) -> Any:
        self.taken_for += sizes
        begins = max(self.free, now)
        self.free = begins + self.pace.turns(sizes) * self.pace.every
        return Turns(begins, self.pace, len(sizes))


@dataclass
class Worker:
    """Sends chunks whose calls take some time; the first may stall."""

    sending: InTurns
    stall: float = 0
    call: float = 0.1
    clock: HandClock = field(default_factory=HandClock)
    queue: MemoryQueue = field(default_factory=MemoryQueue)
    editions: MemoryEditions = field(default_factory=MemoryEditions)
    mails: list[tuple[datetime, int]] = field(default_factory=list)
    told: int = 0
    counted: list[int] = field(default_factory=list)
    deadline: datetime | None = None

    def works(self, *messages: Message, send: Callable[[Message, Waiting], DigestEnd] | None = None) -> list[str]:
        rooms = (MemoryWeeks(), MemoryFigures(), MemoryMaps(), MemoryPlaces(), self.clock, 5)
        editor = DigestEditor(*rooms, editions=self.editions)
        ways = (self.sending, self.queue, self.clock.now, send or self._send, _never, editor, self._sleep)
        desk = RoundDesk(*ways, deadline=self.deadline, tell=self._tell, count=self._count)
        batch = Round(desk, messages)
        ends = [batch.take(dict(message)) for message in messages]
        batch.counted()
        return ends

    def _send(self, message: Message, turn: Waiting) -> DigestEnd:
        turn.fresh()
        left = int(message.get("mails", 1))
        while left:
            room = min(left, turn.room())
            if not room:
                return DigestEnd(LATER, NO_MORE_NOW)
            self.mails.append((self.clock.now(), room))
            turn.used(room)
            left -= room
            self._sleep(self.stall or self.call)
            self.stall = 0
        return DigestEnd("sent")

    def _sleep(self, seconds: float) -> None:
        self.clock.moment += timedelta(seconds=seconds)

    def _count(self, week: Week, mails: int) -> None:
        assert week == WEEK
        self.counted.append(mails)

    def _tell(self) -> None:
        self.told += 1


def _never(message: Message, end: DigestEnd) -> None:
    raise AssertionError((message, end, TOO_LATE))


def asks(**more: Any) -> Message:
    return {"id": "1", "week": str(WEEK), "person": "id-ada", "at": MONDAY_NINE.isoformat(), **more}


def chunks(count: int) -> list[Message]:
    return [asks(chunk=f"c{at}", mails="50") for at in range(count)]


def worst_second(mails: list[tuple[datetime, int]]) -> int:
    return max(sum(count for at, count in mails if begin <= at < begin + SECOND) for begin, _ in mails)


@pytest.mark.parametrize("stall", [0, 4, 10, 70])
@pytest.mark.parametrize("rate", [1, 14, 50])
def test_workers_together_never_exceed_the_rate_whoever_stalls(rate: float, stall: float) -> None:
    sending = InTurns(pace=pace_of(rate))
    first, second = Worker(sending, stall), Worker(sending)
    told = [*first.works(*chunks(2)), *second.works(*chunks(2))]
    assert worst_second([*first.mails, *second.mails]) <= rate
    later = sum(one.startswith("later") for one in told)
    assert later == len(first.queue.messages)
    assert bool(later) == bool(stall)
    assert sum(count for _, count in first.mails) + 50 * later >= 100


def test_where_a_call_takes_longer_than_a_turn_all_go_in_one_round() -> None:
    worker = Worker(InTurns(pace=pace_of(500)), call=0.25)
    assert set(worker.works(*chunks(10))) == {"sent"}


def test_what_would_be_cut_off_comes_again() -> None:
    worker = Worker(InTurns(pace=Pace(50, SECOND)), call=2, deadline=MONDAY_NINE + 3 * SECOND)
    told = worker.works(*chunks(4))
    assert [one.partition(":")[0] for one in told] == ["sent", "sent", "later", "later"]
    assert max(at for at, _ in worker.mails) < MONDAY_NINE + 3 * SECOND
    assert [message["chunk"] for message in worker.queue.messages] == ["c2", "c3"]


def test_the_deadline_leaves_time_for_a_call_and_for_what_is_left() -> None:
    @dataclass
    class Context:
        left: int

        def get_remaining_time_in_millis(self) -> int:
            return self.left

    assert deadline_of(Context(120_000), MONDAY_NINE) == MONDAY_NINE + 100 * SECOND
    assert deadline_of(None, MONDAY_NINE) is None


def test_a_week_that_is_held_takes_nobodys_turn_and_its_preview_goes() -> None:
    worker = Worker(InTurns())
    worker.editions.hold(WEEK, held=True)
    told = worker.works(asks(), asks(person=CLAIM), *chunks(1))
    assert told == ["held: held by the CX manager", "sent", "held: held by the CX manager"]
    assert worker.sending.taken_for == [1]


def test_when_sending_is_paused_others_wait_and_an_operator_is_told() -> None:
    def paused(_message: Message, _turn: Waiting) -> DigestEnd:
        raise Paused("the mail service does not know us as it should")

    worker = Worker(InTurns())
    told = worker.works(asks(), asks(person="id-ben"), send=paused)
    assert {one.partition(":")[0] for one in told} == {"later"}
    assert (worker.told, len(worker.queue.messages)) == (1, 2)


def test_what_went_is_noted_a_hundred_at_a_time_and_the_rest_at_the_end() -> None:
    def taken(message: Message, turn: Waiting) -> DigestEnd:
        turn.took(WEEK, 49)
        return DigestEnd("sent", message["chunk"])

    worker = Worker(InTurns(pace=pace_of(50)))
    worker.works(*chunks(5), send=taken)
    assert worker.counted == [147, 98]


def test_single_ones_count_once_the_mail_service_has_them() -> None:
    ends = iter([DigestEnd("sent", message_id="m1"), DigestEnd("skipped", "off"), DigestEnd("sent", message_id="m2")])
    worker = Worker(InTurns())
    worker.works(*(asks(person=f"id-{at}") for at in range(3)), send=lambda _message, _turn: next(ends))
    assert worker.counted == [2]
