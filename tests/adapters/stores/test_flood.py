"""A note counts towards its limits in the write that records it, once; one too many leaves nothing behind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pynamodb.exceptions import CancellationReason, TransactWriteError, VerboseClientError

from aws import LEDGER
from fakes import FixedClock
from fakes.outside import ROOT
from fakes.rooms import Ledger
from fakes.values import NOW, feedback
from throughline.adapters.dynamo import flood
from throughline.adapters.dynamo.committing import commit
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.feedback import Feedback
from throughline.domain.flood import Bounds, By, Limit, limits_of
from throughline.domain.letter import UNNAMED, Letter, LetterKind
from throughline.domain.retention import expiry
from throughline.errors import Unavailable

BOUNDS = Bounds(link_an_hour=2, sender_a_day=1)


def by(link: str = "North", sender: str = "") -> tuple[Limit, ...]:
    return limits_of(BOUNDS, ROOT, NOW, link=link, sender=sender)


def note(number: int) -> Feedback:
    return feedback(identity=f"device-{number:04}")


def taken(ledger: Ledger, numbers: range, limits: tuple[Limit, ...]) -> list[bool]:
    return [ledger.facts.record(note(number), limits=limits).new for number in numbers]


def test_as_many_as_may_come_are_recorded_and_the_next_is_not(ledger: Ledger) -> None:
    assert taken(ledger, range(2), by()) == [True, True]
    standing = ledger.facts.record(note(2), limits=by())
    assert (standing.new, standing.over and standing.over.by) == (False, By.LINK)
    assert ledger.facts.feedback(note(2).line) is None
    assert len(list(ledger.pending.waiting())) == 2


def test_the_same_note_again_counts_nothing_and_is_found(ledger: Ledger) -> None:
    assert taken(ledger, range(1), by()) == [True]
    again = [ledger.facts.record(note(0), limits=by()) for _ in range(5)]
    assert {(one.new, one.over, one.digest) for one in again} == {(False, None, note(0).digest)}
    assert taken(ledger, range(1, 3), by()) == [True, False]


def test_the_same_note_is_found_once_no_more_is_taken(ledger: Ledger) -> None:
    taken(ledger, range(3), by())
    standing = ledger.facts.record(note(1), limits=by())
    assert (standing.new, standing.over, standing.digest) == (False, None, note(1).digest)


def test_other_links_and_senders_feel_nothing(ledger: Ledger) -> None:
    taken(ledger, range(9), by())
    assert taken(ledger, range(9, 10), by("South")) == [True]
    assert taken(ledger, range(10, 11), ()) == [True]
    assert taken(ledger, range(11, 13), by("", "ros")) == [True, False]
    assert taken(ledger, range(13, 14), by("", "pat")) == [True]


def test_what_one_limit_refuses_does_not_count_for_the_other(ledger: Ledger) -> None:
    assert taken(ledger, range(4), by("North", "ros")) == [True, False, False, False]
    assert taken(ledger, range(4, 6), by("North")) == [True, False]


def test_of_both_limits_the_links_is_named_first(ledger: Ledger) -> None:
    limits = limits_of(Bounds(1, 1), ROOT, NOW, link="North", sender="ros")
    ledger.facts.record(note(0), limits=limits)
    over = ledger.facts.record(note(1), limits=limits).over
    assert over == limits[0]


def test_a_sealed_note_counts_like_another_and_its_letter_goes_with_it(ledger: Ledger) -> None:
    limits = by("", "ros")
    letters = [
        Letter(note(number).line, UNNAMED, LetterKind.UNNAMED, "ros@home.example", {"quote": "", "receipt": ""})
        for number in range(2)
    ]
    first, again, other = (ledger.facts.record_sealed(note(number), letters[number], limits) for number in (0, 0, 1))
    assert [one.new for one in (first, again, other)] == [True, False, False]
    assert [one.over for one in (first, again, other)] == [None, None, *limits]
    assert ledger.facts.line(note(1).line).letters == ()


@pytest.mark.usefixtures("tables")
def test_a_count_holds_a_code_a_number_and_a_day(clock: FixedClock) -> None:
    clock.passes(minutes=17)
    room = LedgerRoom(LEDGER, clock=clock)
    room.facts.record(note(0), limits=by("North", "ros"))
    counts = [item for item in room.record.scan() if item.pk.startswith("FL#")]
    held = [{name: value for name, value in item.attribute_values.items() if value is not None} for item in counts]
    end = expiry(1, NOW.date())
    assert sorted(one["sk"] for one in held) == ["link", "sender"]
    assert all({**one, "pk": "", "sk": ""} == {"pk": "", "sk": "", "taken": 1, "expires": end} for one in held)
    assert end == int((NOW + timedelta(days=2)).replace(hour=0).timestamp())


# ── others write the same at the same moment ──
def cancelled(*codes: str) -> TransactWriteError:
    reasons = [CancellationReason(code=code) if code else None for code in codes]
    said: Any = {"Error": {"Code": "TransactionCanceledException", "Message": ""}}
    return TransactWriteError("", VerboseClientError(said, "TransactWriteItems", cancellation_reasons=reasons))


@pytest.fixture
def beaten(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[int]]:
    """The next writes are cancelled for these reasons; gives how often one was tried."""

    def beat(*reasons: tuple[str, ...]) -> list[int]:
        tries, left = list[int](), list(reasons)

        def tried(together: Any) -> None:
            tries.append(1)
            if left:
                raise cancelled(*left.pop(0))
            commit(together)

        monkeypatch.setattr(flood, "commit", tried)
        monkeypatch.setattr(flood, "FIRST_PAUSE", 0)
        return tries

    return beat


@pytest.mark.usefixtures("tables")
def test_a_note_that_meets_another_at_the_count_is_tried_again(
    clock: FixedClock, beaten: Callable[..., list[int]]
) -> None:
    room, tries = LedgerRoom(LEDGER, clock=clock), beaten(*[("", "TransactionConflict")] * 3)
    assert room.facts.record(note(0), limits=by()).new
    assert len(tries) == 4
    (count,) = [item for item in room.record.scan() if item.pk.startswith("FL#")]
    assert count.taken == 1


@pytest.mark.usefixtures("tables")
def test_whoever_meets_others_all_the_time_is_asked_to_come_again(
    clock: FixedClock, beaten: Callable[..., list[int]]
) -> None:
    room = LedgerRoom(LEDGER, clock=clock)
    tries = beaten(*[("", "TransactionConflict")] * 99)
    with pytest.raises(Unavailable):
        room.facts.record(note(0), limits=by())
    assert len(tries) == flood.TRIES


@pytest.mark.usefixtures("tables")
def test_a_note_that_is_being_written_twice_is_no_note_too_many(
    clock: FixedClock, beaten: Callable[..., list[int]]
) -> None:
    """The other of two sendings took the last place, and is not to be seen yet."""
    room = LedgerRoom(LEDGER, clock=clock)
    limits = tuple(replace(one, most=1) for one in by())
    room.facts.record(note(0), limits=limits)
    beaten(("TransactionConflict", "ConditionalCheckFailed"))
    standing = room.facts.record(note(0), limits=limits)
    assert (standing.new, standing.over, standing.digest) == (False, None, note(0).digest)


@pytest.mark.usefixtures("tables")
def test_a_table_that_is_away_is_away(clock: FixedClock, beaten: Callable[..., list[int]]) -> None:
    room, tries = LedgerRoom(LEDGER, clock=clock), beaten(("", "ThrottlingError"))
    with pytest.raises(Unavailable):
        room.facts.record(note(0), limits=by())
    assert len(tries) == 1
