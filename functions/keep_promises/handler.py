"""Hourly: what was promised and is not kept yet is recalled, in each department's working hours; goals, once a day."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from keep_promises.settings import Settings
from throughline.adapters.clock import clock_of
from throughline.adapters.environment import from_env
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.case import Action
from throughline.usecases.keep_promises import OVERDUE, PromiseDesk, keep_promises
from throughline.usecases.letters import Letterhead
from throughline.usecases.note_goals import GoalDesk, note_goals
from throughline.usecases.tell_rises import tell_rises

logger = Logger()
COUNTED = {"CasesOverdue": OVERDUE, "CasesReminded": Action.REMIND, "CasesEscalated": Action.ESCALATE}
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


def handle(event: dict[str, Any], _context: Any) -> dict[str, int]:
    current = atlas().maps.current()
    if current is None:
        return {}
    head = Letterhead(settings().site_url, secrets().root(), current.mantra)
    desk = PromiseDesk(ledger().promises, ledger().standings, current, head)
    now = clock_of(event).now()
    try:
        said = keep_promises(now=now, desk=desk)
    finally:
        count(desk.seen)
    reached = note_goals(now=now, desk=goals())
    risen = tell_rises(figures=ledger().case_figures, mirrors=ledger().mirrors, journey_map=current, head=head, now=now)
    logger.info("recalled", extra={**said, "goals reached": reached, "rises told": risen})
    return said


def goals() -> GoalDesk:
    """What reckoning goals works with."""
    room = ledger()
    return GoalDesk(atlas().goals, room.goal_board, room.case_figures, room.figures)


def count(seen: Mapping[str, int]) -> None:
    """Metrics of one run: cases that are overdue now, and those that were recalled or told of in it."""
    metrics = Metrics(namespace="Throughline")
    for name, what in COUNTED.items():
        metrics.add_metric(name=name, unit=MetricUnit.Count, value=seen.get(what, 0))
    metrics.flush_metrics()
