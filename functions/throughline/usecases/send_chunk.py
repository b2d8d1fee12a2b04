"""Send a chunk of digests: claimed as one, written once for all who read the same, each reader's mail at most once."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from throughline.domain.bundle import OPEN, OPEN_DOOR, OPEN_PLACE, Answered, Bundle, Copy, Fate, Printed, fills
from throughline.domain.digest import Digest
from throughline.domain.digest_chunk import ALONE, ENDED, Chunk, rhythm_of
from throughline.domain.digest_time import kept_out
from throughline.domain.person import Person
from throughline.domain.week import Week
from throughline.errors import Paused, Refused, Unavailable
from throughline.ports import BulkPostbox, Chunks, Queue
from throughline.usecases.digest_messages import message_for, put_all
from throughline.usecases.send_digest import (
    BUSY,
    CAME_BACK,
    IN_DOUBT,
    LATER,
    NO_MORE_NOW,
    TAKEN,
    DigestDesk,
    DigestEnd,
    choice_of,
    links_for,
    list_headers,
    out_of_reach,
    own_headers,
    tags_of,
)

MOST_PRINTED = 500


class Turn(Protocol):
    """How many mails may go just now."""

    def fresh(self) -> None:
        """Begin with a turn of one's own."""

    def room(self) -> int:
        """How many may go by the next call; waits until it is at least one. 0 when no more may go for now."""

    def used(self, mails: int) -> None:
        """So many went."""

    def took(self, week: Week, mails: int) -> None:
        """So many of the week's were taken by the mail service."""


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
        """The words with gaps for what is the reader's own; None when there is nothing to celebrate."""
        digest = self.desk.editor.digest(week, department=reader.department, role=reader.role)
        if digest is None:
            return None
        door = self.desk.editor.door_of(week, reader.place)
        placed = (OPEN_PLACE if reader.place else "", OPEN_DOOR if door else "")
        key = (str(id(digest)), reader.language, reader.timezone, rhythm_of(reader), *placed)
        known = self._printed.get(key)
        if known is None or known[0] is not digest:
            links = links_for(self.desk, week, replace(door, id=OPEN_DOOR) if door else None, OPEN)
            anybody = replace(reader, place=placed[0])
            known = (digest, Printed.of(*self.desk.paper.write(digest, anybody, links)))
            if len(self._printed) >= MOST_PRINTED:
                self._printed.clear()
            self._printed[key] = known
        return known[1]

    def copy(self, week: Week, reader: Person, chunk: str, now: datetime) -> Copy:
        """What is one reader's own."""
        choice = choice_of(self.desk, reader, now)
        tags = {**tags_of(self.desk, week, reader), "chunk": chunk}
        door = self.desk.editor.door_of(week, reader.place)
        own = fills(choice, reader.place, door.id if door else "")
        return Copy(reader.id, reader.email, own, own_headers(f"{self.desk.site}/u/{choice}"), tags)


def send_chunk(*, week: Week, chunk: str, press: Press, room: ChunkRoom, turn: Turn, now: datetime) -> DigestEnd:
    """Claim it, write it, post it, note what became of each.

    What the mail service did not take is given back; what a crash leaves open is settled by the mail service's own
    reports: the next claim leaves out whoever they name. `later` says that the rest should be tried again. Whoever it
    fails for alone gets a digest of their own once the chunk has ended, unless an earlier claim may have sent it.
    """
    taken = room.chunks.claim(week, chunk, now)
    if taken is None:
        return _not_claimed(week, chunk, room, now)
    try:
        batch = _written(week, taken, press, room, now)
    except Exception:
        room.chunks.release(week, taken)
        raise
    try:
        later = batch.posted(room.postbox, turn)
    except Exception:  # nobody knows of the last call what it did
        _keep(room.chunks.noted, week, taken, batch.chunk, turn)
        raise
    if later:
        _keep(room.chunks.release, week, taken, batch.chunk, turn)
        if later is Fate.PAUSED:
            raise Paused(batch.why)
        return DigestEnd(LATER, batch.why)
    _keep(room.chunks.end, week, taken, batch.chunk, turn)
    _go_alone(week, batch.chunk, room, now)
    return DigestEnd("sent", f"{len(batch.chunk.sent)} of {len(batch.chunk.people)}")


