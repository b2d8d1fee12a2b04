"""Two years of digests in forty time zones, hour by hour, while the scheduler stammers, misses hours or comes late."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from fakes import FixedClock, MemoryAtlas, MemoryLedger, MemoryPostbox, MemoryQueue, Root
from fakes.leases import Lease, MemoryDigests
from fakes.values import SITE, small_map
from fakes.weeks import MemoryEditions
from simulation.digesting import DigestWords
from throughline.domain.digest_time import WEEKDAYS, Rhythm, due_day, hour_of, hours_to_choose
from throughline.domain.person import Person
from throughline.domain.recognition import Change, Thanks
from throughline.domain.week import Week
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.plan_digests import plan_digests
from throughline.usecases.send_digest import DigestDesk, send_digest

# Half hours, quarter hours, both hemispheres, clocks that change at midnight or by half an hour, the date line.
ZONES = (
    *("Pacific/Pago_Pago", "Pacific/Honolulu", "Pacific/Marquesas", "America/Anchorage", "America/Los_Angeles"),
    *("America/Denver", "America/Chicago", "America/Havana", "America/New_York", "America/Caracas"),
    *("America/Halifax", "America/Asuncion", "America/Santiago", "America/St_Johns", "America/Sao_Paulo"),
    *("America/Nuuk", "Atlantic/Azores", "UTC", "Europe/London", "Africa/Casablanca", "Europe/Berlin", "Africa/Cairo"),
    *("Asia/Beirut", "Europe/Helsinki", "Asia/Tehran", "Asia/Dubai", "Asia/Kabul", "Asia/Karachi", "Asia/Kolkata"),
    *("Asia/Kathmandu", "Asia/Yangon", "Asia/Singapore", "Australia/Eucla", "Asia/Tokyo", "Australia/Adelaide"),
    *("Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Kiritimati"),
)
FIRST = date(2026, 1, 5)
WEEKS = 104
HOUR = timedelta(hours=1)
LATENESS = timedelta(hours=6)
QUIET_EVERY = 13
CHANGES_MIND = 0.1


class Scheduler(StrEnum):
    """What the scheduler does wrong, every hour anew."""

    TWICE = "fires twice"
    MISSES = "misses hours"
    LATE = "comes 6 hours late"


@dataclass
class Weeks:
    """Something to celebrate in each week but every thirteenth."""

    def thanks(self, week: Week) -> Sequence[Thanks]:
        """One."""
        day = week.monday()
        return [] if is_quiet(week) else [Thanks("F#1", 1, "Thank you.", "", (), day, "a customer", "")]

    def changes(self, week: Week) -> Sequence[Change]:  # noqa: ARG002 - none here
        """None."""
        return []


class DigestsByWeek(MemoryDigests):
    """The fake, kept by week: two years of it are many."""

    def __init__(self) -> None:
        super().__init__()
        self._by_week: dict[Week, dict[str, Lease]] = defaultdict(dict)

    def claim(self, week: Week, person: str, now: datetime) -> bool:
        claimed = super().claim(week, person, now)
        self._by_week[week][person] = self._leases[week, person]
        return claimed

    def report(self, week: Week) -> Iterator[tuple[str, str]]:
        return iter([(person, lease.state) for person, lease in self._by_week[week].items()])


@dataclass
class Years:
    """One organisation with a reader in each zone, and others who want its digest once a month or at another hour.

    Some change that hour again and again, on the very day too, before and after their digest.
    """

    rhythm: Rhythm = field(default_factory=Rhythm)
    zones: tuple[str, ...] = ZONES
    weeks: int = WEEKS
    clock: FixedClock = field(default_factory=FixedClock)
    sent: dict[tuple[str, Week], list[datetime]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Everybody at their desk."""
        self.walls = {zone: ZoneInfo(zone) for zone in self.zones}  # zones that nobody holds are read from disk anew
        self.atlas = MemoryAtlas()
        weekly = [Person(zone, zone, f"{at}@shop.example", "IT", timezone=zone) for at, zone in enumerate(self.zones)]
        self.readers = {one.id: one for one in weekly}
        monthly = [replace(one, id=f"{one.id} monthly", digest="monthly") for one in weekly[::8]]
        own = [replace(one, id=f"{one.id} at 22", hour=22) for one in weekly[::4]]
        self.restless = [replace(one, id=f"{one.id} restless") for one in weekly[::8]]
        self.readers |= {one.id: one for one in (*monthly, *own, *self.restless)}
        self.atlas.directory.replace(self.readers.values())
        self.atlas.maps.replace(small_map())
        self.digests, self.queue, self.postbox = DigestsByWeek(), MemoryQueue(), MemoryPostbox()
        figures = MemoryLedger(self.clock).figures
        rooms = (Weeks(), figures, self.atlas.maps, self.atlas.places, self.clock, 5)
        editor = DigestEditor(*rooms, editions=MemoryEditions(), directory=self.atlas.directory)
        self.desk = DigestDesk(editor, DigestWords(), Root(), SITE, "line@shop.example")

    def pass_by(self, scheduler: Scheduler, seed: int = 0) -> None:
        """Hour by hour, from the first week to the last."""
        rng = Random(seed)  # noqa: S311 - chance that can be repeated
        for meant, at in firings(self.hours(), scheduler, seed):
            self.clock.moment = at
            self._change_their_minds(rng)
            ports: dict[str, Any] = {"directory": self.atlas.directory, "digests": self.digests, "queue": self.queue}
            plan_digests(now=meant, rhythm=self.rhythm, editions=self.desk.editor.editions, **ports)
            self._work_off()

    def _change_their_minds(self, rng: Random) -> None:
        for one in self.restless:
            if rng.random() < CHANGES_MIND:
                self.atlas.directory.choose_hour(one.id, rng.choice(hours_to_choose(self.rhythm)))

    def hours(self) -> Iterator[datetime]:
        """Every full hour in UTC, a week more than the digests need."""
        begins = datetime.combine(FIRST, time(), UTC)
        return (begins + HOUR * at for at in range((self.weeks + 1) * 7 * 24))

    def _work_off(self) -> None:
        for message in self.queue.messages:
            before, (week, person) = len(self.postbox.sent), (Week.parse(message["week"]), message["person"])
            self._send(week, person)
            self.sent[person, week] += [self.clock.now()] * (len(self.postbox.sent) - before)
        self.queue.messages.clear()
        self.postbox.sent.clear()

    def _send(self, week: Week, person: str) -> None:
        given: dict[str, Any] = {"digests": self.digests, "directory": self.atlas.directory, "postbox": self.postbox}
        send_digest(week=week, person=person, desk=self.desk, now=self.clock.now(), **given)

    def broken(self, scheduler: Scheduler, seed: int = 0) -> Iterator[str]:
        """Where it did not go as promised: exactly one mail, at the first firing once the reader's hour had come."""
        fired = list(firings(self.hours(), scheduler, seed))
        for person in self.readers.values():
            zone = self.walls[person.timezone]
            mornings = iter(sorted((meant, at) for meant, at in fired))
            for week in self.due_weeks():
                day = week.monday() + timedelta(days=7 + WEEKDAYS.index(self.rhythm.weekday))
                hour = hour_of(person, self.rhythm)
                wanted = [_first_at(mornings, zone, day, hour)] if self._gets(person, week) else []
                told = self.sent.get((person.id, week), [])
                if told != wanted and not (person in self.restless and len(told) == len(wanted)):
                    yield f"{person.id} had the digest of {week} at {told}, not at {wanted}"

    def due_weeks(self) -> list[Week]:
        """Those whose digest is due while the years last."""
        return [Week.of(FIRST + timedelta(weeks=at)) for at in range(self.weeks - 1)]

    def quiet_weeks(self) -> list[Week]:
        """Those without anything to celebrate."""
        return [week for week in self.due_weeks() if is_quiet(week)]

    def _gets(self, person: Person, week: Week) -> bool:
        return not is_quiet(week) and (person.digest != "monthly" or week in self.monthly_weeks())

    def monthly_weeks(self) -> Collection[Week]:
        """Of each month the first that had something to celebrate."""
        weeks = [Week.of(FIRST).previous(), *self.due_weeks()]  # the years begin on the very day of another's digest
        told = (week for week in reversed(weeks) if not is_quiet(week))
        return {due_day(week, self.rhythm).replace(day=1): week for week in told}.values()


