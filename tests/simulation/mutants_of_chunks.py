"""Wrong designs of digests that go in chunks: who is in them, whose mail went, who is told what."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from fakes.chunks import MemoryChunks
from simulation.faults import UnheardError
from simulation.mutants_of_mail import Patches
from throughline.adapters import ses_bulk
from throughline.domain.bundle import Answered, Answers, Bundle, Fate
from throughline.domain.digest_chunk import ENDED, Chunk
from throughline.domain.letter import LEASE, Posted
from throughline.domain.place import Place
from throughline.domain.week import Week
from throughline.usecases import send_chunk as chunking
from throughline.usecases.send_digest import DigestDesk, DigestLinks, links_for


def chunk_without_claim() -> Patches:
    """Whoever is asked for a chunk sends it, unless it has ended."""

    def claim(self: MemoryChunks, week: Week, chunk: str, now: datetime) -> Chunk | None:
        found = self.held[week, chunk]
        if found.state == ENDED:
            return None
        until = int((now + LEASE).timestamp())
        self.held[week, chunk] = taken = replace(found, state=Posted.CLAIMED.value, until=until)
        return taken

    return [(MemoryChunks, "claim", claim)]


def claim_those_who_have_it() -> Patches:
    """A claim does not leave out whose mail was reported."""
    plain = MemoryChunks.claim

    def claim(self: MemoryChunks, week: Week, chunk: str, now: datetime) -> Chunk | None:
        taken = plain(self, week, chunk, now)
        return taken and replace(taken, sent=frozenset())

    return [(MemoryChunks, "claim", claim)]


def send_all_of_it_again() -> Patches:
    """What is given back is given back whole: the next try sends all of it."""

    def release(self: MemoryChunks, week: Week, chunk: Chunk) -> None:
        held = self.held[week, chunk.id]
        self.held[week, chunk.id] = replace(held, state=Posted.WAITING.value, tries=held.tries - 1)

    return [(MemoryChunks, "release", release)]


def give_back_when_unsure() -> Patches:
    """No answer of the call is taken for a no: the chunk goes back to be sent at once."""
    plain = ses_bulk.SesBulkPostbox.post_all

    def post_all(self: ses_bulk.SesBulkPostbox, bundle: Bundle) -> Answers:
        try:
            return plain(self, bundle)
        except UnheardError:
            return [Answered(Fate.LATER, "no answer")] * len(bundle.copies)

    return [(ses_bulk.SesBulkPostbox, "post_all", post_all)]


def take_each_answer_for_a_yes() -> Patches:
    """The call came back: all of it went, whatever is said of each."""
    return [(ses_bulk, "_answered", lambda _result: Answered(Fate.SENT))]


def forget_the_refused() -> Patches:
    """Whom the mail service refuses is noted nowhere."""
    plain = chunking._Batch._noted

    def noted(self: Any, ends: dict[str, str]) -> None:
        plain(self, {one: end for one, end in ends.items() if not end.startswith("refused")})

    return [(chunking._Batch, "_noted", noted)]


def leave_who_goes_alone() -> Patches:
    """Whoever could not go with the others is left where they are."""
    return [(Chunk, "alone", frozenset())]


def plan_it_afresh() -> Patches:
    """Who takes over from a planner that died writes all chunks of the zone once more."""

    def of(self: MemoryChunks, week: Week) -> Iterator[Chunk]:
        del self, week
        return iter(())

    return [(MemoryChunks, "of", of)]


def print_one_link_for_all() -> Patches:
    """What many read has a link in it, and no gap for one."""

    def linked(desk: DigestDesk, week: Week, door: Place | None, _choice: str) -> DigestLinks:
        return links_for(desk, week, door, "for-all")

    return [(chunking, "links_for", linked)]


def tag_the_call_alone() -> Patches:
    """The reports of a call all lead to its first reader."""
    plain = ses_bulk.SesBulkPostbox.post_all

    def post_all(self: ses_bulk.SesBulkPostbox, bundle: Bundle) -> Answers:
        tags = bundle.copies[0].tags
        return plain(self, replace(bundle, copies=tuple(replace(one, tags=tags) for one in bundle.copies)))

    return [(ses_bulk.SesBulkPostbox, "post_all", post_all)]


def end_it_first() -> Patches:
    """Whoever is asked for a chunk ends it, and sends it then."""
    plain = MemoryChunks.claim

    def claim(self: MemoryChunks, week: Week, chunk: str, now: datetime) -> Chunk | None:
        taken = plain(self, week, chunk, now)
        if taken:
            self.held[week, chunk] = replace(taken, state=ENDED)
        return taken

    return [(MemoryChunks, "claim", claim)]
