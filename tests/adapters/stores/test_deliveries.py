"""What survey vendors sent: kept once, found until it is erased, told of once."""

import pytest

from aws import LEDGER
from fakes import FixedClock
from fakes.rooms import Atlas, Ledger
from fakes.values import NOW, letter
from throughline.adapters.dynamo.allowance import OF_THE_DAY, OF_THE_MINUTE
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.delivery import Delivery, Shape
from throughline.domain.fetching import Later, Limits, next_day, next_minute
from throughline.domain.retention import DAYS, Class
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, Question

RAW = bytes(range(256)) * 1000
DELIVERY = Delivery("S#1", "delivery#a", "typeform", NOW, RAW, {"content-type": "x"}, "s1", Shape.FETCHED)
MAPPED = MappedSurvey("typeform", "s1", (Question("q1", Metric.CSAT, (1, 5), "lower"), Question("q2", verbatim=True)))


def test_a_delivery_is_kept_once_and_found_as_it_came(ledger: Ledger) -> None:
    assert [ledger.deliveries.put(DELIVERY) for _ in range(2)] == [True, False]
    assert ledger.deliveries.find("S#1", "delivery#a") == DELIVERY
    assert ledger.deliveries.find("S#1", "delivery#b") is None


def test_it_waits_until_it_was_read(ledger: Ledger) -> None:
    ledger.deliveries.put(DELIVERY)
    assert [(one.pk, one.sk) for one in ledger.pending.waiting()] == [("S#1", "delivery#a")]
    ledger.deliveries.done(DELIVERY, "read", keep=True)
    assert list(ledger.pending.waiting()) == []
    assert ledger.deliveries.find("S#1", "delivery#a") == DELIVERY


def test_a_body_that_is_not_kept_is_gone_and_the_same_comes_in_no_more(ledger: Ledger) -> None:
    ledger.deliveries.put(DELIVERY)
    ledger.deliveries.done(DELIVERY, "ignored", keep=False)
    assert ledger.deliveries.find("S#1", "delivery#a") is None
    assert not ledger.deliveries.put(DELIVERY)


def test_questions_are_told_once_with_their_mail(ledger: Ledger) -> None:
    ledger.told.tell(["a", "b"], letter("U#1", name="letter#unmapped#1"))
    assert ledger.told.of("U#1") == {"a", "b"}
    assert ledger.told.of("U#2") == frozenset()
    assert ledger.letters.claim("U#1", "letter#unmapped#1", NOW)


def test_a_mapping_changes_when_its_content_does(atlas: Atlas) -> None:
    assert [atlas.mappings.put(MAPPED) for _ in range(2)] == [1, None]
    other = MappedSurvey("typeform", "s2", MAPPED.questions)
    assert atlas.mappings.put(other) == 1
    assert atlas.mappings.put(MappedSurvey("typeform", "s1", MAPPED.questions[:1])) == 2
    known = atlas.mappings.of("typeform")
    assert (dict(known.versions), known.changes) == ({"s1": 2, "s2": 1}, 3)
    assert other in known.surveys
    assert atlas.mappings.of("tally").surveys == ()


@pytest.fixture
def room(tables: None, clock: FixedClock) -> LedgerRoom:  # noqa: ARG001 - stands on them
    return LedgerRoom(LEDGER, clock=clock)


def test_an_erased_line_gives_no_delivery_and_keeps_no_body(room: LedgerRoom) -> None:
    room.deliveries.put(DELIVERY)
    room.erasing.mark("S#1")
    assert room.deliveries.find("S#1", "delivery#a") is None
    assert list(room.pending.waiting()) == []
    assert not any("raw" in (item.body or {}) for item in room.record.query("S#1"))


def test_what_can_be_read_again_is_listed_until_its_time_is_over(room: LedgerRoom, clock: FixedClock) -> None:
    room.deliveries.put(DELIVERY)
    assert list(room.deliveries.of_source("typeform")) == [("S#1", "delivery#a", "s1")]
    assert list(room.deliveries.of_source("tally")) == []
    clock.passes(days=DAYS[Class.DELIVERIES] + 2)
    assert list(room.deliveries.of_source("typeform")) == []
    assert room.deliveries.find("S#1", "delivery#a") is None


def test_it_is_announced_again_as_something_new(room: LedgerRoom) -> None:
    room.deliveries.put(DELIVERY)
    room.deliveries.done(DELIVERY, "read", keep=True)
    room.deliveries.announce_again("S#1", "delivery#a", 4)
    (waiting,) = room.pending.waiting()
    assert waiting.revision == 4
    assert room.record.get("S#1", "delivery#a").announces == "delivery.received"


def test_a_vendors_limits_hold_for_all_workers(room: LedgerRoom, clock: FixedClock) -> None:
    limits = Limits(a_minute=2, a_day=3)
    other = LedgerRoom(LEDGER, clock=clock)
    taken = [one.allowance.take("north", limits, clock.now()) for one in (room, other, room)]
    assert taken == [None, None, Later(next_minute(clock.now()), OF_THE_MINUTE)]
    clock.passes(minutes=1)
    assert room.allowance.take("north", limits, clock.now()) is None
    assert room.allowance.take("north", limits, clock.now()) == Later(next_day(clock.now()), OF_THE_DAY)
    assert room.allowance.take("south", limits, clock.now()) is None
    clock.passes(days=1)
    assert room.allowance.take("north", limits, clock.now()) is None


def test_more_than_one_is_taken_as_a_whole_or_not_at_all(room: LedgerRoom, clock: FixedClock) -> None:
    limits = Limits(100, 100)
    taken = [room.allowance.take("words", limits, clock.now(), many) for many in (60, 41, 40, 1)]
    assert [one is None for one in taken] == [True, False, True, False]


def test_a_pause_holds_for_all_until_it_is_over(room: LedgerRoom, clock: FixedClock) -> None:
    limits = Limits(9, 9)
    wanted = Later(clock.passes(seconds=90), "the vendor asks us to wait")
    clock.passes(seconds=-90)
    room.allowance.pause("north", wanted, clock.now())
    assert room.allowance.take("north", limits, clock.now()) == wanted
    clock.passes(seconds=91)
    assert room.allowance.take("north", limits, clock.now()) is None
