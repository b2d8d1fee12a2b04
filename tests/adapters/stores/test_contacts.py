"""Sealed contacts: written with their answer, gone with their call-back."""

from dataclasses import replace

from fakes import FixedClock
from fakes.rooms import Ledger
from fakes.values import TODAY, answer, case
from throughline.domain.case import Action, State, Step
from throughline.domain.contact import Contacting, Look
from throughline.domain.line import Advance, Outcome
from throughline.domain.retention import DAYS, Class
from throughline.domain.survey import CONTACT_WANTED
from throughline.ports.contacts import Taken

ASKED = answer(None, question_key="may-we-call", metric=None, hints={CONTACT_WANTED: True})
NO_MORE = replace(ASKED, revision=2, hints={CONTACT_WANTED: False})
LINE = ASKED.line


def closed(ledger: Ledger) -> None:
    """The call-back of the line is done."""
    opened = case(LINE, call_back=True)
    assert ledger.cases.settle(Outcome(LINE, "fact#may-we-call", ("routed",), (opened,), revision=ASKED.revision))
    step = Step(2, Action.RESOLVE, State.ROUTED, State.RESOLVED, "Packing", TODAY, reason="reached")
    done = replace(opened, state=State.RESOLVED, version=2)
    assert ledger.cases.advance(Advance(done, step, forgets_contact=True))


def test_a_contact_is_written_with_its_answer_once(ledger: Ledger) -> None:
    assert ledger.contacts.record(ASKED, "sealed") is Taken.WRITTEN
    assert ledger.contacts.record(ASKED, "other") is Taken.REPEATED
    line = ledger.facts.line(LINE)
    assert (line.answers, line.contact, ledger.contacts.find(LINE)) == ((ASKED,), Contacting.KEPT, "sealed")


def test_the_latest_revision_holds(ledger: Ledger) -> None:
    ledger.contacts.record(ASKED, "sealed")
    assert ledger.contacts.record(replace(ASKED, revision=3), "newer") is Taken.WRITTEN
    assert ledger.contacts.record(replace(ASKED, revision=2), "older") is Taken.REPEATED
    assert ledger.contacts.find(LINE) == "newer"


def test_whoever_does_not_ask_any_more_is_forgotten_until_they_ask_again(ledger: Ledger) -> None:
    ledger.contacts.withdraw(NO_MORE)
    assert ledger.facts.line(LINE).contact is None
    ledger.contacts.record(ASKED, "sealed")
    ledger.contacts.withdraw(replace(ASKED, revision=1))
    assert ledger.contacts.find(LINE) == "sealed"
    ledger.contacts.withdraw(NO_MORE)
    assert (ledger.contacts.find(LINE), ledger.facts.line(LINE).contact) == ("", Contacting.WITHDRAWN)
    assert ledger.contacts.record(replace(ASKED, revision=3), "again") is Taken.WRITTEN
    assert ledger.contacts.find(LINE) == "again"


def test_when_the_call_back_ends_the_contact_is_gone_and_none_is_taken_any_more(ledger: Ledger) -> None:
    ledger.contacts.record(ASKED, "sealed")
    closed(ledger)
    assert (ledger.contacts.find(LINE), ledger.facts.line(LINE).contact) == ("", Contacting.GONE)
    assert ledger.contacts.record(replace(ASKED, revision=5), "late") is Taken.NO_CONTACT
    ledger.contacts.withdraw(replace(ASKED, revision=6))
    assert ledger.facts.line(LINE).contact is Contacting.GONE
    assert ledger.facts.line(LINE).answers == (ASKED,)


def test_a_look_is_kept_once_a_day_and_case(ledger: Ledger) -> None:
    look = Look(1, "Packing", TODAY)
    for one in (look, look, replace(look, number=2)):
        ledger.contacts.note(LINE, one)
    assert ledger.facts.line(LINE).looks == (look, replace(look, number=2))


def test_a_contact_is_forgotten_in_its_time(ledger: Ledger, clock: FixedClock) -> None:
    ledger.contacts.record(ASKED, "sealed")
    clock.passes(days=DAYS[Class.CONTACTS] - 1)
    assert ledger.contacts.find(LINE) == "sealed"
    assert DAYS[Class.CONTACTS] <= DAYS[Class.WORDS]
