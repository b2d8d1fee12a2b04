"""Plan the digests that are due: a message for each reader whose hour it is, or for each chunk of many readers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from throughline.domain.digest_time import Due, Rhythm, due_in, why_not
from throughline.domain.letter import Posted
from throughline.domain.person import Person
from throughline.domain.week import Week
from throughline.ports import Digests, Directory, Queue
from throughline.usecases.digest_messages import queue_all
from throughline.usecases.plan_chunks import Crowd, plan_chunks, queue_left_over

OPEN = frozenset({Posted.WAITING.value, Posted.CLAIMED.value})
NOT_YET = "it is not their hour"
ON_TIME = "it is their hour"
LATE = "their hour has passed; whoever has not had it yet gets it now"


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
) -> tuple[ZonePlan, ...]:
    """Queue the digests of all zones that are due; the claim before each mail makes planning twice harmless.

    At its own hour a zone is planned whole; in the day after it only those whose digest has not ended,
    so that a missed hour and a sender that died are caught without asking everybody again. With a `crowd`
    whose readers are many, they are planned in chunks.
    """

    @cache
    def ended(week: Week) -> frozenset[str]:
        return frozenset(person for person, outcome in digests.report(week) if outcome not in OPEN)

    together: set[Week] = set()

    def planned(zone: str, due: Due) -> ZonePlan:
        waits = crowd.sending.waits(now) if crowd and due.late else ""
        if waits:  # whoever was planned before waits for the same
            return ZonePlan(zone, 0, waits, due.week)
        readers = readers_of(zone, due, directory)
        if crowd and crowd.together(due.week, directory):
            together.add(due.week)
            count = plan_chunks(zone, readers, due.week, now, crowd, queue)
        else:
            done = ended(due.week) if due.late else frozenset()
            count = queue_all((one for one in readers if one.id not in done), due.week, now, queue)
        return ZonePlan(zone, count, LATE if due.late else ON_TIME, due.week)

    zones = ((zone, due_in(zone, rhythm, now)) for zone in directory.zones())
    plans = tuple(planned(zone, due) if due else ZonePlan(zone, 0, NOT_YET) for zone, due in zones)
    for week in sorted(together):
        if crowd:
            queue_left_over(week, now, crowd, digests, queue)
    return plans


def readers_of(zone: str, due: Due, directory: Directory) -> Iterator[Person]:
    """Everyone in a zone who gets a digest on that day."""
    return (person for person in directory.in_zone(zone) if not why_not(person, due.day))
