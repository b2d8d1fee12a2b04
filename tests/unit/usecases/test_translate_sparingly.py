"""One page asks for few translations: each text once, no more than ten of them, and not for long."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from fakes import FixedClock
from fakes.translating import GERMAN, MEANT, MemoryTranslator
from fakes.values import NOW
from throughline.domain.translating import Translated, Untranslated
from throughline.usecases.translate_sparingly import ENOUGH, HURRIED, MOST, PATIENCE, Sparing, sparing


@dataclass
class Passing:
    """A clock that goes on by so much with each look."""

    step: timedelta
    moment: datetime = NOW

    def now(self) -> datetime:
        self.moment += self.step
        return self.moment


def test_the_same_words_are_asked_about_once() -> None:
    behind = MemoryTranslator()
    page = Sparing(behind, FixedClock())
    assert [page.translate(GERMAN, "en") for _ in range(3)] == [Translated(MEANT, "de")] * 3
    assert behind.asked == [(GERMAN, "en")]


def test_another_language_is_another_question() -> None:
    behind = MemoryTranslator()
    page = Sparing(behind, FixedClock())
    page.translate(GERMAN, "en")
    page.translate(GERMAN, "fr")
    assert behind.asked == [(GERMAN, "en"), (GERMAN, "fr")]


def test_a_refusal_is_not_asked_for_twice() -> None:
    behind = MemoryTranslator(Untranslated("no answer"))
    page = Sparing(behind, FixedClock())
    assert page.translate(GERMAN, "en") == page.translate(GERMAN, "en") == Untranslated("no answer")
    assert len(behind.asked) == 1


def test_the_first_few_texts_are_translated_and_no_more() -> None:
    behind = MemoryTranslator()
    page = Sparing(behind, FixedClock())
    told = [page.translate(f"{GERMAN} {number}", "en") for number in range(MOST + 2)]
    assert told == [Translated(MEANT, "de")] * MOST + [Untranslated(ENOUGH)] * 2
    assert len(behind.asked) == MOST


def test_a_slow_translator_keeps_nobody_waiting() -> None:
    behind = MemoryTranslator()
    page = Sparing(behind, Passing(PATIENCE / 2))
    told = [page.translate(f"{GERMAN} {number}", "en") for number in range(4)]
    assert told == [Translated(MEANT, "de")] * 2 + [Untranslated(HURRIED)] * 2
    assert len(behind.asked) == 2


def test_nobody_is_spared_where_nobody_translates() -> None:
    assert sparing(None, FixedClock()) is None
