"""How mail to an address fares is counted once a report, and known by code."""

from datetime import timedelta

import pytest

from fakes import FixedClock
from fakes.rooms import Ledger
from fakes.values import TODAY
from throughline.domain.reach import Reach

CODE, OTHER = "a1b2", "c3d4"


def test_an_address_nobody_spoke_of_is_reachable(ledger: Ledger) -> None:
    assert str(ledger.standings.of(CODE)) == "reachable"
    assert not ledger.standings.unreachable(CODE, staff=False)


def test_each_report_counts_once(ledger: Ledger) -> None:
    for report in ("m1", "m1", "m2", "m2"):
        ledger.standings.bounced(CODE, report, lasting=False, staff=False)
    assert ledger.standings.of(CODE) == Reach(CODE, 2, TODAY)
    assert not ledger.standings.unreachable(CODE, staff=False)


@pytest.mark.parametrize("staff", [True, False])
def test_what_is_lost_for_good_stays_so_until_it_is_mended(ledger: Ledger, clock: FixedClock, *, staff: bool) -> None:
    ledger.standings.bounced(CODE, "m1", lasting=True, staff=staff)
    ledger.standings.bounced(CODE, "m2", lasting=False, staff=staff)
    assert ledger.standings.unreachable(CODE, staff=staff)
    assert not ledger.standings.unreachable(OTHER, staff=staff)
    assert list(ledger.standings.unreached()) == [Reach(CODE, 2, TODAY, lasting=True)]
    assert [ledger.standings.mended(CODE), ledger.standings.mended(CODE)] == [True, False]
    clock.moment += timedelta(minutes=1)  # a worker remembers departments' mailboxes for half a minute
    assert not ledger.standings.unreachable(CODE, staff=staff)
    assert list(ledger.standings.unreached()) == []


@pytest.mark.parametrize("staff", [True, False])
def test_what_was_mended_stays_so_when_the_same_report_comes_again(ledger: Ledger, *, staff: bool) -> None:
    ledger.standings.bounced(CODE, "m1", lasting=True, staff=staff)
    assert ledger.standings.mended(CODE)
    ledger.standings.bounced(CODE, "m1", lasting=True, staff=staff)
    assert str(ledger.standings.of(CODE)) == "reachable"
    assert not ledger.standings.mended(CODE)
    ledger.standings.bounced(CODE, "m2", lasting=True, staff=staff)
    assert ledger.standings.of(CODE) == Reach(CODE, 1, TODAY, lasting=True)


def test_of_many_addresses_those_are_told_that_no_mail_arrives_at(ledger: Ledger, clock: FixedClock) -> None:
    ledger.standings.bounced("code-7", "m0", lasting=True, staff=True)
    ledger.standings.bounced(CODE, "m1", lasting=True, staff=False)
    ledger.standings.bounced(OTHER, "m2", lasting=False, staff=False)
    asked = [CODE, OTHER, *(f"code-{at}" for at in range(200))]
    assert ledger.standings.lost_among(asked) == {CODE, "code-7"}
    assert ledger.standings.lost_among([]) == frozenset()
    ledger.standings.mended(CODE)
    clock.moment += timedelta(minutes=1)  # a worker remembers them for half a minute
    assert ledger.standings.lost_among(asked) == {"code-7"}


def test_a_complaint_stands_beside(ledger: Ledger) -> None:
    for _ in range(2):
        ledger.standings.complained(CODE)
    assert str(ledger.standings.of(CODE)) == "reachable, complained"
    ledger.standings.bounced(CODE, "m1", lasting=True, staff=False)
    assert str(ledger.standings.of(CODE)) == "unreachable since 2026-11-23, complained"
