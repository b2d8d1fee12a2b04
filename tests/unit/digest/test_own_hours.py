"""Readers with an hour of their own: exactly one digest a week, whenever they change it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.chunks import MemoryChunks, MemorySending
from throughline.domain.digest_time import Rhythm, hour_of, last_out
from throughline.domain.week import Week
from throughline.usecases.plan_chunks import Crowd
from throughline.usecases.plan_digests import CHOSEN, ZonePlan, plan_digests
from unit.digest.rooms import MONDAY_NINE, WEEK, MemoryDigests, MemoryDirectory, MemoryQueue, person

HOUR = timedelta(hours=1)
ALONE, TOGETHER = 100, 0
NAMES = ("ada", "bo")


@dataclass
class Monday:
    """Ada and Bo in London, hour by hour; `singles` is up to how many people each gets a mail of their own."""

    singles: int = ALONE
    directory: MemoryDirectory = field(default_factory=lambda: MemoryDirectory({f"id-{n}": person(n) for n in NAMES}))
    digests: MemoryDigests = field(default_factory=MemoryDigests)
    chunks: MemoryChunks = field(default_factory=MemoryChunks)
    sending: MemorySending = field(default_factory=MemorySending)
    got: list[tuple[str, datetime]] = field(default_factory=list)

    def plan(self, now: datetime) -> tuple[ZonePlan, ...]:
        queue = MemoryQueue()
        crowd = Crowd(self.chunks, self.sending, self.singles)
        ports: dict[str, Any] = {"directory": self.directory, "digests": self.digests, "queue": queue}
        plans = plan_digests(now=now, rhythm=Rhythm(), crowd=crowd, **ports)
        for message in queue.messages:
            self._send(message, now)
        return plans

    def passes(self, begin: datetime = MONDAY_NINE - 10 * HOUR, *, hours: int = 60) -> None:
        for at in range(hours):
            self.plan(begin + at * HOUR)

    def _send(self, message: Mapping[str, Any], now: datetime) -> None:
        week = Week.parse(message["week"])
        if "chunk" in message:
            taken = self.chunks.claim(week, message["chunk"], now)
            self.got += [(one, now) for one in taken.waiting] if taken else []
            if taken:
                self.chunks.end(week, taken)
        elif self.digests.claim(week, message["person"], now):
            self.got.append((message["person"], now))
            self.digests.done(week, message["person"], "sent")


together = pytest.mark.parametrize("singles", [ALONE, TOGETHER], ids=["alone", "together"])


@together
def test_each_gets_it_at_their_own_hour(singles: int) -> None:
    monday = Monday(singles)
    monday.directory.choose_hour("id-bo", 14)
    monday.passes()
    assert monday.got == [("id-ada", MONDAY_NINE), ("id-bo", MONDAY_NINE + 5 * HOUR)]


def test_the_plan_says_why_so_few_are_due() -> None:
    monday = Monday()
    monday.directory.choose_hour("id-bo", 14)
    assert monday.plan(MONDAY_NINE + 5 * HOUR)[0].reason.startswith("their hour has passed")
    assert monday.plan(MONDAY_NINE + 29 * HOUR) == (ZonePlan("Europe/London", 0, "it is not their hour"),)
    monday.directory.choose_hour("id-bo", 20)
    assert monday.plan(MONDAY_NINE + 30 * HOUR)[0].reason == CHOSEN


@together
@pytest.mark.parametrize("chosen", [9, 14, 23])
@pytest.mark.parametrize("changed_at", range(0, 34, 3))
def test_an_hour_chosen_on_the_very_day_neither_skips_nor_doubles(singles: int, chosen: int, changed_at: int) -> None:
    monday = Monday(singles)
    monday.passes(MONDAY_NINE - HOUR, hours=changed_at)
    monday.directory.choose_hour("id-bo", chosen)
    monday.passes(MONDAY_NINE + (changed_at - 1) * HOUR)
    assert sorted(one for one, _ in monday.got) == ["id-ada", "id-bo"]


@together
@settings(max_examples=30, deadline=None)
@given(changes=st.dictionaries(st.integers(0, 47), st.integers(9, 23), max_size=12))
def test_however_often_it_is_changed_it_comes_once(singles: int, changes: dict[int, int]) -> None:
    monday = Monday(singles)
    for at in range(60):
        if at in changes:
            monday.directory.choose_hour("id-bo", changes[at])
        monday.plan(MONDAY_NINE + (at - 9) * HOUR)
    assert sorted(one for one, _ in monday.got) == ["id-ada", "id-bo"]


def test_a_missed_hour_of_ones_own_is_caught_up_with_in_the_day_after() -> None:
    monday = Monday()
    monday.directory.choose_hour("id-bo", 23)
    monday.passes(MONDAY_NINE, hours=5)
    monday.plan(MONDAY_NINE + 30 * HOUR)
    assert monday.got[-1] == ("id-bo", MONDAY_NINE + 30 * HOUR)


def test_an_hour_before_everybodys_waits_for_it() -> None:
    assert hour_of(person(hour=6), Rhythm()) == 9
    monday = Monday()
    monday.directory.choose_hour("id-bo", 6)
    monday.passes()
    assert dict(monday.got)["id-bo"] == MONDAY_NINE


def test_while_digests_have_stopped_only_fresh_hours_are_queued() -> None:
    monday = Monday()
    monday.directory.choose_hour("id-ada", 12)
    monday.directory.choose_hour("id-bo", 14)
    monday.sending.stop("3 of 100 came back")
    monday.plan(MONDAY_NINE + 5 * HOUR)
    assert [one for one, _ in monday.got] == ["id-bo"]


@pytest.mark.parametrize(
    ("now", "week"),
    [
        (MONDAY_NINE, WEEK),
        (MONDAY_NINE - timedelta(minutes=1), WEEK.previous()),
        (MONDAY_NINE + timedelta(days=6), WEEK),
        (datetime(2027, 1, 4, 9, tzinfo=UTC), Week(2026, 53)),
    ],
)
def test_the_latest_week_is_out_once_its_hour_has_come(now: datetime, week: Week) -> None:
    assert last_out("Europe/London", Rhythm(), now) == week