def is_quiet(week: Week) -> bool:
    """Whether a week had nothing to celebrate."""
    return week.monday().toordinal() // 7 % QUIET_EVERY == 0


def firings(hours: Iterator[datetime], scheduler: Scheduler, seed: int) -> Iterator[tuple[datetime, datetime]]:
    """The time that each firing is meant for, and when it comes."""
    rng = Random(seed)  # noqa: S311 - chance that can be repeated
    missed = False
    for hour in hours:
        if scheduler is Scheduler.TWICE:
            yield hour, hour
            yield hour, hour + timedelta(seconds=30)
        elif scheduler is Scheduler.LATE:
            yield hour, hour + LATENESS
        else:
            missed = not missed and rng.random() < 0.5
            if not missed:
                yield hour, hour


def _first_at(firings_left: Iterator[tuple[datetime, datetime]], zone: ZoneInfo, day: date, hour: int) -> datetime:
    """When the first firing comes that is meant for a moment at which the wall shows this hour, or later."""
    wanted = datetime.combine(day, time(hour))
    return next(at for meant, at in firings_left if meant.astimezone(zone).replace(tzinfo=None) >= wanted)


def results(rhythms: Sequence[Rhythm], **told: Any) -> Mapping[str, tuple[int, list[str]]]:
    """How many digests went and what was broken, for each thing that the scheduler does wrong."""
    found: dict[str, tuple[int, list[str]]] = {}
    for rhythm in rhythms:
        for scheduler in Scheduler:
            years = Years(rhythm, **told)
            years.pass_by(scheduler)
            count = sum(map(len, years.sent.values()))
            found[f"{rhythm.weekday} {rhythm.hour}, {scheduler}"] = (count, list(years.broken(scheduler)))
    return found
