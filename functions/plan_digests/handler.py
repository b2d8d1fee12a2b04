"""Hourly: a message for everyone whose digest is due at this hour of their own clock."""

from functools import cache
from typing import Any

from aws_lambda_powertools import Logger

from plan_digests.settings import Settings
from throughline.adapters.clock import clock_of
from throughline.adapters.environment import from_env
from throughline.adapters.queue import SqsQueue
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.digest_time import Rhythm
from throughline.usecases.plan_chunks import Crowd
from throughline.usecases.plan_digests import plan_digests
from throughline.usecases.plan_released import RELEASED, LateDesk, plan_released
from throughline.usecases.preview_digest import plan_preview
from throughline.usecases.settle_week import plan_settling

logger = Logger()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
queue = cache(lambda: SqsQueue(settings().digest_queue))


def handle(event: dict[str, Any], _context: Any) -> dict[str, int]:
    now, rhythm = clock_of(event).now(), Rhythm(settings().digest_weekday, settings().digest_hour)
    plan_settling(now=now, rhythm=rhythm, zone=settings().time_zone, queue=queue())
    plan_preview(now=now, rhythm=rhythm, zone=settings().time_zone, maps=atlas().maps, queue=queue())
    crowd = Crowd(ledger().chunks, ledger().sending, settings().digest_singles)
    late = LateDesk(rhythm, settings().time_zone, atlas().directory, ledger().digests, queue(), crowd)
    for week, readers in plan_released(now=now, desk=late, editions=ledger().editions).items():
        logger.info("planned", extra={"week": str(week), "readers": readers, "reason": RELEASED})
    plans = plan_digests(
        now=now,
        rhythm=rhythm,
        directory=atlas().directory,
        digests=ledger().digests,
        queue=queue(),
        crowd=crowd,
        editions=ledger().editions,
    )
    for plan in plans:
        logger.info("planned", extra={"zone": plan.zone, "readers": plan.readers, "reason": plan.reason})
    return {plan.zone: plan.readers for plan in plans}
