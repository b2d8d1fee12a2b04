"""Planning: everyone whose hour it is gets one message; what was missed is caught, what ended is left alone."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.domain.digest_time import Rhythm
from throughline.domain.person import Person
from throughline.domain.week import Week
from throughline.usecases.plan_digests import ZonePlan, plan_digests
from unit.digest.rooms import MONDAY_NINE, WEEK, MemoryDigests, MemoryDirectory, MemoryQueue, person

ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")


def staff(*people: Person) -> MemoryDirectory:
    return MemoryDirectory({one.id: one for one in people})


def planned(
    directory: MemoryDirectory, digests: MemoryDigests, now: datetime
) -> tuple[list[str], tuple[ZonePlan, ...]]:
    queue = MemoryQueue()
    plans = plan_digests(now=now, rhythm=Rhythm(), directory=directory, digests=digests, queue=queue)
    return [message["person"] for message in queue.messages], plans


def test_readers_whose_hour_it_is_are_planned_and_others_wait() -> None:
    directory = staff(person("ada"), person("bob", timezone="America/New_York"))
    names, plans = planned(directory, MemoryDigests(), MONDAY_NINE)
    assert names == ["id-ada"]
    assert [(plan.zone, plan.readers, plan.reason) for plan in plans] == [
        ("America/New_York", 0, "it is not their hour"),
        ("Europe/London", 1, "it is their hour"),
    ]


def test_those_without_mailbox_or_wish_are_left_out() -> None:
    directory = staff(
        person("ada"), person("bea", email=""), person("cy", digest="off"), person("di", digest="monthly")
    )
    assert planned(directory, MemoryDigests(), MONDAY_NINE)[0] == ["id-ada"]


def test_a_message_carries_the_week_and_a_stable_id() -> None:
    queue = MemoryQueue()
    plan_digests(now=MONDAY_NINE, rhythm=Rhythm(), directory=staff(person()), digests=MemoryDigests(), queue=queue)
    assert queue.messages == [
        {"id": "digest:2026-W47:id-ada", "week": "2026-W47", "person": "id-ada", "at": "2026-11-23T09:00:00+00:00"}
    ]


def test_many_readers_go_ten_at_a_time() -> None:
    queue = MemoryQueue()
    directory = staff(*(person(f"p{number}") for number in range(25)))
    plan_digests(now=MONDAY_NINE, rhythm=Rhythm(), directory=directory, digests=MemoryDigests(), queue=queue)
    assert queue.calls == [10, 10, 5]


def test_on_time_nothing_is_read_of_what_was_sent() -> None:
    digests = MemoryDigests()
    planned(staff(person()), digests, MONDAY_NINE)
    assert digests.reports == 0


def test_a_missed_hour_is_caught_for_those_whose_digest_has_not_ended() -> None:
    directory = staff(*(person(name) for name in ("ada", "bob", "cleo", "dan")))
    digests = MemoryDigests({(WEEK, "id-ada"): "sent", (WEEK, "id-bob"): "claimed", (WEEK, "id-cleo"): "skipped: x"})
    names, plans = planned(directory, digests, MONDAY_NINE + timedelta(hours=5))
    assert names == ["id-bob", "id-dan"]
    assert plans[0].reason.startswith("their hour has passed")
    assert digests.reports == 1


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(ZONES), st.lists(st.sampled_from([0, 1, 2]), min_size=23, max_size=23))
def test_a_schedule_that_fires_but_once_a_day_still_gives_one_mail_a_week(zone: str, times: list[int]) -> None:
    directory, digests, mails = staff(person(timezone=zone)), MemoryDigests(), []
    for hour in range(24 * 7 * 3):
        now = datetime(2026, 12, 20, tzinfo=UTC) + timedelta(hours=hour)
        for _ in range([*times, 1][hour % 24]):
            queue = MemoryQueue()
            plan_digests(now=now, rhythm=Rhythm(), directory=directory, digests=digests, queue=queue)
            for message in queue.messages:
                week = Week.parse(message["week"])
                mails += [week] if digests.claim(week, message["person"], now) else []
                digests.done(week, message["person"], "sent")
    assert mails == [Week(2026, 51), Week(2026, 52), Week(2026, 53)]
