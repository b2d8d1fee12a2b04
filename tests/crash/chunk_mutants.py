"""Wrong designs of digests that go in chunks, for the matrix to find."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from crash.matrix import Matrix
from crash.mutant import Mutant, by
from crash.scenarios import MAILS
from throughline.adapters import ses_bulk
from throughline.adapters.dynamo import digest_chunks as stored
from throughline.domain import digest_chunk as chunks
from throughline.domain.bundle import Answers, Bundle
from throughline.domain.digest_chunk import Chunk
from throughline.domain.week import Week
from throughline.errors import Unavailable

CHUNK = MAILS[-1]


def _takes_all_again(patch: pytest.MonkeyPatch) -> None:
    claim = stored.DynamoChunks.claim

    def all_of_it(self: Any, week: Week, chunk: str, now: datetime) -> Chunk | None:
        taken = claim(self, week, chunk, now)
        return taken and replace(taken, sent=frozenset())

    patch.setattr(stored.DynamoChunks, "claim", all_of_it)


def _gives_back_in_doubt(patch: pytest.MonkeyPatch) -> None:
    post = ses_bulk.SesBulkPostbox.post_all

    def posted(self: Any, bundle: Bundle) -> Answers:
        try:
            return post(self, bundle)
        except Exception as error:
            raise Unavailable("nobody knows") from error

    patch.setattr(ses_bulk.SesBulkPostbox, "post_all", posted)


def _ended_before_sent(patch: pytest.MonkeyPatch) -> None:
    claim = stored.DynamoChunks.claim

    def ended(self: Any, week: Week, chunk: str, now: datetime) -> Chunk | None:
        taken = claim(self, week, chunk, now)
        if taken:
            self.end(week, taken)
        return taken

    patch.setattr(stored.DynamoChunks, "claim", ended)


def _at_most(tries: int, patch: pytest.MonkeyPatch) -> None:
    for where in (stored, chunks):
        patch.setattr(where, "MAX_TRIES", tries)


CHUNK_MUTANTS = (
    Mutant("chunks: a claim takes those whose mail was reported", _takes_all_again, by(CHUNK, Matrix.single)),
    Mutant("chunks: given back though nobody knows", _gives_back_in_doubt, by(CHUNK, Matrix.single)),
    Mutant("chunks: ended, then sent", _ended_before_sent, by(CHUNK, Matrix.single)),
    Mutant("chunks: at most once", lambda patch: _at_most(1, patch), by(CHUNK, Matrix.single)),
    Mutant("chunks: tried for ever", lambda patch: _at_most(99, patch), by(CHUNK, Matrix.stubborn)),
)
