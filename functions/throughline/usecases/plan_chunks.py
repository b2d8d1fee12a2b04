"""Plan the digests of many readers: chunks of them, each reader in one, however often it is planned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from throughline.domain.digest_chunk import Chunk, chunked
from throughline.domain.letter import Posted
from throughline.domain.person import Person
from throughline.domain.week import Week
from throughline.ports import Chunks, Digests, Directory, Queue, Sending
from throughline.usecases.digest_messages import message_for, message_of, put_all

AT_ONCE = 100
OWN_HOURS, SINCE = ", at hours of their own", ", since it was planned"


@dataclass(frozen=True, slots=True)
class Crowd:
    """Where chunks are kept, and how much may go; up to `singles` people each gets a mail of its own."""

    chunks: Chunks
    sending: Sending
    singles: int

    def together(self, week: Week, directory: Directory) -> bool:
        """Whether a week's digests go in chunks; decided once, since a reader must be in one way only."""
        return self.chunks.together(week, many=directory.size() > self.singles)


def at_own_hours(zone: str) -> str:
    """What those of a zone are planned under who chose an hour themselves."""
    return f"{zone}{OWN_HOURS}"


def plan_chunks(
    zone: str, readers: Iterable[Person], week: Week, now: datetime, crowd: Crowd, queue: Queue, *, again: bool = True
) -> int:
    """Write and queue chunks of whoever is in none yet; how many readers.

    One planner at a time has a zone; one that died has left chunks, whose readers the next leaves alone. Those who
    chose an hour themselves are planned hour by hour, so that their zone is never done: its planner's lease ends.
    So are those who joined or moved there since it was planned. Chunks that wait already are queued once more where
    their planner died; else only `again`, which it need not be while nobody may send.
    """
    group = _group(zone, week, now, crowd)
    if not group:
        return 0
    whole = group == zone and not zone.endswith(OWN_HOURS)
    known, waiting = set[str](), list[Chunk]()
    for chunk in crowd.chunks.of(week):
        known.update(chunk.people)
        waiting += [chunk] if (again or whole) and chunk.zone == group and not chunk.until else []
    put_all((message_of(chunk, week, now) for chunk in waiting), queue)
    planned = sum(len(chunk.waiting) for chunk in waiting)
    fresh = chunked((reader for reader in readers if reader.id not in known), group)
    while some := list(islice(fresh, AT_ONCE)):
        crowd.chunks.put(week, some)
        put_all((message_of(chunk, week, now) for chunk in some), queue)
        planned += sum(len(chunk.people) for chunk in some)
    if whole:
        crowd.chunks.planned(week, zone)
    return planned


def _group(zone: str, week: Week, now: datetime, crowd: Crowd) -> str:
    """What readers of a zone are planned under; empty while somebody else plans them."""
    since = f"{zone}{SINCE}"
    if crowd.chunks.begin(week, zone, now):
        return zone
    return since if crowd.chunks.is_planned(week, zone) and crowd.chunks.begin(week, since, now) else ""


def queue_left_over(
    week: Week, now: datetime, crowd: Crowd, digests: Digests, queue: Queue, *, whole: bool = False
) -> int:
    """Queue once more what senders that died have left; how many messages.

    Chunks that nobody began wait in the queue; when nothing has moved for an hour, their messages gave up. Those of a
    week that was held never wait there: all of them are queued when it is to go as a `whole`.
    """
    return put_all(_left_over(week, now, crowd, digests, whole=whole), queue)


def _left_over(week: Week, now: datetime, crowd: Crowd, digests: Digests, *, whole: bool) -> Iterator[dict[str, str]]:
    alone, still = set[str](), crowd.chunks.still(week, crowd.sending.taken()) or whole
    for chunk in crowd.chunks.of(week):
        alone |= chunk.alone
        if chunk.abandoned(now) or (still and chunk.state == Posted.WAITING.value):
            yield dict(message_of(chunk, week, now))
    if alone:
        alone -= {person for person, _ in digests.report(week)}
    yield from (dict(message_for(person, week, now)) for person in sorted(alone))
