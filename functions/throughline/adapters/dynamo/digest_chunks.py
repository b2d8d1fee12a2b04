"""Digests that are sent many at a time, in DynamoDB: one item a chunk, with its readers and what became of each.

The mail service's own reports are put into a chunk's set of names, so that whoever takes over from a sender that died
learns by the claim itself whose mail went.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from pynamodb.expressions.update import Action

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.digest_fares import DynamoFares
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.digest_chunk import ENDED, Chunk
from throughline.domain.letter import LEASE, MAX_TRIES, Posted
from throughline.domain.retention import Class, expiry_of, weeks_kept
from throughline.domain.week import Week
from throughline.errors import Unavailable

PLANNING = timedelta(minutes=16)  # longer than a function can run
PLANNED = "planned"


class DynamoChunks(DynamoFares):
    """Each chunk is leased as one; a reader is in at most one chunk of a week."""

    # ── planning ──
    def together(self, week: Week, *, many: bool) -> bool:
        """Whether the week's digests go many at a time: as it was decided first, else as it is `many` now."""
        run = self._run(week)
        if run and run.body:
            return bool(run.body["together"])
        record = self._record
        begun: list[Action] = [record.body.set({"together": many}), self._kept_until()]
        if self._updated(keys.digest_run(week), keys.RUN, begun, record.body.does_not_exist()):
            return many
        decided = self._run(week)
        return bool(decided and decided.body["together"])

    def begin(self, week: Week, zone: str, now: datetime) -> bool:
        """Plan a zone alone; False when somebody does, or it is planned."""
        record = self._record
        free = record.state.does_not_exist() & (record.lease_until.does_not_exist() | (record.lease_until < _at(now)))
        taken: list[Action] = [record.lease_until.set(_at(now + PLANNING)), self._kept_until()]
        return self._updated(keys.digest_run(week), _zone(zone), taken, free) is not None

    def planned(self, week: Week, zone: str) -> None:
        """All readers of the zone are in chunks: nobody plans it again."""
        record = self._record
        self._updated(keys.digest_run(week), _zone(zone), [record.state.set(PLANNED), record.lease_until.remove()])

    def is_planned(self, week: Week, zone: str) -> bool:
        """Whether they are; False while somebody plans it."""
        run = self._run(week, _zone(zone))
        return run is not None and run.state == PLANNED

    def put(self, week: Week, chunks: Iterable[Chunk]) -> None:
        """Write new chunks; only whoever plans the zone alone may."""
        expires = expiry_of(Class.LETTERS, self._clock.now().date())
        with self._record.batch_write() as batch:
            for chunk in chunks:
                pk, state = _partition(week, chunk.id), Posted.WAITING.value
                batch.save(self._record(pk, chunk.id, body=_body(chunk), state=state, expires=expires))

    def of(self, week: Week) -> Iterator[Chunk]:
        """All chunks of a week, as they stand."""
        for at in range(keys.CHUNK_SHARDS):
            for item in self._record.query(keys.chunks(week, at), consistent_read=True):
                yield _chunk(item)

    def still(self, week: Week, taken: int) -> bool:
        """Whether no turn was taken since somebody last asked."""
        run, record = self._run(week), self._record
        self._updated(keys.digest_run(week), keys.RUN, [record.before.set(taken), self._kept_until()])
        return run is not None and run.before == taken

    # ── sending ──
    def claim(self, week: Week, chunk: str, now: datetime) -> Chunk | None:
        """Take a chunk for sending, and learn whose mail went already; None when it is sent or taken."""
        record = self._record
        abandoned = (record.state == Posted.CLAIMED.value) & (record.lease_until < now.timestamp())
        free = (record.state == Posted.WAITING.value) | (abandoned & (record.tries < MAX_TRIES))
        until = record.lease_until.set(_at(now + LEASE))
        taken: list[Action] = [record.state.set(Posted.CLAIMED.value), until, record.tries.add(1)]
        item = self._updated(_partition(week, chunk), chunk, taken, free)
        return _chunk(item) if item else None

    def release(self, week: Week, chunk: Chunk) -> None:
        """Give it back for those whose mail the mail service did not take; what it did take is noted."""
        record = self._record
        back: list[Action] = [record.state.set(Posted.WAITING.value), record.tries.add(-1), *self._news(chunk)]
        self._updated(_partition(week, chunk.id), chunk.id, back, record.state == Posted.CLAIMED.value)

    def noted(self, week: Week, chunk: Chunk) -> None:
        """Keep what is known so far, and the claim: nobody can tell what became of the others."""
        record = self._record
        self._updated(_partition(week, chunk.id), chunk.id, self._news(chunk), record.state == Posted.CLAIMED.value)

    def end(self, week: Week, chunk: Chunk) -> None:
        """Nobody sends it any more."""
        record = self._record
        ended: list[Action] = [record.state.set(ENDED), record.lease_until.remove(), *self._news(chunk)]
        self._updated(_partition(week, chunk.id), chunk.id, ended, record.pk.exists())

    def find(self, week: Week, chunk: str) -> Chunk | None:
        """The chunk as it stands."""
        try:
            return _chunk(self._record.get(_partition(week, chunk), chunk, consistent_read=True))
        except self._record.DoesNotExist:
            return None

    # ── what the mail service reports ──
    def reported(self, week: Week, chunk: str, people: Iterable[str]) -> None:
        """The mails of these readers went, as the mail service says; repeats change nothing.

        Whoever was taken out of the chunk meanwhile is not put back.
        """
        named = frozenset(people)
        if not self._named(week, chunk, named):
            found = self.find(week, chunk)
            self._named(week, chunk, named & set(found.people) if found else frozenset())

    # ── privacy requests ──
    def forget(self, person: str) -> None:
        """Take somebody out of all chunks: their id tells who they are to those who know their address.

        Unavailable while one of theirs is being sent, since its sender would write them down again.
        """
        for week in weeks_kept(Class.LETTERS, self._clock.now().date()):
            self._forget_news(week, person)
            for chunk in self.of(week):
                if person in chunk.people:
                    self._take_out(week, chunk, person)

    def _take_out(self, week: Week, chunk: Chunk, person: str) -> None:
        record, sending = self._record, chunk.state == Posted.CLAIMED.value
        people = tuple(one for one in chunk.people if one != person)
        ends = {one: end for one, end in chunk.ends.items() if one != person}
        news: list[Action] = [record.body.set(_body(replace(chunk, people=people, ends=ends)))]
        news.append(record.names.delete({person}))
        as_read = record.state == chunk.state
        as_read &= record.lease_until == chunk.until if chunk.until else record.lease_until.does_not_exist()
        under_way = sending and not chunk.abandoned(self._clock.now())
        if under_way or not self._updated(_partition(week, chunk.id), chunk.id, news, as_read):
            raise Unavailable("a digest goes out to them just now")

    # ── items ──
    def _named(self, week: Week, chunk: str, people: frozenset[str]) -> bool:
        """Note their mails as gone, if all of them are in the chunk; whether they are."""
        record, there = self._record, self._record.pk.exists()
        for person in sorted(people):
            there &= record.body.contains(person)  # the document's text: a person's id is a word of its own in it
        if not people:
            return True
        return self._updated(_partition(week, chunk), chunk, [record.names.add(set(people))], there) is not None

    def _news(self, chunk: Chunk) -> list[Action]:
        record = self._record
        news: list[Action] = [record.body.set(_body(chunk))]
        return [*news, record.names.add(set(chunk.sent))] if chunk.sent else news


def _partition(week: Week, chunk: str) -> str:
    return keys.chunks(week, keys.shard(chunk, keys.CHUNK_SHARDS))


def _zone(zone: str) -> str:
    return f"zone#{zone}"


def _at(moment: datetime) -> int:
    return int(moment.timestamp())


def _body(chunk: Chunk) -> Mapping[str, object]:
    return {"people": list(chunk.people), "zone": chunk.zone, "ends": dict(chunk.ends)}


def _chunk(item: LedgerRecord) -> Chunk:
    body = item.body
    sent = frozenset(item.names or ())
    ends, until, tries = dict(body["ends"]), int(item.lease_until or 0), int(item.tries or 0)
    return Chunk(item.sk, tuple(body["people"]), body["zone"], str(item.state), until, tries, sent, ends)
