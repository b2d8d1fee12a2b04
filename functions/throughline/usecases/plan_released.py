"""Plan the digests of a week that was let go so late that no planning of its own day catches them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from throughline.domain.digest_time import CAUGHT_UP, FRESH, Rhythm, due_day, is_known, is_missed, last_out, why_not
from throughline.domain.person import Person
from throughline.domain.week import Week
from throughline.ports import Digests, Directory, Editions, Queue
from throughline.usecases.digest_messages import message_for, queue_all
from throughline.usecases.monthly_digest import is_months_one
from throughline.usecases.plan_chunks import Crowd, at_own_hours, plan_chunks, queue_left_over
from throughline.usecases.plan_digests import OPEN
from throughline.usecases.settle_week import EVERYBODY

WEEKS_BACK = 12  # whether a week is held is known for about as long
RELEASED = "it was let go; whoever's hour has passed gets it now"
Group = tuple[str, Iterator[Person]]


def plan_released(*, now: datetime, desk: "LateDesk", editions: Editions) -> Mapping[Week, int]:
    """Queue what is left of each week that was let go in the last day; how many readers of which.

    New to it are only those whose hour is more than a day ago: everybody else is planned as in any week. In the first
    hour all that waits is queued, later what a planner or a sender that died has left; the claim before each mail makes
    planning twice harmless.
    """
    found = {}
    for week in _weeks_before(now, desk.rhythm):
        freed = editions.let_go_at(week)
        since = now - freed if freed else CAUGHT_UP
        fresh = since < FRESH
        if timedelta() <= since < CAUGHT_UP and (fresh or not desk.crowd.sending.waits(now)):
            monthly = is_months_one(week, desk.rhythm, editions)
            found[week] = desk.plan(week, now, fresh=fresh, monthly=monthly)
            if week <= last_out(desk.zone, desk.rhythm, now):  # its page waited as well
                desk.queue.put([message_for(EVERYBODY, week, now)])
    return found


@dataclass(frozen=True, slots=True)
class LateDesk:
    """What planning works with; `zone` is where the organisation's clock stands."""

    rhythm: Rhythm
    zone: str
    directory: Directory
    digests: Digests
    queue: Queue
    crowd: Crowd

    def plan(self, week: Week, now: datetime, *, fresh: bool, monthly: bool) -> int:
        """Queue what is left of a week, alone or in chunks, as the others of it went; how many readers."""
        missed = self._missed(week, now, monthly=monthly)
        if not self.crowd.together(week, self.directory):
            done = {person for person, outcome in self.digests.report(week) if outcome not in OPEN}
            people = chain.from_iterable(people for _, people in missed)
            return queue_all((one for one in people if one.id not in done), week, now, self.queue)
        planned = [plan_chunks(*group, week, now, self.crowd, self.queue) for group in missed]
        return sum(planned) + queue_left_over(week, now, self.crowd, self.digests, self.queue, whole=fresh)

    def _missed(self, week: Week, now: datetime, *, monthly: bool) -> Iterator[Group]:
        """Those whose hour is so long ago, as they are planned together; no group is empty."""
        for zone in self.directory.zones():
            at_its_hour = (one for one in self.directory.in_zone(zone) if one.hour is None)
            for group, people in ((zone, at_its_hour), (at_own_hours(zone), self.directory.at_own_hour(zone))):
                late = (one for one in people if is_missed(one, week, self.rhythm, now))
                readers = (one for one in late if not why_not(one, monthly=monthly))
                first = next(readers, None)
                if first:
                    yield group, chain((first,), readers)


def _weeks_before(now: datetime, rhythm: Rhythm) -> Iterator[Week]:
    """Those whose digest's day has come somewhere and of which it is known who had it, the latest first."""
    week = Week.of(now.date())
    for _ in range(WEEKS_BACK):
        week = week.previous()
        if due_day(week, rhythm) <= now.date() and is_known(week, rhythm, now.date()):
            yield week
