"""The messages that ask for digests; their ids are the same however often they are planned."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice

from throughline.domain.digest_chunk import Chunk
from throughline.domain.person import Person
from throughline.domain.week import Week
from throughline.ports import Queue

AT_ONCE = 10
Message = Mapping[str, str]


def queue_all(readers: Iterator[Person], week: Week, now: datetime, queue: Queue) -> int:
    """Queue a message for each reader, a few at a time; how many."""
    return put_all((message_for(person.id, week, now) for person in readers), queue)


def put_all(messages: Iterable[Message], queue: Queue) -> int:
    """Queue messages, a few at a time; how many."""
    waiting, count = iter(messages), 0
    while some := list(islice(waiting, AT_ONCE)):
        queue.put(some)
        count += len(some)
    return count


def message_for(person: str, week: Week, now: datetime) -> Message:
    """One reader's digest."""
    return {"id": f"digest:{week}:{person}", "week": str(week), "person": person, "at": now.isoformat()}


def message_of(chunk: Chunk, week: Week, now: datetime) -> Message:
    """The digests of a chunk of readers; `mails` is how many."""
    told = {"id": f"digest:{week}:{chunk.id}", "week": str(week), "chunk": chunk.id, "at": now.isoformat()}
    return {**told, "mails": str(len(chunk.waiting))}