def _keep(how: Callable[[Week, Chunk], None], week: Week, before: Chunk, after: Chunk, turn: Turn) -> None:
    """Keep what became of it, and count what went."""
    how(week, after)
    went = len(after.sent) - len(before.sent)
    if went:
        turn.took(week, went)


def _not_claimed(week: Week, chunk: str, room: ChunkRoom, now: datetime) -> DigestEnd:
    found = room.chunks.find(week, chunk)
    if found is None:
        return TAKEN
    if found.state != ENDED and not found.doubtful(now):
        return BUSY
    if found.state != ENDED:
        ends = {**found.ends, **dict.fromkeys(found.waiting, str(IN_DOUBT))}
        room.chunks.end(week, replace(found, ends=ends))
    _go_alone(week, found, room, now)  # whoever ended it may have died before this
    return TAKEN if found.state == ENDED else IN_DOUBT


def _go_alone(week: Week, chunk: Chunk, room: ChunkRoom, now: datetime) -> None:
    put_all((message_for(person, week, now) for person in sorted(chunk.alone)), room.queue)


@dataclass
class _Batch:
    """A chunk under way: what is still to be posted, and what became of the others."""

    chunk: Chunk
    bundles: list[Bundle]
    why: str = ""

    def posted(self, postbox: BulkPostbox, turn: Turn) -> Fate | None:
        """Post all that may go; what stopped it, if anything did."""
        turn.fresh()
        while self.bundles:
            room = turn.room()
            if not room:
                self.why = NO_MORE_NOW
                return Fate.LATER
            now, rest = self.bundles.pop().first(room)
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
            self._noted({copy.person: self._alone for copy in bundle.copies})
            return None
        except Paused as paused:
            self.why = str(paused)
            return Fate.PAUSED
        except Unavailable as away:
            self.why = str(away)
            return Fate.LATER
        told = list(zip((copy.person for copy in bundle.copies), answers, strict=True))
        self.chunk = replace(self.chunk, sent=self.chunk.sent | {one for one, said in told if said.fate is Fate.SENT})
        self._noted({one: self._alone for one, said in told if said.fate is Fate.ALONE})
        self._noted({one: f"refused: {said.why}" for one, said in told if said.fate is Fate.REFUSED})
        return self._stopped(Fate.PAUSED, told) or self._stopped(Fate.LATER, told)

    def _stopped(self, fate: Fate, told: list[tuple[str, Answered]]) -> Fate | None:
        why = next((said.why for _, said in told if said.fate is fate), "")
        self.why = self.why or why
        return fate if why else None

    @property
    def _alone(self) -> str:
        """How it ends for whoever has to go alone: a claim before this one may have sent it, and one more is enough."""
        return ALONE if self.chunk.tries == 1 else str(IN_DOUBT)

    def _noted(self, ends: dict[str, str]) -> None:
        self.chunk = replace(self.chunk, ends={**self.chunk.ends, **ends})


def _against(reader: Person | None, lost: Collection[str]) -> str:
    """Why this reader gets none; empty for one who does."""
    if reader is None:
        return "is no longer here"
    return kept_out(reader) or (CAME_BACK if reader.id in lost else "")


def _written(week: Week, chunk: Chunk, press: Press, room: ChunkRoom, now: datetime) -> _Batch:
    """The mails of those who are still to get one, and why the others get none."""
    people = {one.id: one for one in room.directory.several(chunk.waiting)} if chunk.waiting else {}
    ends, groups = dict(chunk.ends), defaultdict[Printed, list[Copy]](list)
    lost = out_of_reach(people.values(), press.desk)
    for person in chunk.waiting:
        reader = people.get(person)
        against = _against(reader, lost)
        printed = press.printed(week, reader) if reader and not against else None
        if reader is None or printed is None:
            ends[person] = f"skipped: {against or press.desk.editor.why_none(week)}"
        else:
            groups[printed].append(press.copy(week, reader, chunk.id, now))
    headers = list_headers(press.desk.sender)
    bundles = [Bundle(printed, tuple(copies), headers, press.desk.replies) for printed, copies in groups.items()]
    return _Batch(replace(chunk, ends=ends), bundles)
