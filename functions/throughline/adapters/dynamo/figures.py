"""A week's counts in DynamoDB, one a scale and touchpoint; reads grow with the week, never with history."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from typing import Any

from pynamodb.exceptions import TransactWriteError

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.committing import codes_of, commit
from throughline.adapters.dynamo.records import CONFLICT, LedgerRecord, transaction
from throughline.domain.score import Tally
from throughline.domain.shares import Asked, counted, moment_key
from throughline.domain.survey import Answer, Band
from throughline.domain.week import Week
from throughline.errors import Unavailable

TRIES = 5  # a week's counters are written by many at once, and each write is over in a moment
_COUNTERS = tuple(one.name for one in fields(Tally))
_FELT = {Band.PROMOTER: Tally(1), Band.PASSIVE: Tally(0, 1), Band.DETRACTOR: Tally(0, 0, 1)}


class DynamoFigures:
    """Counts by week: each answer once, in its latest revision."""

    def __init__(self, record: type[LedgerRecord]) -> None:
        self._record = record

    def count(self, answer: Answer, week: Week, *, tries: int = TRIES) -> bool:
        """Add an answer to its week, in place of an earlier revision; whether anything changed."""
        try:
            return self._counted(answer, week)
        except TransactWriteError as error:
            if tries > 1 and CONFLICT in codes_of(error):
                return self.count(answer, week, tries=tries - 1)
            raise Unavailable("somebody else counts this answer just now") from error

    def week(self, week: Week, *, at: Collection[str] | None = None) -> Mapping[Asked, Tally]:
        """The week's counts, each scale apart; of these touchpoints, else of all together."""
        moments = None if at is None else {moment_key(one) for one in at}
        found: dict[Asked, Tally] = defaultdict(Tally)
        for moment, counts in self.each(week).items():
            if moments is None or moment in moments:
                for asked, tally in counts.items():
                    found[asked] += tally
        return {asked: tally for asked, tally in found.items() if tally.answered}

    def each(self, week: Week) -> Mapping[str, Mapping[Asked, Tally]]:
        """The week's counts of each touchpoint, by its moment_key."""
        found: dict[str, dict[Asked, Tally]] = defaultdict(lambda: defaultdict(Tally))
        for item in self._counters(week):
            name, _, moment = str(item.sk).partition("#")
            found[moment][Asked.parse(name)] += Tally(*(int(getattr(item, one) or 0) for one in _COUNTERS))
        return {moment: dict(counts) for moment, counts in found.items()}

    def _counted(self, answer: Answer, week: Week) -> bool:
        note = self._note(answer)
        if note and (note.revision or 0) >= answer.revision:
            return False
        wanted = _document(answer, week)
        record, together = self._record, transaction(self._record)
        fresh = record(answer.line, keys.counted(answer.question_key), body=wanted, revision=answer.revision)
        unchanged = record.revision == note.revision if note else record.pk.does_not_exist()
        together.save(fresh, condition=unchanged)
        for (partition, sk), change in _changes(answer.line, note.body if note else {}, wanted).items():
            actions = [getattr(record, name).add(by) for name in _COUNTERS if (by := getattr(change, name))]
            if actions:
                together.update(record(partition, sk), actions)
        commit(together)
        return True

    def _counters(self, week: Week) -> Iterator[LedgerRecord]:
        for at in range(keys.FIGURE_SHARDS):
            yield from self._record.query(keys.figures(week, at))

    def _note(self, answer: Answer) -> LedgerRecord | None:
        try:
            return self._record.get(answer.line, keys.counted(answer.question_key), consistent_read=True)
        except self._record.DoesNotExist:
            return None


def _document(answer: Answer, week: Week) -> dict[str, Any]:
    """What is noted of a counted answer: all that taking it back needs."""
    asked, tally = Asked.of(answer), counted(answer)
    if asked is None or tally is None:
        return {"week": str(week)}
    mark = moment_key(answer.touchpoint_hint)
    return {"week": str(week), "counter": f"{asked.key}#{mark}" if mark else asked.key, "tally": packed(tally)}


def _changes(line: str, earlier: dict[str, Any], wanted: dict[str, Any]) -> dict[tuple[str, str], Tally]:
    change: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for noted, by in ((earlier, -1), (wanted, 1)):
        counter, tally = _counted_as(noted)
        if counter:
            partition = keys.figures(Week.parse(noted["week"]), keys.shard(line, keys.FIGURE_SHARDS))
            change[partition, counter] += tally if by > 0 else Tally() - tally
    return change


def _counted_as(noted: dict[str, Any]) -> tuple[str, Tally]:
    """Counter and count of a note; notes of old tell the metric and how the customer felt."""
    if noted.get("band") and noted.get("metric"):
        return noted["metric"], _FELT[Band(noted["band"])]
    return noted.get("counter", ""), unpacked(Tally, noted.get("tally", {}))
