"""Move what the ledger announced to the queues that want it, all of a batch or nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from throughline.domain.case_tally import COUNTED
from throughline.ports import Queue

ROUTE, LETTERS, TALLY, READ, MEANING = "route", "letters", "tally", "read", "meaning"
ORDER = (
    TALLY,
    LETTERS,
    READ,
    MEANING,
    ROUTE,
)  # routing clears what a sweep finds a fact by: by then, the others must have theirs
WANTED_BY = {
    "feedback.received": (ROUTE,),
    "answer.received": (ROUTE, TALLY),
    "feedback.parked": (MEANING,),
    "letter.waiting": (LETTERS,),
    "delivery.received": (READ,),
    **{f"case.{name}": (TALLY,) for name in ("routed", "reopen", *(action.value for action in COUNTED))},
}


@dataclass(frozen=True, slots=True)
class Announced:
    """One record of the stream: what it announces, its key, and the document and day for public events.

    `revision` is an answer's: a routing is asked for one revision, so that it can't settle a later one
    which nobody has been asked to count.
    """

    announces: str
    pk: str
    sk: str
    version: str
    document: Mapping[str, Any]
    on: date | None = None
    revision: int | None = None

    @property
    def event_id(self) -> str:
        """The same id however often the record is carried."""
        return sha256(f"{self.announces}\n{self.pk}\n{self.sk}\n{self.version}".encode()).hexdigest()[:32]

    def message(self) -> dict[str, Any]:
        """What a queue gets: keys, never texts."""
        keys = {"id": self.event_id, "pk": self.pk, "sk": self.sk, "announces": self.announces}
        return keys if self.revision is None else {**keys, "revision": self.revision}


def carry_records(
    *,
    records: Iterable[Announced],
    queues: Mapping[str, Queue],
    publish: Callable[[list[dict[str, Any]]], None],
    public_event: Callable[[Announced], dict[str, Any] | None],
) -> dict[str, int]:
    """Hand all records over, or raise so that the whole batch comes again; how many went where."""
    everything = list(records)
    counts: dict[str, int] = {}
    for name in ORDER:
        wanted = [one.message() for one in everything if name in WANTED_BY.get(one.announces, ())]
        if wanted:
            queues[name].put(wanted)
            counts[name] = len(wanted)
    public = [event for event in map(public_event, everything) if event]
    if public:
        publish(public)
        counts["public"] = len(public)
    return counts
