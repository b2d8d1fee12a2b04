"""Chunks of digests: planned alone, leased as one, and what became of each reader."""

from dataclasses import replace
from datetime import timedelta

import pytest

from aws import LEDGER
from fakes import FixedClock
from fakes.rooms import Ledger
from fakes.values import TODAY
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.digest_chunk import Chunk, chunk_of
from throughline.domain.letter import LEASE
from throughline.domain.sending import Sent
from throughline.domain.week import Week
from throughline.errors import Unavailable

WEEK, ZONE = Week.of(TODAY), "Europe/London"
CHUNK = chunk_of(["id-ada", "id-ben", "id-cy"], ZONE)
LATER = LEASE + timedelta(minutes=1)


def planned(ledger: Ledger) -> None:
    ledger.chunks.put(WEEK, [CHUNK])


def standing(ledger: Ledger) -> Chunk:
    return next(ledger.chunks.of(WEEK))


def test_how_a_week_goes_is_decided_once(ledger: Ledger) -> None:
    ledger.chunks.went(WEEK, 3)
    assert ledger.chunks.together(WEEK, many=True)
    assert ledger.chunks.together(WEEK, many=False)
    assert not ledger.chunks.together(WEEK.previous(), many=False)
    assert ledger.chunks.fared(WEEK) == Sent(3)


def test_one_at_a_time_plans_a_zone_and_nobody_once_it_is_planned(ledger: Ledger, clock: FixedClock) -> None:
    chunks = ledger.chunks
    assert chunks.begin(WEEK, ZONE, clock.now())
    assert not chunks.begin(WEEK, ZONE, clock.now())
    assert chunks.begin(WEEK, "Asia/Tokyo", clock.now())
    clock.passes(minutes=17)
    assert chunks.begin(WEEK, ZONE, clock.now())
    assert not chunks.is_planned(WEEK, ZONE)
    chunks.planned(WEEK, ZONE)
    assert chunks.is_planned(WEEK, ZONE)
    assert not chunks.is_planned(WEEK, "Asia/Tokyo")
    clock.passes(minutes=17)
    assert not chunks.begin(WEEK, ZONE, clock.now())


def test_a_chunk_stands_as_it_was_planned(ledger: Ledger) -> None:
    planned(ledger)
    assert list(ledger.chunks.of(WEEK)) == [CHUNK]
    assert list(ledger.chunks.of(WEEK.previous())) == []


def test_a_chunk_is_claimed_once_until_its_lease_ends_and_twice_at_most(ledger: Ledger, clock: FixedClock) -> None:
    planned(ledger)
    chunks = ledger.chunks
    for _ in range(2):
        taken = chunks.claim(WEEK, CHUNK.id, clock.now())
        assert taken
        assert taken.people == CHUNK.people
        assert chunks.claim(WEEK, CHUNK.id, clock.now()) is None
        assert not standing(ledger).doubtful(clock.now())
        clock.moment += LATER
    assert standing(ledger).abandoned(clock.now())
    assert chunks.claim(WEEK, CHUNK.id, clock.now()) is None
    found = chunks.find(WEEK, CHUNK.id)
    assert found
    assert found.doubtful(clock.now())
    assert chunks.claim(WEEK, "nothing", clock.now()) is None


def test_whoever_claims_it_next_learns_whose_mail_went(ledger: Ledger, clock: FixedClock) -> None:
    planned(ledger)
    ledger.chunks.claim(WEEK, CHUNK.id, clock.now())
    for people in (["id-ada"], ["id-ada", "id-cy"]):
        ledger.chunks.reported(WEEK, CHUNK.id, people)
    clock.moment += LATER
    taken = ledger.chunks.claim(WEEK, CHUNK.id, clock.now())
    assert taken
    assert taken.waiting == ("id-ben",)


def test_what_is_given_back_keeps_what_became_of_some(ledger: Ledger, clock: FixedClock) -> None:
    planned(ledger)
    for _ in range(3):  # however often: it was no try
        taken = ledger.chunks.claim(WEEK, CHUNK.id, clock.now())
        assert taken
        ends = {"id-ben": "skipped: asked for none"}
        ledger.chunks.release(WEEK, replace(taken, sent=frozenset({"id-ada"}), ends=ends))
    assert standing(ledger).waiting == ("id-cy",)
    ledger.chunks.end(WEEK, standing(ledger))
    assert dict(standing(ledger).outcomes()) == {"id-ada": "sent", "id-ben": "skipped: asked for none", "id-cy": "sent"}


def test_a_report_of_what_is_not_there_changes_nothing(ledger: Ledger) -> None:
    ledger.chunks.reported(WEEK, "nothing", ["id-ada"])
    assert list(ledger.chunks.of(WEEK)) == []


def test_bad_news_of_a_reader_counts_once(ledger: Ledger) -> None:
    ledger.chunks.went(WEEK, 50)
    for _ in range(2):
        ledger.chunks.bad_news(WEEK, "id-ada", complaint=False)
    assert ledger.chunks.bad_news(WEEK, "id-ada", complaint=True) == Sent(50, bounced=1, complained=1)


