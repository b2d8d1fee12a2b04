"""A week is settled at the organisation's own hour, though nobody may have a mailbox."""

from datetime import datetime, timedelta

import pytest

from fakes.outside import MemoryQueue
from throughline.domain.digest_time import Rhythm
from throughline.usecases.settle_week import EVERYBODY, plan_settling
from unit.digest.rooms import MONDAY_NINE, WEEK


@pytest.mark.parametrize(
    ("ahead", "settles"),
    [
        (timedelta(hours=-1), False),
        (timedelta(), True),
        (timedelta(hours=5), True),  # a schedule that missed its hour
        (timedelta(days=2), False),
    ],
)
def test_it_is_asked_for_from_its_hour_on_and_in_the_day_after(ahead: timedelta, *, settles: bool) -> None:
    queue = MemoryQueue()
    week = plan_settling(now=MONDAY_NINE + ahead, rhythm=Rhythm(), zone="Europe/London", queue=queue)
    assert week == (WEEK if settles else None)
    assert [(one["person"], one["week"]) for one in queue.messages] == [(EVERYBODY, str(WEEK))] * settles


def test_it_is_the_hour_of_the_organisations_own_clock() -> None:
    queue = MemoryQueue()
    sydney = datetime.fromisoformat("2026-11-22T22:00:00+00:00")
    assert plan_settling(now=sydney, rhythm=Rhythm(), zone="Europe/London", queue=queue) is None
    assert plan_settling(now=sydney, rhythm=Rhythm(), zone="Australia/Sydney", queue=queue) == WEEK
