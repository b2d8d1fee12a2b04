"""Send a chunk of digests: claimed as one, written once for all who read the same, each reader's mail at most once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from throughline.domain.bundle import OPEN, Answered, Bundle, Copy, Fate, Printed
from throughline.domain.digest import Digest
from throughline.domain.digest_chunk import ALONE, ENDED, Chunk, content_key
from throughline.domain.digest_time import kept_out
from throughline.domain.person import Person
from throughline.domain.week import Week
from throughline.errors import Paused, Refused, Unavailable
from throughline.ports import BulkPostbox, Chunks, Queue
from throughline.usecases.digest_messages import message_for, put_all
from throughline.usecases.send_digest import (
    IN_DOUBT,
    TAKEN,
    DigestDesk,
    DigestEnd,
    choice_of,
    links_for,
    list_headers,
    own_headers,
    tags_of,
)

MOST_PRINTED = 500
BUSY = DigestEnd("later", "somebody is sending it")


class Turn(Protocol):
    """How many mails may go just now."""

    def fresh(self) -> None:
        """Begin with a turn of one's own."""

    def room(self) -> int:
        """How many may go by the next call; waits until it is at least one."""

    def used(self, mails: int) -> None:
        """So many went."""


class Readers(Protocol):
    """People by their ids."""

    def several(self, people: Sequence[str]) -> Iterator[Person]:
        """Those of these people who are known, by id."""


@dataclass(frozen=True, slots=True)
class ChunkRoom:
    """Where chunks are kept, who is in them, and where their mails go."""

    chunks: Chunks
    directory: Readers
    postbox: BulkPostbox
    queue: Queue


@dataclass
class Press:
    """Writes a digest once for all who read the same."""

    desk: DigestDesk
    _printed: dict[tuple[str, ...], tuple[Digest, Printed]] = field(default_factory=dict, init=False)

    def printed(self, week: Week, reader: Person) -> Printed | None:
        """The words with a gap for the reader's own link; None when there is nothing to celebrate."""
        digest = self.desk.editor.digest(week, department=reader.department, role=reader.role)
        if digest is None:
            return None
        key = (str(week), *content_key(reader))
        known = self._printed.get(key)
        if known is None or known[0] is not digest:
            links = links_for(self.desk, week, reader, OPEN)
            known = (digest, Printed.of(*self.desk.paper.write(digest, reader, links)))
            if len(self._printed) >= MOST_PRINTED:
                self._printed.clear()
            self._printed[key] = known
        return known[1]

    def copy(self, week: Week, reader: Person, chunk: str, now: datetime) -> Copy:
        """What is one reader's own."""
        choice = choice_of(self.desk, reader, now)
        tags = {**tags_of(self.desk, week, reader), "chunk": chunk}
        return Copy(reader.id, reader.email, choice, own_headers(f"{self.desk.site}/u/{choice}"), tags)


def send_chunk(*, week: Week, chunk: str, press: Press, room: ChunkRoom, turn: Turn, now: datetime) -> DigestEnd:
    """Claim it, write it, post it, note what became of each.

    What the mail service did not take is given back; what a crash leaves open is settled by the mail service's own
    reports: the next claim leaves out whoever they name. `later` says that the rest should be tried again.
    """
    taken = room.chunks.claim(week, chunk, now)
    if taken is None:
        return _not_claimed(week, chunk, room, now)
    try:
        batch = _written(week, taken, press, room, now)
    except Exception:
        room.chunks.release(week, taken)
        raise
    later = batch.posted(room.postbox, turn)
    if later:
        room.chunks.release(week, batch.chunk)
        if later is Fate.PAUSED:
            raise Paused(batch.why)
        return DigestEnd("later", batch.why)
    room.chunks.end(week, batch.chunk)
    put_all((message_for(person, week, now) for person in sorted(batch.alone)), room.queue)
    return DigestEnd("sent", f"{len(batch.chunk.sent)} of {len(batch.chunk.people)}")


def _not_claimed(week: Week, chunk: str, room: ChunkRoom, now: datetime) -> DigestEnd:
    doubted = room.chunks.find(week, chunk)
    if doubted is None or doubted.state == ENDED:
        return TAKEN
    if not doubted.doubtful(now):
        return BUSY
    ends = {**doubted.ends, **dict.fromkeys(doubted.waiting, str(IN_DOUBT))}
    room.chunks.end(week, replace(doubted, ends=ends))
    return IN_DOUBT


@dataclass
class _Batch:
    """A chunk under way: what is still to be posted, and what became of the others."""

    chunk: Chunk
    bundles: list[Bundle]
    alone: set[str] = field(default_factory=set)
    why: str = ""

    def posted(self, postbox: BulkPostbox, turn: Turn) -> Fate | None:
        """Post all that may go; what stopped it, if anything did."""
        turn.fresh()
        while self.bundles:
            now, rest = self.bundles.pop().first(turn.room())
            self.bundles += [rest] if rest else []
            turn.used(len(now.copies))
            stopped = self._post(now, postbox)
            if stopped:
                return stopped
        return None

    def _post(self, bundle: Bundle, postbox: BulkPostbox) -> Fate | None:
        try:
            answers = postbox.post_all(bundle)
        except Refused:  # because of one of them, perhaps
            self._noted({copy.person: ALONE for copy in bundle.copies})
            return None
        except Paused as paused:
            self.why = str(paused)
            return Fate.PAUSED
        except Unavailable as away:
            self.why = str(away)
            return Fate.LATER
        told = list(zip((copy.person for copy in bundle.copies), answers, strict=True))
        self.chunk = replace(self.chunk, sent=self.chunk.sent | {one for one, said in told if said.fate is Fate.SENT})
        self._noted({one: ALONE for one, said in told if said.fate is Fate.ALONE})
        self._noted({one: f"refused: {said.why}" for one, said in told if said.fate is Fate.REFUSED})
        return self._stopped(Fate.PAUSED, told) or self._stopped(Fate.LATER, told)

    def _stopped(self, fate: Fate, told: list[tuple[str, Answered]]) -> Fate | None:
        why = next((said.why for _, said in told if said.fate is fate), "")
        self.why = self.why or why
        return fate if why else None

    def _noted(self, ends: dict[str, str]) -> None:
        self.alone |= {person for person, end in ends.items() if end == ALONE}
        self.chunk = replace(self.chunk, ends={**self.chunk.ends, **ends})


def _written(week: Week, chunk: Chunk, press: Press, room: ChunkRoom, now: datetime) -> _Batch:
    """The mails of those who are still to get one, and why the others get none."""
    people = {one.id: one for one in room.directory.several(chunk.waiting)} if chunk.waiting else {}
    ends, groups = dict(chunk.ends), defaultdict[Printed, list[Copy]](list)
    for person in chunk.waiting:
        reader = people.get(person)
        against = kept_out(reader) if reader else "is no longer here"
        printed = press.printed(week, reader) if reader and not against else None
        if reader is None or printed is None:
            ends[person] = f"skipped: {against or press.desk.editor.why_none(week)}"
        else:
            groups[printed].append(press.copy(week, reader, chunk.id, now))
    headers = list_headers(press.desk.sender)
    bundles = [Bundle(printed, tuple(copies), headers, press.desk.replies) for printed, copies in groups.items()]
    return _Batch(replace(chunk, ends=ends), bundles)
