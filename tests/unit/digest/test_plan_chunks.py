"""Planning many readers: each in one chunk of a week, however often and by however many it is planned."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.chunks import MemoryChunks, MemorySending
from throughline.domain.digest_chunk import ALONE, Chunk, chunked
from throughline.domain.digest_time import Rhythm
from throughline.domain.person import Person
from throughline.domain.week import Week
from throughline.usecases.plan_chunks import Crowd, at_own_hours
from throughline.usecases.plan_digests import ZonePlan, plan_digests
from unit.digest.rooms import MONDAY_NINE, WEEK, MemoryDigests, MemoryDirectory, MemoryQueue, person

HOUR = timedelta(hours=1)


@dataclass
class Office:
    """Readers beyond those who each have a mail of their own."""

    people: list[Person]
    singles: int = 2
    chunks: MemoryChunks = field(default_factory=MemoryChunks)
    sending: MemorySending = field(default_factory=MemorySending)
    digests: MemoryDigests = field(default_factory=MemoryDigests)
    queue: MemoryQueue = field(default_factory=MemoryQueue)

    def plan(self, now: datetime = MONDAY_NINE, *, moves: bool = True) -> tuple[ZonePlan, ...]:
        self.sending.went += moves
        crowd = Crowd(self.chunks, self.sending, self.singles)
        directory = MemoryDirectory({one.id: one for one in self.people})
        given: dict[str, Any] = {"directory": directory, "digests": self.digests, "queue": self.queue}
        return plan_digests(now=now, rhythm=Rhythm(), crowd=crowd, **given)

    def planned(self) -> Counter[str]:
        return Counter(one for chunk in self.chunks.of(WEEK) for one in chunk.people)

    def asked(self) -> list[str]:
        return [message.get("chunk") or message["person"] for message in self.queue.messages]


def staff(count: int, **told: str) -> list[Person]:
    return [person(f"p{number}", **told) for number in range(count)]


def test_many_are_planned_in_fifties_and_few_one_by_one() -> None:
    many, few = Office(staff(120)), Office(staff(2))
    assert [plan.readers for plan in many.plan()] == [120]
    assert [int(message["mails"]) for message in many.queue.messages] == [50, 50, 20]
    few.plan()
    assert few.asked() == ["id-p0", "id-p1"]


def test_planned_again_or_late_nobody_is_in_two_chunks() -> None:
    office = Office(staff(120))
    for late in range(3):
        office.plan(MONDAY_NINE + late * HOUR)
    assert set(office.planned().values()) == {1}
    assert len(office.queue.messages) == 3


def test_who_moves_to_another_zone_meanwhile_is_not_planned_there_too() -> None:
    office = Office(staff(10, timezone="Europe/Berlin"))
    office.plan(MONDAY_NINE - HOUR)
    office.people = staff(11)
    office.plan()
    assert office.planned() == Counter({f"id-p{number}": 1 for number in range(11)})


NEWS = {
    "joins": (None, person("new")),
    "moves": (person("new", timezone="America/Los_Angeles"), person("new")),
    "wants it again": (person("new", digest="off"), person("new")),
}


@pytest.mark.parametrize("singles", [2, 2000], ids=["together", "alone"])
@pytest.mark.parametrize(("before", "after"), NEWS.values(), ids=list(NEWS))
def test_whoever_comes_once_their_zone_is_planned_is_planned_in_the_hours_after(
    before: Person | None, after: Person, singles: int
) -> None:
    office = Office([*staff(120), *([before] if before else [])], singles)
    office.plan()
    office.people = [*staff(120), after]
    for hour in range(1, 25):
        office.plan(MONDAY_NINE + hour * HOUR)
    assert set(office.planned().values()) <= {1}
    alone = {message["person"] for message in office.queue.messages if "person" in message}
    assert {*office.planned(), *alone} == {one.id for one in office.people}


def test_while_a_zone_is_planned_nobody_plans_its_readers_beside() -> None:
    office = Office(staff(120))
    office.chunks.together(WEEK, many=True)
    assert office.chunks.begin(WEEK, "Europe/London", MONDAY_NINE)
    assert [plan.readers for plan in office.plan(MONDAY_NINE)] == [0]
    assert not office.planned()


def test_how_a_week_goes_does_not_change_with_the_list() -> None:
    office = Office(staff(2))
    office.plan(MONDAY_NINE)
    office.people = staff(120)
    office.plan(MONDAY_NINE + HOUR)
    assert not office.planned()


def test_whoever_takes_over_from_a_planner_that_died_plans_the_rest() -> None:
    office = Office(staff(120))
    first = next(chunked(staff(120), "Europe/London"))
    office.chunks.together(WEEK, many=True)
    assert office.chunks.begin(WEEK, "Europe/London", MONDAY_NINE)
    office.chunks.put(WEEK, [first])
    office.plan(MONDAY_NINE + HOUR)
    assert set(office.planned().values()) == {1}
    assert len(office.planned()) == 120
    assert sorted(office.asked()) == sorted(chunk.id for chunk in office.chunks.of(WEEK))


def test_what_a_planner_of_own_hours_left_is_queued_by_the_next_one() -> None:
    own = person("own", hour=10)
    office, group = Office([*staff(120), own]), at_own_hours("Europe/London")
    office.plan()
    assert office.chunks.begin(WEEK, group, MONDAY_NINE + HOUR)
    (left,) = chunked([own], group)
    office.chunks.put(WEEK, [left])
    office.plan(MONDAY_NINE + 2 * HOUR)
    assert office.asked().count(left.id) == 1


def test_while_nobody_may_send_what_a_planner_that_died_left_is_planned_and_nothing_twice() -> None:
    office = Office([*staff(120), person("own", hour=10)])
    office.chunks.together(WEEK, many=True)
    assert office.chunks.begin(WEEK, "Europe/London", MONDAY_NINE)
    office.chunks.put(WEEK, [next(chunked(staff(120), "Europe/London"))])  # it died before it queued that
    office.sending.pause("the mail service takes no more today", MONDAY_NINE + 24 * HOUR)
    for hour in range(1, 24):
        if hour == 5:
            office.people.append(person("new"))
        plans = office.plan(MONDAY_NINE + hour * HOUR)
        assert plans[0].reason == "the mail service takes no more today"
    assert office.planned() == Counter(one.id for one in office.people)
    assert sorted(office.asked()) == sorted(chunk.id for chunk in office.chunks.of(WEEK))


def test_what_a_sender_that_died_left_is_queued_once_more() -> None:
    office = Office(staff(60))
    office.plan()
    taken = office.asked()[0]
    office.chunks.claim(WEEK, taken, MONDAY_NINE)
    office.queue.messages.clear()
    office.plan(MONDAY_NINE + HOUR)
    assert office.asked() == [taken]


def test_when_nothing_moved_for_an_hour_what_nobody_began_is_queued_once_more() -> None:
    office = Office(staff(60))
    for late in range(3):
        office.plan(MONDAY_NINE + late * HOUR, moves=late == 1)
    assert Counter(Counter(office.asked()).values()) == {2: 2}


def test_who_could_not_go_with_the_others_is_asked_for_until_there_is_an_end() -> None:
    office = Office(staff(60))
    office.plan()
    chunk = next(office.chunks.of(WEEK))
    office.chunks.claim(WEEK, chunk.id, MONDAY_NINE)
    office.chunks.end(WEEK, Chunk(chunk.id, chunk.people, chunk.zone, ends={"id-p1": ALONE}))
    office.queue.messages.clear()
    office.plan(MONDAY_NINE + HOUR)
    assert office.asked() == ["id-p1"]
    assert office.digests.claim(WEEK, "id-p1", MONDAY_NINE)
    office.digests.done(WEEK, "id-p1", "sent")
    office.plan(MONDAY_NINE + 2 * HOUR)
    assert office.asked() == ["id-p1"]


def test_while_digests_have_stopped_nothing_is_queued_again() -> None:
    office = Office(staff(2))
    office.plan()
    office.sending.stop("3 of 100 came back")
    plans = office.plan(MONDAY_NINE + HOUR)
    assert (plans[0].reason, len(office.queue.messages)) == ("3 of 100 came back", 2)


@given(st.lists(st.sampled_from(["Packing", "Delivery", "IT"]), max_size=400))
def test_chunks_hold_everyone_once_and_never_more_than_fifty(departments: list[str]) -> None:
    people = [person(f"p{at}", department=name) for at, name in enumerate(departments)]
    chunks = list(chunked(people, "UTC"))
    assert sorted(one for chunk in chunks for one in chunk.people) == sorted(one.id for one in people)
    assert all(len(chunk.people) <= 50 for chunk in chunks)
    assert len(chunks) <= len(people) / 50 + 3
    assert len({chunk.id for chunk in chunks}) == len(chunks)


def test_another_week_has_chunks_of_its_own() -> None:
    office = Office(staff(60))
    office.plan()
    office.plan(MONDAY_NINE + 7 * 24 * HOUR)
    assert len(list(office.chunks.of(Week(2026, 48)))) == len(list(office.chunks.of(WEEK)))
