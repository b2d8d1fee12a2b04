"""A week's counts of cases in DynamoDB, exact under repeats: what a case has added is noted beside it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pynamodb.exceptions import TransactWriteError
from pynamodb.expressions.update import Action

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.committing import commit, updated
from throughline.adapters.dynamo.records import LedgerRecord, transaction
from throughline.domain.case import Case, Step
from throughline.domain.case_tally import NAMES, CaseTally, tally_of
from throughline.domain.gathering import short
from throughline.domain.recognition import Change
from throughline.domain.week import Week
from throughline.errors import Unavailable

BUSY = "somebody else counts this case just now"


class DynamoCaseFigures:
    """Counts of cases by week, department and touchpoint."""

    def __init__(self, record: type[LedgerRecord]) -> None:
        self._record = record

    def count(self, case: Case, steps: Sequence[Step], changes: Iterable[Change]) -> bool:
        """Count a case as it stands, in place of what was counted of it before; whether anything changed."""
        note = self._note(case)
        wanted = {str(week): packed(tally) for week, tally in tally_of(case, steps, changes).items()}
        if note and ((note.revision or 0) >= case.version or note.body == wanted):
            return False
        record, together = self._record, transaction(self._record)
        fresh = record(case.line, keys.tallied(case.number), body=wanted, revision=case.version)
        unchanged = record.revision == note.revision if note else record.pk.does_not_exist()
        together.save(fresh, condition=unchanged)
        for (partition, sk), (name, by) in self._changes(case, note.body if note else {}, wanted).items():
            about = {"department": case.department, "touchpoint": case.touchpoint, "name": name}
            together.update(record(partition, sk), [record.summed.add(by), record.body.set(about)])
        try:
            commit(together)
        except TransactWriteError as error:
            raise Unavailable(BUSY) from error
        return True

    def done(self, line: str, number: int, version: int) -> None:
        """A step, or the case that it began with, waits no more to be counted."""
        record = self._record
        gone: list[Action] = [record.pending.remove(), record.pending_since.remove()]
        sk = keys.step(number, version) if version > 1 else keys.case(number)
        stands = record.pending.exists()
        if version == 1:
            gone.append(record.announces.remove())
            stands &= record.revision == 1
        updated(record(line, sk), gone, stands, away=BUSY)  # else it was counted before, or has moved on

    def week(self, week: Week) -> Mapping[tuple[str, str], CaseTally]:
        """The week's counts, by department and touchpoint."""
        found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        for at in range(keys.FIGURE_SHARDS):
            for item in self._record.query(keys.case_figures(week, at)):
                about, name = (item.body["department"], item.body["touchpoint"]), item.body["name"]
                found[about][name] = found[about].get(name, 0) + int(item.summed or 0)
        return {about: CaseTally(**counts) for about, counts in found.items() if any(counts.values())}

    def _changes(
        self, case: Case, earlier: Mapping[str, Any], wanted: Mapping[str, Any]
    ) -> Mapping[tuple[str, str], tuple[str, int]]:
        about, at = f"{short(case.department)}#{short(case.touchpoint)}", keys.shard(case.line, keys.FIGURE_SHARDS)
        found: dict[tuple[str, str], tuple[str, int]] = {}
        for week in {**earlier, **wanted}:
            change = unpacked(CaseTally, wanted.get(week, {})) - unpacked(CaseTally, earlier.get(week, {}))
            for name in NAMES:
                if by := getattr(change, name):
                    found[keys.case_figures(Week.parse(week), at), f"{about}#{name}"] = (name, by)
        return found

    def _note(self, case: Case) -> LedgerRecord | None:
        try:
            return self._record.get(case.line, keys.tallied(case.number), consistent_read=True)
        except self._record.DoesNotExist:
            return None
