"""Addresses that were asked for a click, in both stores."""

from dataclasses import replace

from fakes import FixedClock
from fakes.rooms import Ledger
from fakes.values import NOW, TODAY, letter
from throughline.domain.reach import Asked

ASKED = Asked("code", "packing@shop.example", ("Packing",), TODAY, "isla@shop.example", "isla")
MAIL = letter("Z#code", "letter#confirm_address#2026-11-23")


def test_it_is_waited_for_until_it_answers(ledger: Ledger) -> None:
    ledger.addresses.ask(ASKED, MAIL)
    assert ledger.addresses.asked("code") == ASKED
    assert list(ledger.addresses.waiting()) == [ASKED]
    assert ledger.addresses.settle("code") is True
    assert ledger.addresses.asked("code") is None
    assert list(ledger.addresses.waiting()) == []
    assert ledger.addresses.settle("code") is False


def test_asked_again_its_mail_goes_once_and_what_is_noted_is_new(ledger: Ledger) -> None:
    ledger.addresses.ask(ASKED, MAIL)
    ledger.addresses.ask(replace(ASKED, manager="bo@shop.example"), MAIL)
    (waiting,) = ledger.addresses.waiting()
    assert waiting.manager == "bo@shop.example"
    assert ledger.letters.claim(MAIL.line, MAIL.name, NOW)
    assert ledger.letters.claim(MAIL.line, MAIL.name, NOW) is None


def test_whoever_sends_hears_at_once_that_it_answered(ledger: Ledger, clock: FixedClock) -> None:
    assert ledger.standings.unconfirmed("other") is None
    ledger.addresses.ask(ASKED, MAIL)
    assert ledger.standings.unconfirmed("code") == ASKED
    ledger.addresses.settle("code")
    assert ledger.standings.unconfirmed("code") is None
    clock.passes(minutes=20)
    ledger.addresses.ask(ASKED, None)
    assert ledger.standings.unconfirmed("code") == ASKED
