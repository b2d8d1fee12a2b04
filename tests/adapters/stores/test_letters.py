"""A mail is taken by one sender at a time, and goes out once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fakes.case_figures import but_counting
from fakes.rooms import Ledger
from fakes.values import NOW, case, feedback, letter
from throughline.domain.letter import UNNAMED, Letter, LetterKind
from throughline.domain.line import Outcome

LINE, NAME = feedback().line, "letter#case#1"
OTHER = feedback(identity="device-0002")
QUARTER = timedelta(minutes=15)
SOON = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _written(ledger: Ledger) -> None:
    ledger.facts.record(feedback())
    ledger.cases.settle(Outcome(LINE, "fact", ("routed",), (case(LINE),), letters=(letter(LINE),)))


def waiting(ledger: Ledger) -> list[str]:
    return [key.sk for key in but_counting(ledger.pending.waiting())]


def test_a_mail_is_taken_with_all_that_it_says(ledger: Ledger) -> None:
    assert ledger.letters.claim(LINE, NAME, NOW) == letter(LINE)


def test_nobody_takes_a_mail_that_is_taken(ledger: Ledger) -> None:
    ledger.letters.claim(LINE, NAME, NOW)
    assert ledger.letters.claim(LINE, NAME, NOW + QUARTER - SOON) is None


def test_a_mail_whose_sender_died_is_taken_once_more_and_never_a_third_time(ledger: Ledger) -> None:
    ledger.letters.claim(LINE, NAME, NOW)
    assert ledger.letters.claim(LINE, NAME, NOW + QUARTER + SOON) == letter(LINE)
    assert ledger.letters.claim(LINE, NAME, NOW + 4 * QUARTER) is None


def test_a_mail_that_was_given_back_is_no_try(ledger: Ledger) -> None:
    for _ in range(5):
        assert ledger.letters.claim(LINE, NAME, NOW) == letter(LINE)
        ledger.letters.release(LINE, NAME)
    assert waiting(ledger) == [NAME]


def test_a_mail_that_went_out_is_done_for_good(ledger: Ledger) -> None:
    ledger.letters.claim(LINE, NAME, NOW)
    ledger.letters.sent(LINE, NAME, "ses-1")
    assert waiting(ledger) == []
    assert ledger.letters.claim(LINE, NAME, NOW + 4 * QUARTER) is None


def test_a_mail_that_went_out_can_not_be_given_back(ledger: Ledger) -> None:
    ledger.letters.claim(LINE, NAME, NOW)
    ledger.letters.sent(LINE, NAME, "ses-1")
    ledger.letters.release(LINE, NAME)
    assert ledger.letters.claim(LINE, NAME, NOW + 4 * QUARTER) is None


def test_reports_that_a_mail_went_may_come_late_and_often(ledger: Ledger) -> None:
    ledger.letters.claim(LINE, NAME, NOW)
    for _ in range(3):
        ledger.letters.sent(LINE, NAME, "ses-1")
    assert ledger.letters.claim(LINE, NAME, NOW + 4 * QUARTER) is None


def test_a_report_settles_a_mail_whose_sender_died_after_sending(ledger: Ledger) -> None:
    ledger.letters.claim(LINE, NAME, NOW)
    ledger.letters.sent(LINE, NAME, "ses-1")
    assert ledger.letters.claim(LINE, NAME, NOW + QUARTER + SOON) is None


def test_a_mail_that_can_never_go_waits_no_more(ledger: Ledger) -> None:
    assert ledger.letters.claim(LINE, NAME, NOW)
    ledger.letters.refused(LINE, NAME, "nobody's address")
    assert waiting(ledger) == []
    assert ledger.letters.claim(LINE, NAME, NOW + 4 * QUARTER) is None


def test_a_mail_that_nobody_wrote_can_neither_be_taken_nor_reported(ledger: Ledger) -> None:
    assert ledger.letters.claim(LINE, "letter#none", NOW) is None
    ledger.letters.sent(LINE, "letter#none", "ses-9")
    assert ledger.letters.claim(LINE, "letter#none", NOW) is None


def test_a_mail_is_in_doubt_only_when_both_its_tries_ran_out(ledger: Ledger) -> None:
    ledger.letters.claim(LINE, NAME, NOW)
    assert not ledger.letters.in_doubt(LINE, NAME, NOW + QUARTER + SOON)
    ledger.letters.claim(LINE, NAME, NOW + QUARTER + SOON)
    assert not ledger.letters.in_doubt(LINE, NAME, NOW + QUARTER + 2 * SOON)
    assert ledger.letters.in_doubt(LINE, NAME, NOW + 4 * QUARTER)
    ledger.letters.sent(LINE, NAME, "ses-1")
    assert not ledger.letters.in_doubt(LINE, NAME, NOW + 4 * QUARTER)
    assert not ledger.letters.in_doubt(LINE, "letter#none", NOW)


def test_a_mail_is_found_by_the_mail_services_id_once_it_reports_it(ledger: Ledger) -> None:
    ledger.letters.claim(LINE, NAME, NOW)
    ledger.letters.sent(LINE, NAME, "ses-1")
    assert ledger.letters.answered_by("ses-1") is None
    for _ in range(2):
        ledger.letters.reported(LINE, NAME, "ses-1")
    assert ledger.letters.answered_by("ses-1") == (LINE, NAME)
    assert waiting(ledger) == []
    ledger.letters.reported(LINE, "letter#none", "ses-9")
    assert ledger.letters.answered_by("ses-9") is None


def test_a_mail_that_came_back_goes_out_once_more(ledger: Ledger) -> None:
    ledger.letters.claim(LINE, NAME, NOW)
    ledger.letters.sent(LINE, NAME, "ses-1")
    assert [ledger.letters.came_back(LINE, NAME, "ses-1") for _ in range(2)] == [True, True]
    assert waiting(ledger) == [NAME]
    ledger.letters.sent(LINE, NAME, "ses-1")  # a late note of the first time
    ledger.letters.reported(LINE, NAME, "ses-1")
    again = ledger.letters.claim(LINE, NAME, NOW)
    assert again == replace(letter(LINE), returned=True)
    ledger.letters.sent(LINE, NAME, "ses-2")
    assert not ledger.letters.came_back(LINE, NAME, "ses-2")
    assert ledger.letters.came_back(LINE, NAME, "ses-1")
    assert waiting(ledger) == []
    assert ledger.letters.came_back(LINE, "letter#none", "ses-2")


def test_whom_an_unnamed_mail_went_to_is_forgotten_when_it_went(ledger: Ledger) -> None:
    ledger.facts.record_sealed(
        OTHER, Letter(OTHER.line, UNNAMED, LetterKind.UNNAMED, "kim@shop.example", {"quote": "x"})
    )
    ledger.facts.unseal(OTHER.line)
    taken = ledger.letters.claim(OTHER.line, UNNAMED, NOW)
    assert taken
    assert taken.to == "kim@shop.example"
    ledger.letters.release(OTHER.line, UNNAMED)
    ledger.letters.claim(OTHER.line, UNNAMED, NOW)
    ledger.letters.sent(OTHER.line, UNNAMED, "ses-3")
    assert "kim@shop.example" not in repr(ledger.facts.line(OTHER.line))
    assert ledger.letters.claim(OTHER.line, UNNAMED, NOW + 4 * QUARTER) is None
