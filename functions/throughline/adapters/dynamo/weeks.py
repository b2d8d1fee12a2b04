"""A week's thanks, changes and counts in DynamoDB; reads grow with the week, never with history."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from pynamodb.exceptions import TransactWriteError

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import unpacked
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import LedgerRecord, transaction
from throughline.domain.recognition import Change, Thanks
from throughline.domain.score import Tally
from throughline.domain.survey import Answer, Band, Metric
from throughline.domain.week import Week
from throughline.errors import Unavailable

T = TypeVar("T", Thanks, Change)
_COUNTER = {Band.PROMOTER: "promoters", Band.PASSIVE: "passives", Band.DETRACTOR: "detractors"}


class DynamoWeeks:
    """What a week has to celebrate."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def thanks(self, week: Week) -> Sequence[Thanks]:
        """The week's thanks, the oldest first."""
        return self._of(week, "thanks#", Thanks)

    def changes(self, week: Week) -> Sequence[Change]:
        """What changed in the week because somebody said so, the oldest first."""
        return self._of(week, "change#", Change)

    def _of(self, week: Week, prefix: str, kind: type[T]) -> list[T]:
        index = self._record.by_listing
        found = [
            item
            for at in range(keys.WEEK_SHARDS)
            for item in index.query(keys.celebrated(week, at), self._record.rank.startswith(prefix))
        ]
        return [unpacked(kind, item.body) for item in sorted(self._items.live(found), key=_rank)]


def _rank(item: LedgerRecord) -> str:
    return str(item.rank)


class DynamoFigures:
    """Counts by week: each answer once, in its latest revision."""

    def __init__(self, record: type[LedgerRecord]) -> None:
        self._record = record

    def count(self, answer: Answer, week: Week) -> bool:
        """Add an answer to its week, in place of an earlier revision; whether anything changed."""
        band = answer.band()
        note = self._note(answer)
        if note and (note.revision or 0) >= answer.revision:
            return False
        earlier = note.body if note else None
        wanted = {"band": band.value if band else "", "week": str(week), "metric": answer.metric}
        record, together = self._record, transaction(self._record)
        fresh = record(answer.line, keys.counted(answer.question_key), body=wanted, revision=answer.revision)
        unchanged = record.revision == note.revision if note else record.pk.does_not_exist()
        together.save(fresh, condition=unchanged)
        for (partition, sk), change in self._changes(answer.line, earlier, wanted).items():
            actions = [getattr(record, counter).add(by) for counter, by in change.items() if by]
            if actions:
                together.update(record(partition, sk), actions)
        try:
            together._commit()  # noqa: SLF001 - one call, its failure told apart below
        except TransactWriteError as error:
            raise Unavailable("somebody else counts this answer just now") from error
        return True

    def week(self, week: Week) -> Mapping[Metric, Tally]:
        """The week's counts of each metric, all touchpoints together."""
        found: dict[Metric, Tally] = defaultdict(Tally)
        for at in range(keys.FIGURE_SHARDS):
            for item in self._record.query(keys.figures(week, at)):
                counts = (int(item.promoters or 0), int(item.passives or 0), int(item.detractors or 0))
                found[Metric(item.sk)] += Tally(*counts)
        return {metric: tally for metric, tally in found.items() if tally.answered}

    def _note(self, answer: Answer) -> LedgerRecord | None:
        try:
            return self._record.get(answer.line, keys.counted(answer.question_key), consistent_read=True)
        except self._record.DoesNotExist:
            return None

    @staticmethod
    def _changes(
        line: str, earlier: dict[str, str] | None, wanted: dict[str, str | Metric | None]
    ) -> dict[tuple[str, str], dict[str, int]]:
        change: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for counted, by in ((earlier, -1), (wanted, 1)):
            if counted and counted["band"] and counted["metric"]:
                week = Week.parse(str(counted["week"]))
                partition = keys.figures(week, keys.shard(line, keys.FIGURE_SHARDS))
                change[partition, str(counted["metric"])][_COUNTER[Band(str(counted["band"]))]] += by
        return change
