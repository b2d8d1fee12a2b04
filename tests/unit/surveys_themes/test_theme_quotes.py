"""Quotes are the customers' own sentences, and nobody is known by them."""

import pytest

from throughline.domain.theme_quotes import name_of, quotes_of, tells_who
from throughline.domain.theme_words import terms_of

FINE = "The lamp was scratched and the shop would not swap it."


@pytest.mark.parametrize(
    "sentence",
    [
        "Ring me on 0131 496 0000 about the scratched lamp.",
        "My order 48213 came scratched.",
        "Scratched on 12.11.2026 already.",
        "Write to anna@example.org about the scratch.",
        "Pictures of the scratch are at www.example.org here.",
        "Mr Bell scratched the lamp.",
        "Herr Maier hat die Lampe zerkratzt.",
        "Mme Dupont a rayé la lampe.",
        "La señora Ruiz rayó la lámpara.",
        "M. Petit a rayé la lampe.",
        "I asked Dr. Bell about the scratched lamp.",
        "My name is Anna and the lamp is scratched.",
        "Ich heiße Jonas, die Lampe ist zerkratzt.",
        "Je m’appelle Zoé et la lampe est rayée.",
        "Anna Bell scratched the lamp.",
        "The lamp that Anna Bell brought is scratched.",
        "鈴木さんがランプに傷をつけました。",
    ],
)
def test_a_sentence_by_which_somebody_may_be_known_is_not_quoted(sentence: str) -> None:
    assert tells_who(sentence)
    assert quotes_of([sentence, FINE], ["scratch"]) == (FINE,)


@pytest.mark.parametrize(
    "sentence",
    [
        FINE,
        "I waited 45 minutes for a scratched lamp.",
        "Die Lampe war zerkratzt.",
        "LAMP SCRATCHED AGAIN, LIKE BEFORE",
        "The frying pan handle was scratched.",
    ],
)
def test_an_ordinary_sentence_is_quoted(sentence: str) -> None:
    assert quotes_of([sentence], ["scratch"]) == (sentence,)


def test_a_quote_is_the_sentence_that_speaks_of_the_theme() -> None:
    text = "I came on foot. The lamp was badly scratched! Otherwise I like your shop."
    assert quotes_of([text], ["lamp scratch"]) == ("The lamp was badly scratched!",)


def test_a_sentence_does_not_end_at_a_short_form() -> None:
    said = "Kratzer, z. B. am Fuß der neuen Lampe. Sonst gut."
    assert quotes_of([said], ["scratch"]) == ("Kratzer, z. B. am Fuß der neuen Lampe.",)


def test_quotes_do_not_say_the_same_twice() -> None:
    said = [FINE, FINE.upper(), FINE.replace("shop", "store"), "Scratches on the foot, seen by lamp light only."]
    quotes = quotes_of(said, ["scratch"])
    assert len(quotes) == 2
    assert said[3] in quotes


@pytest.mark.parametrize("text", ["Scratched.", "scratch " * 30, "word " * 395 + "the scratch that was cut off here"])
def test_too_short_too_long_and_cut_sentences_are_not_quoted(text: str) -> None:
    assert quotes_of([text], ["scratch"]) == ()


def test_a_name_is_what_most_customers_wrote() -> None:
    said = ["Lamp scratched.", "My lamp scratched the wall", "The lamp was scratched.", "No lamp here."]
    assert name_of(said, "lamp scratch") == ("lamp scratched", 3)
    assert name_of(said, "lamp") == ("lamp", 4)
    assert name_of(["Nothing of it."], "lamp") == ("", 0)


def test_names_after_titles_are_no_words_of_a_theme() -> None:
    assert terms_of("Mr Bell and Frau Maier broke it, the lamp.") == {"broken", "lamp"}


def test_words_meet_across_forms_and_languages() -> None:
    assert terms_of("L'ampoule est cassée") == terms_of("ampoules cassées")
    assert terms_of("Verspätung") == terms_of("retraso") == terms_of("en retard") == {"late"}


def test_scripts_without_spaces_are_read_two_signs_at_a_time() -> None:
    assert terms_of("配送が遅れました") - terms_of("遅れました、配送が") == {"が遅"}


def test_a_huge_comment_is_read_in_part() -> None:
    assert terms_of("x" * 5000 + " late") == frozenset()
    assert terms_of("late. " + "word " * 100_000) == {"late", "word"}


def test_a_theme_is_not_named_after_somebody() -> None:
    said = ["Anna Bell shouted.", "Why did Anna Bell shout?", "Anna Bell again."]
    assert name_of(said, "anna bell") == ("", 3)
