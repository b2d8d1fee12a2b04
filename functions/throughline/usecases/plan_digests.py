"""Plan the digests that are due: a message for each reader whose hour it is, or for each chunk of many readers."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain

from throughline.domain.digest_time import Due, Rhythm, due_by_hour, due_in, hour_of, why_not
from throughline.domain.letter import Posted
from throughline.domain.person import Person
from throughline.domain.week import Week
from throughline.ports import Digests, Directory, Editions, Queue
from throughline.usecases.digest_messages import queue_all
from throughline.usecases.monthly_digest import is_months_one
from throughline.usecases.plan_chunks import Crowd, at_own_hours, plan_chunks, queue_left_over

OPEN = frozenset({Posted.WAITING.value, Posted.CLAIMED.value})
NOT_YET = "it is not their hour"
ON_TIME = "it is their hour"
LATE = "their hour has passed; whoever has not had it yet gets it now"
CHOSEN = "it is the hour that some chose themselves"


@dataclass(frozen=True, slots=True)
class ZonePlan:
    """What was planned for one time zone, and why."""

    zone: str
    readers: int
    reason: str
    week: Week | None = None


def plan_digests(
    *,
    now: datetime,
    rhythm: Rhythm,
    directory: Directory,
    digests: Digests,
    queue: Queue,
    crowd: Crowd | None = None,
    editions: Editions | None = None,
) -> tuple[ZonePlan, ...]:
    """Queue the digests of all zones that are due; the claim before each mail makes planning twice harmless.

    At its own hour a zone is planned whole; in the day after it only those whose digest has not ended,
    so that a missed hour and a sender that died are caught without asking everybody again. Whoever chose another hour
    is planned at that hour, and in the day after it, so that a choice on the very day neither skips nor doubles the
    week's. With a `crowd` whose readers are many, they are planned in chunks. What the `editions` before told says
    whether the week's is the one that goes to those who asked for one a month.
    """
    planning = _Planning(now, rhythm, directory, digests, queue, crowd, editions)
    plans = tuple(planning.of(zone) for zone in directory.zones())
    for week in sorted(planning.together):
        if crowd:
            queue_left_over(week, now, crowd, digests, queue)
    return plans


def readers_of(zone: str, directory: Directory, *, monthly: bool) -> Iterator[Person]:
    """Everyone in a zone who gets a digest at everybody's hour; `monthly` readers only when it is for them too."""
    people = (person for person in directory.in_zone(zone) if person.hour is None)
    return (person for person in people if not why_not(person, monthly=monthly))


@dataclass
class _Planning:
    """One planning of all zones; `together` are the weeks that were planned in chunks."""

    now: datetime
    rhythm: Rhythm
    directory: Directory
    digests: Digests
    queue: Queue
    crowd: Crowd | None
    editions: Editions | None
    together: set[Week] = field(default_factory=set, init=False)
    _ended: dict[Week, frozenset[str]] = field(default_factory=dict, init=False)
    _monthly: dict[Week, bool] = field(default_factory=dict, init=False)

    def of(self, zone: str) -> ZonePlan:
        """What is due in a zone, at everybody's hour and at the hours that readers chose."""
        usual, own = self._usual(zone), self._own(zone)
        return replace(usual, readers=usual.readers + own.readers) if usual.week else own

    def _usual(self, zone: str) -> ZonePlan:
        due = due_in(zone, self.rhythm, self.now)
        if due is None:
            return ZonePlan(zone, 0, NOT_YET)
        waits = self._waits() if due.late else ""
        readers = readers_of(zone, self.directory, monthly=self._is_monthly(due.week))
        return ZonePlan(
            zone, self._queued(zone, readers, due, waits), waits or (LATE if due.late else ON_TIME), due.week
        )

    def _own(self, zone: str) -> ZonePlan:
        dues = due_by_hour(zone, self.rhythm, self.now)
        late = any(due.late for due in dues.values())
        waits = self._waits() if late else ""
        if waits and not self._together(next(iter(dues.values())).week):
            dues, late, waits = {hour: due for hour, due in dues.items() if not due.late}, False, ""
        if not dues:
            return ZonePlan(zone, 0, NOT_YET)
        due = replace(min(dues.items())[1], late=late)
        people = (one for one in self.directory.at_own_hour(zone) if hour_of(one, self.rhythm) in dues)
        monthly = self._is_monthly(due.week)
        readers = (one for one in people if not why_not(one, monthly=monthly))
        first = next(readers, None)
        if first is None:
            return ZonePlan(zone, 0, NOT_YET)
        count = self._queued(at_own_hours(zone), chain((first,), readers), due, waits)
        return ZonePlan(zone, count, CHOSEN, due.week)

    def _queued(self, group: str, readers: Iterator[Person], due: Due, waits: str) -> int:
        """How many were queued; while sending `waits`, only those in no chunk yet: else their day could end first."""
        if self.crowd and self._together(due.week):
            self.together |= set() if waits else {due.week}
            return plan_chunks(group, readers, due.week, self.now, self.crowd, self.queue, again=not waits)
        if waits:  # whoever was planned before waits for the same
            return 0
        done = self._ended_of(due.week) if due.late else frozenset()
        return queue_all((one for one in readers if one.id not in done), due.week, self.now, self.queue)

    def _is_monthly(self, week: Week) -> bool:
        if week not in self._monthly:
            self._monthly[week] = is_months_one(week, self.rhythm, self.editions)
        return self._monthly[week]

    def _together(self, week: Week) -> bool:
        return self.crowd is not None and self.crowd.together(week, self.directory)

    def _waits(self) -> str:
        return self.crowd.sending.waits(self.now) if self.crowd else ""

    def _ended_of(self, week: Week) -> frozenset[str]:
        if week not in self._ended:
            report = self.digests.report(week)
            self._ended[week] = frozenset(person for person, outcome in report if outcome not in OPEN)
        return self._ended[week]
