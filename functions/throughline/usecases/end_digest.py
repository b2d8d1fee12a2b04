"""End a digest that nobody is to send any more."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from throughline.domain.week import Week
from throughline.ports import Chunks, Digests
from throughline.usecases.send_digest import DigestEnd


def end_digest(*, message: Mapping[str, Any], end: DigestEnd, digests: Digests, chunks: Chunks, now: datetime) -> None:
    """Note of each reader that a message asks for how it ended, unless somebody sends it just now."""
    week = Week.parse(message["week"])
    if "chunk" not in message:
        if digests.claim(week, message["person"], now):
            digests.done(week, message["person"], str(end))
        return
    taken = chunks.claim(week, message["chunk"], now)
    if taken:
        chunks.end(week, replace(taken, ends={**taken.ends, **dict.fromkeys(taken.waiting, str(end))}))
