"""One organisation under a virtual clock: what may happen next, and how it all comes to rest."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

from fakes import FixedClock, MemoryAtlas
from simulation.digesting import go_together
from simulation.doors import Doors
from simulation.erasing import Privacy
from simulation.faults import CrashError, Nature
from simulation.folk import Folk
from simulation.functions import DIGEST, OUTCOME, Functions
from simulation.mailservice import MailService, Run
from simulation.moderating import Moderator
from simulation.organisation import PLACES, maps, readers
from simulation.queues import SimQueue
from simulation.stream import Stream, StreamedLedger
from simulation.weather import Late, Weather, weather_of
from throughline.usecases.carry_records import LETTERS, MEANING, ROUTE, TALLY

BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
WEEKS = 104
HOUR = timedelta(hours=1)
BATCH = 10
MANY, FEW = 1_000_000, 2


class World:
    """Everything of one simulation."""

    def __init__(self, seed: int, weather: Weather | None = None) -> None:
        self.rng = Random(seed)  # noqa: S311 - chance that can be repeated is what this is for
        begins = BEGIN + timedelta(hours=self.rng.randrange(WEEKS * 7 * 24))
        self.clock = FixedClock(begins)
        self.nature = Nature(self.rng, weather or weather_of(self.rng), self._meanwhile)
        self.stream = Stream(self.clock, self.nature)
        self.ledger = StreamedLedger(self.clock, self.stream)
        self.ledger.recognitions.most = FEW
        self.ledger.single_mails.most = MANY  # a month of promises has its own test: here each mail is followed
        self.atlas = MemoryAtlas()
        self.queues = {name: self._queue(name) for name in (ROUTE, LETTERS, TALLY, MEANING, DIGEST, OUTCOME)}
        self.mail = MailService(self.clock, self.nature, self.queues[OUTCOME], self._this_run)
        self.functions = Functions(self.ledger, self.atlas, self.mail, self.queues, self.clock, self.nature)
        self.atlas.directory.replace(readers())
        go_together(Random(f"crowd {seed}"), self.functions.digests, self.ledger, self.atlas)  # noqa: S311 - as above
        places = [self.atlas.places.add(name, staff) for name, staff in PLACES]
        if self.rng.random() < 0.9:
            self.atlas.maps.replace(maps()[0])
        self.doors = Doors(self.functions, places)
        self.folk = Folk(self.functions, self.ledger, self.atlas)
        self.moderator = Moderator(self.functions, self.ledger, self.atlas)
        self.steps = 0
        self.moments = 0
        self.privacy = Privacy(self.ledger, self.nature, lambda: self.moments)
        self.late: list[Late] = []
        self.runs: list[Run] = []
        self.told: list[str] | None = None

    # ── one step ──
    def step(self) -> None:
        """Something happens, by chance."""
        self.steps += 1
        happening = self.rng.choices(*self._may_happen())[0]
        if self.told is not None:
            self.told.append(f"{self.steps:4} {self.clock.now():%a %d %b %H:%M} {happening.__name__}")
        self.survives(happening)

    def survives(self, act: Callable[[], object]) -> bool:
        """Let somebody do something; whether it came to its end."""
        self.runs.append(self._new_run())
        try:
            act()
            self.runs[-1].ended_well = True
        except CrashError:
            self._tell("it died")
        except Exception as error:  # noqa: BLE001 - whatever fails comes again, as in a function
            self._tell(f"it failed: {error!r}")
        return self.runs.pop().ended_well

    def _may_happen(self) -> tuple[list[Callable[[], None]], list[int]]:
        weights: dict[Callable[[], None], int] = {
            self.doors.something_new: 25,
            self.doors.something_again: 5,
            self.delivers: 40,
            self.carries: 25,
            self.folk.opens_a_page: 8,
            self.folk.sends_a_page: 10,
            self.folk.decides: 5,
            self.folk.chooses: 1,
            self.moderator.moderates: 4,
            self.moderator.names_themselves: 2,
            self.folk.changes_the_map: 1,
            self.privacy.erases: 1,
            self.the_erased_go_on: 1,
            self.minutes_pass: 8,
            self.hour_strikes: 8,
            self.night_passes: 5,
        }
        return list(weights), list(weights.values())

    def _meanwhile(self) -> None:
        """What may happen in the middle of something else: another worker, another person."""
        others = [self.delivers] * 6 + [self.carries, self.folk.sends_a_page, self.folk.decides] * 3
        self.survives(self.rng.choice([*others, self.privacy.erases, self.moderator.moderates]))

    def the_erased_go_on(self) -> None:
        """Whoever was erased answers more, and their case, which nobody erased, goes on."""
        gone = [line for line in self.privacy.erasing.gone if self.ledger.lines[line].cases]
        if gone:
            line = self.rng.choice(gone)
            self.doors.something_more(line)
            self.folk.hands_on(line)

    # ── functions that are driven ──
    def delivers(self) -> None:
        """A queue with something in it hands a few messages to its function."""
        ready = [one for one in self.queues.values() if one.has_some()]
        if ready:
            self.hand_out(self.rng.choice(ready), self.rng.randint(1, BATCH))

    def hand_out(self, queue: SimQueue, most: int) -> None:
        """Those that are handled are gone; those that fail come again; if the function dies, all do."""
        handle = self.functions.handling[queue.name]
        taken, handled = queue.take(most), []
        for message in taken:
            run = self._new_run()
            self.runs.append(run)
            try:
                handle(message.body)
                run.ended_well = True
                handled.append(message)
                self.mail.heard(message.body, self.moments)
            except Exception as error:  # noqa: BLE001 - as above
                self._tell(f"{queue.name} failed: {error!r}")
            finally:
                self.runs.pop()
        queue.done(handled)

    def carries(self) -> None:
        """The stream hands a batch to its function."""
        shard = self.rng.choice([one for one in self.stream.shards if not one.busy] or [None])
        batch = self.stream.next_batch(shard, self.rng.randint(1, 20)) if shard else []
        if not shard or not batch:
            return
        shard.busy = True
        carried = False
        try:
            self.functions.carry(batch)
            carried = True
        finally:
            shard.busy = False
            if carried:
                self.stream.carried(shard, len(batch))
            else:
                self.stream.failed_again(shard, len(batch))

    def minutes_pass(self) -> None:
        """A while."""
        self.clock.passes(minutes=self.rng.randint(1, 40))

    def night_passes(self) -> None:
        """Some hours in which only clocks are awake, up to a weekend."""
        for _ in range(self.rng.choice((8, 14, 30, 62))):
            self.hour_strikes()

    def hour_strikes(self) -> None:
        """The next full hour, after some work: schedules fire, twice, late or not at all."""
        for _ in range(self.rng.randint(0, 4)):
            self.survives(self.carries)
            self.survives(self.delivers)
        now = self.clock.now().replace(minute=0, second=0) + HOUR
        self.clock.moment = now + timedelta(seconds=self.rng.randint(0, 50))
        weather, happens = self.nature.weather, self.nature.happens
        due = [one.meant for one in self.late if one.due <= now]
        self.late = [one for one in self.late if one.due > now]
        if happens(weather.late_schedule):
            self.late.append(Late(now, now + HOUR * self.rng.randint(1, 6)))
        elif not happens(weather.unscheduled):
            due += [now] * (2 if happens(weather.duplicate) else 1)
        for meant in due:
            self.fires(meant)

    def fires(self, meant: datetime) -> None:
        """All schedules, as of the time that they were meant for."""
        self.survives(lambda: self.functions.sweep(meant))
        self.survives(lambda: self.functions.digests.plan(meant))
        self.survives(lambda: self.functions.tell_themes(meant))

    # ── coming to rest ──
    def calms(self, hours: int = 5) -> None:
        """All trouble ends; whatever waits is worked off, as hours pass."""
        self.nature.calms()
        self.privacy.finishes()
        self.ledger.sending.go_on()
        self.counts_again()
        for _ in range(hours):
            self.works_off()
            self.hour_strikes()
        self.works_off()
        self.morning_comes()

    def morning_comes(self) -> None:
        """What was kept for a morning goes out on it."""
        now = self.clock.now()
        self.clock.moment = max([now, *(datetime.fromisoformat(due) + HOUR for due in self.ledger.waits.values())])
        self.hour_strikes()
        self.works_off()

    def counts_again(self) -> None:
        """Somebody releases what could not be counted: it lies where the operator is told of it, and nowhere else."""
        self.queues["tally"].release()

    def works_off(self) -> None:
        """Until nothing moves any more, reports that are late included."""
        while self._moves():
            waiting = [message for queue in self.queues.values() for message in queue.waiting]
            latest = max((one.visible for one in waiting), default=self.clock.now())
            self.clock.moment = max(self.clock.now(), latest)

    def _moves(self) -> bool:
        busy = False
        for shard in self.stream.shards:
            while batch := self.stream.next_batch(shard, 100):
                self.functions.carry(batch)
                self.stream.carried(shard, len(batch))
                busy = True
        for queue in self.queues.values():
            while queue.has_some():
                self.hand_out(queue, 100)
                busy = True
        return busy or any(queue.waiting for queue in self.queues.values())

    def _queue(self, name: str) -> SimQueue:
        return SimQueue(name, self.clock, self.nature)

    def _this_run(self) -> Run:
        return self.runs[-1] if self.runs else self._new_run()

    def _new_run(self) -> Run:
        self.moments += 1
        return Run(self.moments)

    def _tell(self, what: str) -> None:
        if self.told is not None:
            self.told.append(f"       {what}")
