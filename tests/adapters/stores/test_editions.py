"""What a week's digest was settled to tell, and the CX manager's wishes beside it."""

from dataclasses import replace

import pytest

from aws import LEDGER
from fakes import FixedClock
from fakes.rooms import Ledger
from fakes.values import TODAY
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.edition import DROPPED, MOST_MARKED, PINNED, Edition, Hand, Turns
from throughline.domain.edition_turns import MOST_WAITING
from throughline.domain.week import Week

WEEK = Week.of(TODAY)
FIRST = Edition(
    str(WEEK),
    told=("abcdefgh",),
    people=Turns(("id-ada",), ("id-bo",)),
    departments=Turns(("Packing",)),
    headline="abcdefgh",
    led="Packing",
    lesson="open",
    recalls=("shoes",),
    merged=True,
)


def test_a_week_that_nobody_settled_has_no_edition_and_no_wishes(ledger: Ledger) -> None:
    assert ledger.editions.of(WEEK) == (None, Hand())


def test_the_first_to_settle_a_week_settles_it_for_all(ledger: Ledger) -> None:
    assert ledger.editions.settle(FIRST) == FIRST
    assert ledger.editions.settle(Edition(str(WEEK), put_off=True)) == FIRST
    assert ledger.editions.of(WEEK)[0] == FIRST
    assert ledger.editions.of(WEEK.previous())[0] is None


def test_one_of_very_many_is_kept_with_all_that_it_leaves_out_and_all_who_wait(ledger: Ledger) -> None:
    marks = tuple(f"{at:08}" for at in range(MOST_MARKED))
    ids = tuple(f"{at:032}" for at in range(MOST_WAITING))
    names = tuple(f"Department of {at:040}" for at in range(MOST_WAITING))
    people, departments = Turns(ids[:40], ids), Turns(names[:1000], names)
    book = replace(FIRST, told=(), whole=True, untold=marks, back=2, people=people, departments=departments)
    assert ledger.editions.settle(book) == book
    assert ledger.editions.of(WEEK)[0] == book


def test_one_that_was_kept_before_what_is_left_out_was_noted_still_reads(ledger: Ledger) -> None:
    ledger.editions.settle(replace(FIRST, told=(), whole=True))
    edition, _ = ledger.editions.of(WEEK)
    assert edition
    assert (edition.untold, edition.weeks()) == (None, (WEEK, WEEK.previous()))


def test_wishes_stand_beside_the_edition_and_the_last_one_counts(ledger: Ledger) -> None:
    ledger.editions.hold(WEEK, held=True)
    ledger.editions.mark(WEEK, "aaaaaaaa", PINNED)
    for wish in (PINNED, DROPPED):
        ledger.editions.mark(WEEK, "bbbbbbbb", wish)
    ledger.editions.note(WEEK, "Well done.", "Ida Berg, CEO")
    wanted = Hand(held=True, pinned=("aaaaaaaa",), dropped=("bbbbbbbb",), note="Well done.", by="Ida Berg, CEO")
    assert ledger.editions.of(WEEK) == (None, wanted)


def test_a_digest_that_was_released_goes_however_little_it_tells(ledger: Ledger) -> None:
    for held in (True, True, False):
        ledger.editions.hold(WEEK, held=held)
    assert ledger.editions.of(WEEK)[1] == Hand(held=False, free=True)


def test_since_when_it_may_go_is_known_unless_it_is_held_again(ledger: Ledger, clock: FixedClock) -> None:
    known = [ledger.editions.let_go_at(WEEK)]
    for held in (True, False, True):
        ledger.editions.hold(WEEK, held=held)
        known.append(ledger.editions.let_go_at(WEEK))
    assert known == [None, None, clock.now(), None]


@pytest.mark.usefixtures("tables")
def test_whoever_is_erased_is_in_no_edition_that_is_kept(clock: FixedClock) -> None:
    room = LedgerRoom(LEDGER, clock=clock)
    for week in (WEEK, WEEK.previous()):
        room.editions.settle(replace(FIRST, week=str(week)))
    room.erasing.erase_digests("id-ada")
    for week in (WEEK, WEEK.previous()):
        assert room.editions.of(week)[0] == replace(FIRST, week=str(week), people=Turns((), ("id-bo",)))
