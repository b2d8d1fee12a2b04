"""Plan the digests that are due: a message for each reader whose hour it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import islice

from throughline.domain.digest_time import Due, Rhythm, due_in, why_not
from throughline.domain.letter import Posted
from throughline.domain.person import Person
from throughline.domain.week import Week
from throughline.ports import Digests, Directory, Queue

AT_ONCE = 10
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
    *, now: datetime, rhythm: Rhythm, directory: Directory, digests: Digests, queue: Queue
) -> tuple[ZonePlan, ...]:
    """Queue the digests of all zones that are due; the claim before each mail makes planning twice harmless.

    At its own hour a zone is planned whole; in the day after it only those whose digest has not ended,
    so that a missed hour and a sender that died are caught without asking everybody again.
    """

    @cache
    def ended(week: Week) -> frozenset[str]:
        return frozenset(person for person, outcome in digests.report(week) if outcome not in OPEN)

    plans = []
    for zone in directory.zones():
        due = due_in(zone, rhythm, now)
        if due is None:
            plans.append(ZonePlan(zone, 0, NOT_YET))
            continue
        done = ended(due.week) if due.late else frozenset()
        readers = (one for one in readers_of(zone, due, directory) if one.id not in done)
        planned = queue_all(readers, due.week, now, queue)
        plans.append(ZonePlan(zone, planned, LATE if due.late else ON_TIME, due.week))
    return tuple(plans)


def readers_of(zone: str, due: Due, directory: Directory) -> Iterator[Person]:
    """Everyone in a zone who gets a digest on that day."""
    return (person for person in directory.in_zone(zone) if not why_not(person, due.day))


def queue_all(readers: Iterator[Person], week: Week, now: datetime, queue: Queue) -> int:
    """Queue a message for each reader, a few at a time; how many."""
    planned = 0
    while some := [message_for(person, week, now) for person in islice(readers, AT_ONCE)]:
        queue.put(some)
        planned += len(some)
    return planned


def message_for(person: Person, week: Week, now: datetime) -> Mapping[str, str]:
    """The message that asks for one digest; its id is the same however often it is planned."""
    return {"id": f"digest:{week}:{person.id}", "week": str(week), "person": person.id, "at": now.isoformat()}
