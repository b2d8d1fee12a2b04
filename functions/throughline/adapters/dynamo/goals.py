"""Goals in DynamoDB: one item for all of them, one for how far they have come."""

from collections.abc import Iterable, Sequence
from datetime import date

from pynamodb.exceptions import PutError

from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.records import CONDITION, AtlasRecord, LedgerRecord
from throughline.domain.goal import Board, Goal, Progress
from throughline.errors import Unavailable

GOALS, CURRENT, BOARD = "GOALS", "current", "I#goals"
REACHED = "goal.reached"


class DynamoGoals:
    """What the organisation wants of its departments."""

    def __init__(self, record: type[AtlasRecord]) -> None:
        self._record = record

    def current(self) -> Sequence[Goal]:
        """All of them, in the order they were given."""
        try:
            return [unpacked(Goal, one) for one in self._record.get(GOALS, CURRENT).body]
        except self._record.DoesNotExist:
            return []

    def replace(self, goals: Iterable[Goal]) -> None:
        """Put these in place of those we have."""
        self._record(GOALS, CURRENT, body=[packed(goal) for goal in goals]).save()


class DynamoGoalBoard:
    """How far they have come."""

    def __init__(self, record: type[LedgerRecord]) -> None:
        self._record = record

    def current(self) -> Board | None:
        """What was noted last; None before anything was."""
        try:
            return unpacked(Board, self._record.get(BOARD, CURRENT).body)
        except self._record.DoesNotExist:
            return None

    def keep(self, board: Board) -> None:
        """Note it in place of what was noted before."""
        self._record(BOARD, CURRENT, body=packed(board)).save()

    def reach(self, progress: Progress, on: date) -> bool:
        """Note that a goal was reached, once, and announce it; False when it was before."""
        body = {**packed(progress), "on": on.isoformat(), "tenths": progress.tenths}
        item = self._record(BOARD, f"reached#{progress.goal.id}", body=body, announces=REACHED)
        try:
            item.save(self._record.pk.does_not_exist())
        except PutError as error:
            if error.cause_response_code == CONDITION:
                return False
            raise Unavailable("the ledger does not take the write just now") from error
        return True
