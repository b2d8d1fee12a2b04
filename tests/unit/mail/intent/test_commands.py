"""The answers that our mails suggest, and what is made of the words beside them."""

from datetime import date

import pytest

from throughline.domain.mail.incoming import Intent
from unit.mail.intent.replies import DEPARTMENTS, meant


@pytest.mark.parametrize(
    "words", ["got it", "Got it.", "haben wir", "HABEN WIR!", "Hi Ann,\n\ngot it\n\nBest regards\nTom"]
)
def test_got_it(words: str) -> None:
    assert meant(words).intent is Intent.ACKNOWLEDGE


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("fixed: we changed the tape", "we changed the tape"),
        ("Fixed: the box was broken, we changed the tape.", "the box was broken, we changed the tape."),
        ("erledigt: neues Band", "neues Band"),
        ("Hallo Ann,\n\nerledigt: neues Band\n\nVG\nTom", "neues Band"),
        ("fixed", ""),
        ("Done, thanks!", ""),
        ("We fixed the label printer.", "We fixed the label printer."),
    ],
)
def test_fixed_tells_what_was_changed(said: str, changed: str) -> None:
    assert (meant(said).intent, meant(said).words) == (Intent.RESOLVE, changed)


@pytest.mark.parametrize(
    "words", ["fixed: nothing", "fixed: no", "fixed: not yet", "fixed: half of it", "fixed: still broken"]
)
def test_the_command_with_words_that_deny_it_is_none(words: str) -> None:
    assert meant(words).intent is Intent.COMMENT


@pytest.mark.parametrize(
    ("words", "department"),
    [
        ("not ours, it's Packing", "Packing"),
        ("not ours, it's … Packing", "Packing"),
        ("not ours, its pakcing", "Packing"),
        ("not ours, it's the customer care team", "Customer Care"),
        ("Please ask Customer-Care.", "Customer Care"),
        ("Pass to Finance and Tax please", "Finance & Tax"),
        ("Not for us. IT look after this.", "IT"),
        ("nicht unseres, das gehört zu Verpackung", "Verpackung"),
        ("nicht unseres, das ist die Kueche", "Küche"),
        ("ist was für verpakung", "Verpackung"),
        ("转给物流部", "物流部"),
        ("Not ours, not Transport either, it's Packing", "Packing"),
        ("not ours", ""),
        ("Nicht unseres, das gehört dem Kunden", ""),
    ],
)
def test_a_department_is_known_in_spite_of_how_it_is_written(words: str, department: str) -> None:
    assert (meant(words, *DEPARTMENTS).intent, meant(words, *DEPARTMENTS).to) == (Intent.HAND_ON, department)


@pytest.mark.parametrize(
    "words", ["Is it Packing?", "Packing did it wrong", "We asked Packing yesterday", "I will ask Packing", "Packing"]
)
def test_naming_a_department_hands_nothing_on(words: str) -> None:
    assert meant(words, *DEPARTMENTS).intent in (Intent.COMMENT, Intent.QUESTION)


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("need more time until Friday", date(2026, 11, 27)),
        ("need more time until … 3 December", date(2026, 12, 3)),
        ("wir brauchen mehr Zeit bis 3.12.", date(2026, 12, 3)),
        ("need more time", None),
    ],
)
def test_more_time_until_a_day(words: str, until: date | None) -> None:
    assert (meant(words).intent, meant(words).until, meant(words).words) == (Intent.EXTEND, until, "")


@pytest.mark.parametrize(
    ("words", "why"), [("fixed", "fixed"), ("It is not fixed.", "not"), ("Which shop?", "Which shop"), ("Hm", "")]
)
def test_the_words_that_decided_are_told(words: str, why: str) -> None:
    assert meant(words).why == why
