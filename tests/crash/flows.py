"""Events that meet: every order in which they can be delivered, every overlap of two consumers."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count, permutations, product

from crash.ending import Ending, broken
from crash.faults import Faults, Watch, lived
from crash.flow import Flow
from crash.matrix import Report
from crash.stand import Stand
from crash.wire import When
from crash.world import Delivery, Snapshot, World

ALL_AT_ONCE = Delivery("", {}, "everything under way")


class Explorer:
    """One flow; states that were reached before are not lived through again."""

    def __init__(self, stand: Stand, flow: Flow) -> None:
        self.flow, self.world, self.report = flow, stand.world, Report()
        self.world.restore(stand.beginning)
        self.world.schedule = flow.schedule
        self.events = flow.events(stand)
        self.prepared: Snapshot = self.world.snapshot()
        self.futures: dict[str, Ending] = {}
        self.orders = 0
        self.allowed = [self._one_by_one(order) for order in permutations(self.events)]

    def _one_by_one(self, order: tuple[Delivery, ...]) -> Ending:
        """The ending when each event is done with before the next comes."""
        self.world.restore(self.prepared)
        for event in order:
            self.world.attempt(event)
            self.world.flow()
        return lived(self.world, Faults(self.world), self.futures)

    def _judge(self, about: str, got: Ending, count: int = 0) -> None:
        self.report.runs += 1
        told = not self.world.stream_is_lost and "carry" not in got.dead
        found = [broken(one, got, count + self.flow.faults, stream=told) for one in self.allowed]
        if all(found):
            self.report.found += [f"{self.flow} | {about} | {one}" for one in min(found, key=len)]

    # ── every order ──
    def every_order(self, *, coarse: bool, spare: int = 0) -> None:
        """All orders of whatever is ready; in them, `spare` messages come twice, in any place."""
        self.world.restore(self.prepared)
        self.orders = self._from_here(_Turn(tuple(self.events), spare, coarse), {}, "")

    def _from_here(self, turn: "_Turn", known: dict[str, int], way: str) -> int:
        """How many orders there are from here on."""
        key = f"{turn.spare} {[str(one) for one in turn.events]} {self.world.state()}"
        if key in known:
            return known[key]
        here, orders = self.world.snapshot(), 0
        for choice, after in list(self._choices(turn)):
            self.world.restore(here)
            self._choose(choice, taken=choice not in turn.events and after.spare == turn.spare)
            orders += self._from_here(after, known, f"{way}, {choice}")
        if not orders:
            self._judge(f"in the order{way}", lived(self.world, Faults(self.world), self.futures))
        known[key] = orders or 1
        return known[key]

    def _choose(self, choice: Delivery, *, taken: bool) -> None:
        if choice is ALL_AT_ONCE:
            self.world.flow()
            return
        if taken:
            self.world.take(choice)
        self.world.attempt(choice)

    def _choices(self, turn: "_Turn") -> Iterator[tuple[Delivery, "_Turn"]]:
        for at, event in enumerate(turn.events):
            yield event, replace(turn, events=turn.events[:at] + turn.events[at + 1 :])
        ready = [*self.world.todo[:1], *self.world.ready()]
        if turn.coarse and ready:
            yield ALL_AT_ONCE, turn
            return
        for message in ready:
            yield message, turn
            if turn.spare:
                yield message, replace(turn, spare=turn.spare - 1)

    # ── overlaps ──
    def overlaps(self) -> int:
        """While one consumer is between two calls, another does all of its work: at every point, for every two.

        How often two met.
        """
        runs = self.report.runs
        known: set[tuple[str, str]] = set()
        self.world.restore(self.prepared)
        events = list(self.events)
        while ready := [*events, *self.world.todo[:1], *self.world.ready()]:
            here = self.world.snapshot()
            for first, second in product(ready, ready):  # one may meet its own repeat
                if (str(first), str(second)) not in known:
                    known.add((str(first), str(second)))
                    self._meet(here, events, first, second)
            self.world.restore(here)
            self._choose(ready[0], taken=ready[0] not in events)
            events = [one for one in events if one is not ready[0]]
        return self.report.runs - runs

    def _meet(self, here: Snapshot, events: list[Delivery], first: Delivery, second: Delivery) -> None:
        for number in count():
            for flows in (False, True):
                meeting = Meeting(self.world, number, second, flows=flows)
                self._restored(here, [one for one in (first, second) if one not in events])
                self.world.wire.interrupt = meeting
                self.world.attempt(first)
                self.world.wire.interrupt = None
                if not meeting.met:
                    return
                self.report.points += 1
                self.world.todo += [one for one in events if one not in (first, second)]
                end = lived(self.world, Faults(self.world), self.futures)
                self._judge(f"{meeting} {first}", end)

    def _restored(self, here: Snapshot, taken: list[Delivery]) -> None:
        self.world.restore(here)
        for one in {id(one): one for one in taken}.values():
            self.world.take(one)

    # ── faults on the way ──
    def single(self) -> None:
        """A fault at each point of the whole way, and a stream that is lost for the day."""
        self.world.restore(self.prepared)
        self.world.todo, self.world.insist = list(self.events), True
        begun = self.world.snapshot()
        self.world.wire.interrupt = watch = Watch(self.world)
        self.world.settle()
        for point, differs in watch.points():
            self.report.points += 1
            self.report.runs += not differs
            if differs:
                self.world.restore(begun)
                self.world.wire.interrupt = faults = Faults(self.world, [point])
                self._judge(str(point), lived(self.world, faults, self.futures), 1)
        self.world.restore(begun)
        self.world.stream_is_lost = True
        self._judge("the stream is lost for the day", lived(self.world, Faults(self.world), self.futures), 1)


@dataclass(frozen=True)
class _Turn:
    """Which events have not come, and how many messages may still come twice."""

    events: tuple[Delivery, ...]
    spare: int
    coarse: bool


@dataclass
class Meeting:
    """Runs a second consumer completely before a call of the first, once; `flows` with all that follows from it.

    The moment before a call is the moment after the one before it.
    """

    world: World
    number: int
    second: Delivery
    flows: bool
    met: bool = field(default=False)

    def __str__(self) -> str:
        return f"{self.second}{' and all that follows' if self.flows else ''} before call {self.number + 1} of"

    def __call__(self, number: int, when: When, _name: str) -> None:
        if (number, when) == (self.number, When.BEFORE):
            self.met = True
            with self.world.wire.undisturbed():
                self.world.attempt(self.second)
                if self.flows:
                    self.world.flow()
