"""Reasons and moments, said in the reader's language."""

from gettext import NullTranslations, translation
from pathlib import Path

import pytest

from throughline.adapters import paper
from throughline.adapters.paper_sayings import REASONS, moment_in, reason_in
from throughline.domain.decision import Skipped
from throughline.domain.feedback import Kind
from throughline.domain.journey import Cue, JourneyMap, Part
from throughline.domain.routing import Router


@pytest.fixture
def german(catalogues: Path) -> NullTranslations:
    return translation(paper.DOMAIN, catalogues, ["de"])


def part(touchpoint: str, department: str, *cues: Cue) -> Part:
    return Part("Buying", "Receiving", touchpoint, "home", department, "", "", cues, "2d", "")


ROUTER = Router(
    JourneyMap(
        "1",
        (
            part("Unpacking", "Packing", Cue("crushed box"), Cue("wet carton", decides=True)),
            part("Delivery", "Drivers", Cue("doorstep")),
        ),
    )
)


@pytest.mark.parametrize(
    ("words", "touchpoint", "kind"),
    [
        ("It stood on the doorstep in the rain", "Delivery", None),
        ("The lamp was broken", "Unpacking", None),
        ("A wet carton again, and nobody said a word", "", None),
        ("The crushed box was broken and bad", "", None),
        ("nothing of this is on any page", "", None),
        ("Thank you, that was lovely", "Delivery", Kind.PRAISE),
        ("Thank you, that was lovely", "", Kind.PRAISE),
    ],
)
def test_every_reason_of_the_router_has_german_words(
    words: str, touchpoint: str, kind: Kind | None, german: NullTranslations
) -> None:
    for decision in ROUTER.decide(words, touchpoint=touchpoint, kind=kind):
        assert not isinstance(decision, Skipped)
        assert reason_in(german)(decision.reason) != decision.reason


def test_english_reasons_stay_word_for_word() -> None:
    say = reason_in(NullTranslations())
    assert [say(message) for message in REASONS] == list(REASONS)


def test_words_of_the_map_are_listed_without_english(german: NullTranslations) -> None:
    reason = "the map names Packing for “box” and “foam”"
    assert reason_in(german)(reason) == "die Karte nennt Packing für “box”, “foam”"


def test_a_reason_nobody_knows_stays_as_it_is(german: NullTranslations) -> None:
    assert reason_in(german)("the moon was full") == "the moon was full"


@pytest.mark.parametrize(
    ("value", "english", "in_german"),
    [
        ("2026-11-26T17:00[Europe/London]", "Thursday 26 November, 17:00 (Europe/London)",
         "Donnerstag, 26. November, 17:00 (Europe/London)"),
        ("2026-03-01", "Sunday 1 March", "Sonntag, 1. März"),
        ("2026-13-45", "2026-13-45", "2026-13-45"),
        ("soon", "soon", "soon"),
    ],
)  # fmt: skip
def test_moments_are_said_as_people_say_them(
    value: str, english: str, in_german: str, german: NullTranslations
) -> None:
    assert moment_in(NullTranslations())(value) == english
    assert moment_in(german)(value) == in_german
