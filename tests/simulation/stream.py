"""The ledger in memory with its stream: every write announces what the tables' items announce."""

import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from fakes import FixedClock, MemoryLedger
from simulation.faults import Nature
from throughline.adapters.dynamo.codec import packed
from throughline.domain.case import Case, announced_by
from throughline.domain.line import Line, ParkedItem
from throughline.domain.recognition import Change, Publicity, Thanks
from throughline.usecases.carry_records import Announced

MOST_TRIES = 10
OLDEST = timedelta(hours=1)
LOST_FOR = timedelta(hours=24)


@dataclass
class Shard:
    """One shard: its records in order, and how often the first of them has been tried."""

    records: list[tuple[datetime, Announced]] = field(default_factory=list)
    tries: int = 0
    busy: bool = False


class Stream:
    """Records in the order of their line; some come again, a day of them may be lost."""

    def __init__(self, clock: FixedClock, nature: Nature) -> None:
        self.clock = clock
        self.nature = nature
        self.shards = (Shard(), Shard())
        self.ever: list[Announced] = []
        self.failed: list[Announced] = []
        self._lost_until = clock.now()

    def tell(self, record: Announced) -> None:
        """Put a record at the end of its shard, unless the stream is down."""
        self.ever.append(record)
        now = self.clock.now()
        if now >= self._lost_until and self.nature.happens(self.nature.weather.stream_lost / 20):
            self._lost_until = now + LOST_FOR
        if now >= self._lost_until or not self.nature.weather.stream_lost:
            self.shards[zlib.crc32(record.pk.encode()) % 2].records.append((now, record))

    def next_batch(self, shard: Shard, most: int) -> list[Announced]:
        """What its function is given next: fewer after a failure, and nothing older than an hour."""
        oldest = self.clock.now() - OLDEST
        stale = [record for on, record in shard.records if on < oldest]
        self.failed += stale
        shard.records = [one for one in shard.records if one[0] >= oldest]
        return [record for _, record in shard.records[: max(1, most >> shard.tries)]]

    def carried(self, shard: Shard, count: int) -> None:
        """They were carried; some are handed out again all the same."""
        shard.tries = 0
        again = self.nature.happens(self.nature.weather.duplicate / 2)
        shard.records = shard.records[0 if again else count :]

    def failed_again(self, shard: Shard, count: int) -> None:
        """They were not carried; one that fails alone too often goes where failures go."""
        shard.tries += 1
        if shard.tries > MOST_TRIES and count == 1:
            self.failed.append(shard.records.pop(0)[1])
            shard.tries = 0


class StreamedLedger(MemoryLedger):
    """Writes as the fake does, and tells the stream; `told_of` is how each recognition stood, and since when."""

    def __init__(self, clock: FixedClock, stream: Stream) -> None:
        super().__init__(clock)
        self.stream = stream
        self.told_of: defaultdict[str, list[tuple[datetime, Thanks]]] = defaultdict(list)

    def wait(self, line: str, name: str) -> None:
        super().wait(line, name)
        if name == "parked":  # told where it is written
            return
        revision = None
        if name.startswith("letter#"):
            announces = "letter.waiting"
        elif name == "fact":
            announces = "feedback.received"
        else:
            announces, standing = "answer.received", self.facts.answer(line, name)
            revision = standing.revision if standing else None
        on = self.clock.now().date()
        self.stream.tell(Announced(announces, line, name, str(revision or 0), {}, on, revision))

    def change(self, line: str, **news: Any) -> None:
        before = self.lines[line]
        super().change(line, **news)
        after = self.lines[line]
        for case in after.cases:
            if case not in before.cases:
                self._tell(_last_step(after, case), line, f"case#{case.number}", case)
        for thanks in (one for one in after.thanks if one not in before.thanks):
            self.told_of[thanks.ref].append((self.clock.now(), thanks))
            if thanks.state is Publicity.PUBLISHED:
                self._tell("recognition.given", line, f"thanks#{thanks.number}", thanks)
        for change in after.changes:
            if change not in before.changes:
                self._tell("change.made", line, f"change#{change.number}", change)
        if after.parked and not before.parked:
            self._tell("feedback.parked", line, "parked", after.parked)

    def _tell(self, announces: str, pk: str, sk: str, said: Case | Thanks | Change | ParkedItem) -> None:
        version = said.version if isinstance(said, Case) else None
        on = self.clock.now().date()
        self.stream.tell(Announced(announces, pk, sk, str(version or 0), packed(said), on, version))


def _last_step(line: Line, case: Case) -> str:
    steps = line.steps.get(case.number, ())
    return announced_by(steps[-1]) if steps else "case.routed"
