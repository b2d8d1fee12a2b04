"""Find again what the stream forgot or a sender left behind, and hand it out once more."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from throughline.domain.line import PendingKey
from throughline.ports import Queue
from throughline.usecases.carry_records import LETTERS, MEANING, ORDER, READ, ROUTE, TALLY, Announced

OVERDUE = timedelta(hours=1)


def sweep_pending(*, pending: Iterable[PendingKey], queues: Mapping[str, Queue], now: datetime) -> dict[str, int]:
    """Queue everything that has waited for longer than an hour again; how many of each."""
    late = [key for key in pending if datetime.fromisoformat(key.since) + OVERDUE < now]
    counts: Counter[str] = Counter()
    for name in ORDER:
        wanted = [_announced(key).message() for key in late if name in _wanted_by(key)]
        if wanted:
            queues[name].put(wanted)
            counts[name] += len(wanted)
    return dict(counts)


def _wanted_by(key: PendingKey) -> tuple[str, ...]:
    if key.sk.startswith("letter#"):
        return (LETTERS,)
    if key.sk.startswith("delivery#"):
        return (READ,)
    if key.sk.startswith(("case#", "step#")):
        return (TALLY,)
    if key.sk == "parked":
        return (MEANING,)
    return (ROUTE, TALLY) if key.sk.startswith("fact#") else (ROUTE,)


def _announced(key: PendingKey) -> Announced:
    kind = "letter.waiting" if key.sk.startswith("letter#") else "fact.forgotten"
    return Announced(kind, key.pk, key.sk, key.since, {}, revision=key.revision)
