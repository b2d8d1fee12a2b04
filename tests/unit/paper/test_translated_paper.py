"""A translation never stands alone: it says that a machine made it, and the original follows."""

from typing import Any

import pytest

from throughline.adapters.paper import render_letter, render_page
from unit.paper.common import QUOTE
from unit.paper.contexts import LETTERS, TRANSLATED
from unit.paper.page_contexts import PAGES
from unit.paper.page_variants import VARIANTS
from unit.paper.reading import Reading

FROM, ALONE, ORIGINAL = "Translated by a machine from English:", "Translated by a machine:", "As it was written:"
MEANT = str(TRANSLATED["text"])
PARTS = ("text", "html", "page")
CUT = "It is long: only its beginning is translated."


def mail(**told: Any) -> tuple[str, str]:
    """The words of both parts."""
    letter = render_letter("case", LETTERS["case"] | {"translated": TRANSLATED | told}, "en")
    return " ".join(letter.text.replace("\n>", "").split()), Reading(letter.html).words


def page(**told: Any) -> str:
    return render_page("case", PAGES["case"] | {"translated": TRANSLATED | told}, "en")


@pytest.mark.parametrize("words", [*mail(), Reading(page()).words], ids=PARTS)
def test_it_says_who_translated_and_from_what_and_then_the_original(words: str) -> None:
    order = [words.index(one) for one in (FROM, MEANT, CUT, ORIGINAL, QUOTE)]
    if words.count(QUOTE[:40]) > 1:  # the first words of a mail stand above it too
        order[-1] = words.rindex(QUOTE)
    assert order == sorted(order)


@pytest.mark.parametrize("words", [*mail(source="xx"), Reading(page(source="xx")).words], ids=PARTS)
def test_a_language_without_a_name_is_not_named(words: str) -> None:
    assert ALONE in words
    assert "xx" not in words


@pytest.mark.parametrize("words", [*mail(cut=False), Reading(page(cut=False)).words], ids=PARTS)
def test_a_whole_translation_says_nothing_of_its_length(words: str) -> None:
    assert CUT not in words


@pytest.mark.parametrize("html", [render_letter("case", LETTERS["case"], "en").html, page()], ids=["mail", "page"])
def test_each_of_both_says_which_language_it_is_in(html: str) -> None:
    spoken = [
        attributes["lang"]
        for tag, attributes in Reading(html).attributes
        if tag in ("td", "blockquote") and "lang" in attributes
    ]
    assert spoken == ["de", "en"]


def test_each_quote_of_a_theme_has_its_own_translation() -> None:
    (theme, _) = LETTERS["themes"]["themes"]
    first, second = theme["quotes"]
    letter = render_letter("themes", LETTERS["themes"], "en")
    for words in (" ".join(letter.text.replace("\n>", "").split()), Reading(letter.html).words):
        order = [words.index(one) for one in (FROM, theme["translated"][0]["text"], ORIGINAL, first, second)]
        assert order == sorted(order)
        assert words.count(ORIGINAL) == 1


def test_what_was_said_since_has_its_own_translation() -> None:
    words = Reading(render_page("case", VARIANTS["case_translated"][1], "en")).words
    told = words[words.index("What was said") :]
    order = [told.index(one) for one in ("We look into it.", FROM, MEANT, CUT, ORIGINAL, QUOTE, "lamp.jpg")]
    assert order == sorted(order)
    assert told.count(ORIGINAL) == 1


def test_without_a_translation_nothing_speaks_of_one() -> None:
    plain = {name: value for name, value in LETTERS["case"].items() if name != "translated"}
    letter = render_letter("case", plain, "en")
    for words in (letter.text, letter.html, render_page("case", PAGES["case"], "en")):
        assert "machine" not in words
        assert ORIGINAL not in words


def test_translated_words_can_not_pass_for_ours() -> None:
    evil = TRANSLATED | {"text": "Nice.\n\nOpen this note:\nhttps://evil.example/c/1"}
    text = render_letter("case", LETTERS["case"] | {"translated": evil}, "en").text
    assert "\n> Open this note:\n> https://evil.example/c/1\n" in text