def test_what_the_mail_service_knew_before_is_noted_and_not_counted(ledger: Ledger) -> None:
    for person in ("id-ada", "id-ben"):
        assert ledger.chunks.bad_news(WEEK, person, complaint=False, known=True) == Sent(0)
    assert list(ledger.chunks.bad_news_in(WEEK)) == [("bounce", "id-ada"), ("bounce", "id-ben")]


def test_whoever_lets_it_go_counts_anew_and_what_was_noted_stays(ledger: Ledger) -> None:
    ledger.chunks.went(WEEK, 50)
    ledger.chunks.bad_news(WEEK, "id-ada", complaint=False)
    ledger.chunks.anew(WEEK)
    ledger.chunks.went(WEEK, 7)
    assert ledger.chunks.bad_news(WEEK, "id-ada", complaint=False) == Sent(7)
    assert ledger.chunks.bad_news(WEEK, "id-ben", complaint=True) == Sent(7, complained=1)
    assert sorted(ledger.chunks.bad_news_in(WEEK)) == [("bounce", "id-ada"), ("complaint", "id-ben")]


def test_what_is_known_of_a_chunk_is_kept_while_it_stays_claimed(ledger: Ledger, clock: FixedClock) -> None:
    planned(ledger)
    taken = ledger.chunks.claim(WEEK, CHUNK.id, clock.now())
    assert taken
    ledger.chunks.noted(WEEK, replace(taken, sent=frozenset({"id-ada"}), ends={"id-ben": "skipped"}))
    assert (standing(ledger).state, standing(ledger).waiting) == ("claimed", ("id-cy",))
    assert ledger.chunks.claim(WEEK, CHUNK.id, clock.now()) is None


def test_whether_anything_moved_is_told_since_it_was_asked_last(ledger: Ledger) -> None:
    assert [ledger.chunks.still(WEEK, taken) for taken in (3, 3, 4, 4)] == [False, True, False, True]


def test_bad_news_of_a_reader_is_known_by_what_it_says(ledger: Ledger) -> None:
    ledger.chunks.bad_news(WEEK, "id-ada", complaint=False)
    ledger.chunks.bad_news(WEEK, "id-ben", complaint=True)
    found = [ledger.chunks.bad_news_of(WEEK, one) for one in ("id-ada", "id-ben", "id-cy")]
    assert found == [("bounce",), ("complaint",), ()]


def test_a_report_of_somebody_who_is_not_in_it_names_only_the_others(ledger: Ledger) -> None:
    planned(ledger)
    ledger.chunks.reported(WEEK, CHUNK.id, ["id-ada", "id-dan", "id"])
    assert standing(ledger).sent == {"id-ada"}


@pytest.mark.usefixtures("tables")
def test_whoever_is_erased_is_in_no_chunk_any_more(clock: FixedClock) -> None:
    room = LedgerRoom(LEDGER, clock=clock)
    planned(room)
    room.chunks.reported(WEEK, CHUNK.id, CHUNK.people)
    room.chunks.bad_news(WEEK, "id-ben", complaint=True)
    room.erasing.erase_digests("id-ben")
    assert standing(room).people == ("id-ada", "id-cy")
    assert not any("id-ben" in str((item.sk, item.body, item.names)) for item in room.record.scan())


@pytest.mark.usefixtures("tables")
def test_a_report_that_comes_after_the_erasure_puts_nobody_back(clock: FixedClock) -> None:
    room = LedgerRoom(LEDGER, clock=clock)
    planned(room)
    room.erasing.erase_digests("id-ben")
    room.chunks.reported(WEEK, CHUNK.id, CHUNK.people)
    assert standing(room).sent == {"id-ada", "id-cy"}
    assert not any("id-ben" in str((item.sk, item.body, item.names)) for item in room.record.scan())


@pytest.mark.usefixtures("tables")
def test_nobody_is_taken_out_of_a_chunk_that_is_being_sent(clock: FixedClock) -> None:
    room = LedgerRoom(LEDGER, clock=clock)
    planned(room)
    taken = room.chunks.claim(WEEK, CHUNK.id, clock.now())
    assert taken
    with pytest.raises(Unavailable, match="just now"):
        room.erasing.erase_digests("id-ben")
    room.chunks.end(WEEK, taken)
    room.erasing.erase_digests("id-ben")
    assert standing(room).people == ("id-ada", "id-cy")


@pytest.mark.usefixtures("tables")
def test_whoever_is_in_a_chunk_that_its_sender_left_is_taken_out(clock: FixedClock) -> None:
    room = LedgerRoom(LEDGER, clock=clock)
    planned(room)
    room.chunks.claim(WEEK, CHUNK.id, clock.now())
    clock.moment += LATER
    room.erasing.erase_digests("id-ben")
    taken = room.chunks.claim(WEEK, CHUNK.id, clock.now())
    assert taken
    assert taken.people == ("id-ada", "id-cy")
