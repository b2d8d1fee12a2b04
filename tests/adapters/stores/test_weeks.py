"""A week's thanks, changes, counts and digests."""

from dataclasses import replace
from datetime import date, timedelta

from fakes.rooms import Ledger
from fakes.values import NOW, TODAY, case, feedback, thanks
from throughline.domain.case import Action, State, Step
from throughline.domain.line import Advance, Outcome
from throughline.domain.recognition import Change, Thanks
from throughline.domain.week import Week

WEEK = Week.of(TODAY)
SUNDAY, MONDAY = date(2026, 11, 29), date(2026, 11, 30)


def give(ledger: Ledger, identity: str, on: date) -> Thanks:
    said = feedback(identity=identity)
    given_thanks = thanks(said.line, on=on)
    ledger.facts.record(said)
    ledger.cases.settle(Outcome(said.line, "fact", ("thanks",), thanks=(given_thanks,)))
    return given_thanks


def test_thanks_stand_in_their_own_week_the_oldest_first(ledger: Ledger) -> None:
    late, early = give(ledger, "device-0001", SUNDAY), give(ledger, "device-0002", TODAY)
    give(ledger, "device-0003", MONDAY)
    assert list(ledger.weeks.thanks(WEEK)) == [early, late]
    assert len(ledger.weeks.thanks(Week.of(MONDAY))) == 1
    assert list(ledger.weeks.changes(WEEK)) == []


def test_changes_stand_in_their_own_week(ledger: Ledger) -> None:
    said = feedback()
    opened = case(said.line)
    ledger.facts.record(said)
    ledger.cases.settle(Outcome(said.line, "fact", ("routed",), (opened,)))
    made = Change(said.line, 1, "Packing", "Opening the parcel", "scratched", "Wrapped.", SUNDAY, "North")
    moved = replace(opened, state=State.RESOLVED, version=2)
    taken = Step(2, Action.RESOLVE, State.ROUTED, State.RESOLVED, "Packing", SUNDAY)
    ledger.cases.advance(Advance(moved, taken, change=made))
    assert list(ledger.weeks.changes(WEEK)) == [made]
    assert list(ledger.weeks.changes(WEEK.previous())) == []


def test_a_digest_is_taken_once_a_person_and_week(ledger: Ledger) -> None:
    assert ledger.digests.claim(WEEK, "ada", NOW) is True
    assert ledger.digests.claim(WEEK, "ada", NOW) is False
    assert ledger.digests.claim(WEEK, "bo", NOW) is True
    assert ledger.digests.claim(WEEK.previous(), "ada", NOW) is True


def test_a_digest_that_was_given_back_can_be_taken_again(ledger: Ledger) -> None:
    ledger.digests.claim(WEEK, "ada", NOW)
    ledger.digests.release(WEEK, "ada")
    assert ledger.digests.claim(WEEK, "ada", NOW) is True


def test_a_digest_whose_sender_died_is_taken_once_more(ledger: Ledger) -> None:
    ledger.digests.claim(WEEK, "ada", NOW)
    later = NOW + timedelta(minutes=16)
    assert ledger.digests.claim(WEEK, "ada", later) is True
    assert ledger.digests.claim(WEEK, "ada", later + timedelta(hours=1)) is False


def test_a_digest_that_ended_stays_so_and_is_reported(ledger: Ledger) -> None:
    for person, outcome in (("ada", "sent"), ("bo", "skipped: has left")):
        ledger.digests.claim(WEEK, person, NOW)
        ledger.digests.done(WEEK, person, outcome, "ses-1")
    assert ledger.digests.claim(WEEK, "ada", NOW + timedelta(days=1)) is False
    assert sorted(ledger.digests.report(WEEK)) == [("ada", "sent"), ("bo", "skipped: has left")]
