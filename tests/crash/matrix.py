"""Takes scenarios apart: every call, both ends, every kind of fault, one to three deliveries afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from crash.ending import Ending, broken
from crash.faults import Faults, Point, Watch, each_point, lived
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import VISIBLE_AGAIN, Delivery, Snapshot, Weather

DELIVERIES = (1, 2, 3)
OUTAGE = timedelta(minutes=90)  # longer than a stream tries
MENDED = timedelta(hours=3)
AT_ONCE = timedelta(minutes=1)
INTAKES = ("feedback_mail", "event_arrived", "mail_outcome", "import_answers")


@dataclass
class Report:
    """How much was tried, and what was found wanting."""

    points: int = 0
    runs: int = 0
    found: list[str] = field(default_factory=list)


class Matrix:
    """One scenario, prepared once and run as often as there are ways for it to go wrong."""

    def __init__(self, stand: Stand, scenario: Scenario) -> None:
        self.scenario, self.world = scenario, stand.world
        self.world.restore(stand.beginning)
        self.world.schedule = scenario.schedule
        self.delivery = Delivery(scenario.function, scenario.prepare(stand))
        self.prepared: Snapshot = self.world.snapshot()
        self.report = Report()
        self._futures: dict[str, Ending] = {}
        self.untouched = self._lived(Faults(self.world))
        self._begin(faults := Faults(self.world))
        self.calls = list(self.world.wire.calls)
        self.expected = self._lived(faults)

    # ── one run ──
    def _begin(self, faults: Faults, weather: Weather = Weather.TOLD, least_hours: int = 0) -> str:
        """The delivery that meets the faults; the state it leaves."""
        world = self.world
        world.restore(self.prepared)
        world.weather, world.least_hours, world.wire.interrupt = weather, least_hours, faults
        world.attempt(self.delivery)
        return world.state()

    def _lived(self, faults: Faults) -> Ending:
        return lived(self.world, faults, self._futures)

    def _again(self, times: int) -> None:
        """The same event comes so often afterwards; a queue's own second try is one of them."""
        wait = VISIBLE_AGAIN if self.delivery.records else AT_ONCE
        again = Delivery(self.scenario.function, self.delivery.event, wait=wait)
        self.world.todo += [again] * (times - len(self.world.todo))

    def _judge(self, about: str, got: Ending, count: int) -> None:
        self.report.runs += 1
        found = broken(self.expected, got, count + self.scenario.faults, stream="carry" not in got.dead)
        self.report.found += [f"{self.scenario} | {about} | {one}" for one in found]

    # ── all the ways ──
    def single(self) -> None:
        """Every point, every kind, and nothing at all; one to three deliveries afterwards."""
        known: dict[str, Snapshot] = {}
        for point in (None, *each_point(len(self.calls))):
            self.report.points += point is not None
            faults = self._faults(points=[point] if point else [])
            state = self._begin(faults)
            if state in known:  # it leaves what another point left
                self.report.runs += len(DELIVERIES)
                continue
            known[state] = self.world.snapshot()
            for deliveries in DELIVERIES:
                self.world.restore(known[state])
                self._again(deliveries)
                self._judge(f"{self._named(point)}, {deliveries} more", self._lived(faults), 1 if point else 0)

    def outages(self) -> None:
        """Each call that the function makes is refused for longer than streams and queues try.

        A person who was told so comes again another day; what a queue gave up is handed in again.
        """
        for name in dict.fromkeys(self.calls):
            self.report.points += 1
            faults = self._faults(refused=name, lasts=OUTAGE)
            self._begin(faults, least_hours=3)
            if self.delivery.function in INTAKES:
                self.world.todo.append(Delivery(self.delivery.function, self.delivery.event, wait=OUTAGE))
            got = self._lived(faults)
            if self.delivery.records or "time" in self.delivery.event or got != self.untouched:
                self._judge(f"refused: {name}", got, 1)

    def weathers(self) -> None:
        """Every point, while reports of the mail service come late or never: two faults at once."""
        for weather in (Weather.LATE, Weather.LOST):
            self._begin(nothing := self._faults(), weather)
            self._judge(f"reports {weather}", self._lived(nothing), 1)
            for point in self._that_differ(self._watched(self.prepared)):
                self._begin(faults := self._faults(points=[point]), weather)
                self._again(1)
                self._judge(f"{point}, reports {weather}", self._lived(faults), 2)

    def pairs(self) -> None:
        """Two points in one run: the second anywhere after the first, sweeps and reports included."""
        for first in self._that_differ(self._watched(self.prepared)):
            self._begin(self._faults(points=[first]))
            begun = self.world.snapshot()
            for second in self._that_differ(self._watched(begun, through=True)):
                self.world.restore(begun)
                self.world.wire.interrupt = faults = Faults(self.world, [second])
                self._judge(f"{first}, then {second}", self._lived(faults), 2)

    def _watched(self, begun: Snapshot, *, through: bool = False) -> Watch:
        """The points that a run passes from there: its one delivery, or all until it rests."""
        self.world.restore(begun)
        self.world.wire.interrupt = watch = Watch(self.world)
        if through:
            self.world.settle()
        else:
            self.world.attempt(self.delivery)
        return watch

    def _that_differ(self, watch: Watch) -> Iterator[Point]:
        """The points to strike at; those that leave what another leaves are counted with it."""
        for point, differs in list(watch.points()):
            self.report.points += 1
            self.report.runs += not differs
            if differs:
                yield point

    def stubborn(self) -> None:
        """Whoever makes a call dies right after it until that is mended, with the reports of sent mail and without."""
        for weather in (Weather.TOLD, Weather.LOST):
            for name in dict.fromkeys(self.calls):
                self.report.points += 1
                faults = self._faults(deadly=name, lasts=MENDED)
                self._begin(faults, weather, least_hours=4)
                self._judge(f"always dies after {name}, reports {weather}", self._lived(faults), 2)

    def in_doubt(self) -> Ending:
        """The ending when every sender dies as soon as the mail is out, and no report ever comes."""
        by = next(name for name in self.calls if name.startswith("sesv2.Send"))
        faults = self._faults(deadly=by, lasts=MENDED)
        self._begin(faults, Weather.LOST, least_hours=4)
        return self._lived(faults)

    def _named(self, point: Point | None) -> str:
        return f"{point}, {self.calls[point.number]}" if point else "nothing wrong"

    def _faults(self, **what: object) -> Faults:
        self.world.restore(self.prepared)
        return Faults(self.world, **what)  # type: ignore[arg-type]
