"""Each letter and each page, in each language, whole."""

import re
from itertools import pairwise
from typing import Any

import pytest

from throughline.adapters import paper
from throughline.adapters.paper import render_letter, render_page
from unit.paper.contexts import LETTERS
from unit.paper.page_contexts import PAGES
from unit.paper.page_variants import VARIANTS
from unit.paper.reading import Reading

TAGS = ("en", "de")
EVERY_PAGE = {name: (name, context) for name, context in PAGES.items()} | VARIANTS
REMOTE = re.compile(r"<(img|link|iframe|object|video)|url\(|@import|src=", re.IGNORECASE)


@pytest.mark.parametrize("language", TAGS)
@pytest.mark.parametrize("kind", LETTERS)
def test_letter_carries_its_links_and_mantra_in_both_parts(kind: str, language: str) -> None:
    letter = render_letter(kind, LETTERS[kind], language)
    in_html = Reading(letter.html).links
    assert in_html == [url for url in re.findall(r"https?://\S+", letter.text) if url in in_html]
    assert set(in_html) == set(re.findall(r"https?://\S+", letter.text))
    assert LETTERS[kind]["mantra"] in letter.text
    assert LETTERS[kind]["mantra"] in Reading(letter.html).words


@pytest.mark.parametrize("language", TAGS)
@pytest.mark.parametrize("kind", LETTERS)
def test_text_part_fits_a_narrow_window(kind: str, language: str) -> None:
    lines = render_letter(kind, LETTERS[kind], language).text.splitlines()
    assert all(len(line) <= 78 for line in lines)
    assert all(line == line.rstrip() for line in lines)
    assert not any(one == two == "" for one, two in pairwise(lines))


@pytest.mark.parametrize("kind", LETTERS)
def test_letter_fetches_nothing_and_says_where_its_body_is(kind: str) -> None:
    html = render_letter(kind, LETTERS[kind], "en").html
    assert not REMOTE.search(html)
    assert 'role="main"' in html
    tables = [attributes for tag, attributes in Reading(html).attributes if tag == "table"]
    assert all(attributes["role"] == "presentation" for attributes in tables)
    assert [tag for tag, _ in Reading(html).elements].count("h1") == 1


@pytest.mark.parametrize("kind", LETTERS)
def test_coloured_parts_of_a_letter_set_colour_and_ground(kind: str) -> None:
    for _, attributes in Reading(render_letter(kind, LETTERS[kind], "en").html).attributes:
        style = attributes.get("style", "")
        if "background-color" in style:
            assert re.search(r"(?<!-)color:", style)


@pytest.mark.parametrize("language", TAGS)
@pytest.mark.parametrize("name", EVERY_PAGE)
def test_page_is_whole_and_fetches_nothing(name: str, language: str) -> None:
    template, context = EVERY_PAGE[name]
    html = render_page(template, context, language)
    reading = Reading(html)
    assert f'<html lang="{language}" dir="ltr">' in html
    assert [tag for tag, _ in reading.elements].count("h1") == 1
    assert not REMOTE.search(html)
    assert not any("style" in names for _, names in reading.elements)


@pytest.mark.parametrize("kind", LETTERS)
def test_german_letter_is_another_text_with_the_same_bones(kind: str) -> None:
    english, german = (render_letter(kind, LETTERS[kind], language) for language in TAGS)
    assert english.text != german.text
    assert Reading(english.html).elements == Reading(german.html).elements


@pytest.mark.parametrize(
    ("wish", "answer"), [("de-AT", "de"), ("DE", "de"), ("fr-CA", "fr"), ("it", "en"), ("../de", "en"), ("", "en")]
)
def test_a_wish_for_a_language_is_met_as_well_as_can_be(wish: str, answer: str) -> None:
    assert paper.spoken(wish) == answer


def test_languages_are_offered_by_their_own_names() -> None:
    offered = {one.tag: one.name for one in paper.languages()}
    assert offered == {
        "en": "English",
        "ar": "العربية",
        "de": "Deutsch",
        "es": "Español",
        "fr": "Français",
        "pt": "Português",
    }


def test_a_missing_field_is_an_error_not_a_gap() -> None:
    without: dict[str, Any] = {name: value for name, value in LETTERS["case"].items() if name != "quote"}
    with pytest.raises(Exception, match="quote"):
        render_letter("case", without, "en")


def test_a_right_to_left_language_turns_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "spoken", lambda _wish: "ar")
    assert '<html lang="ar" dir="rtl">' in render_page("thanks", PAGES["thanks"], "ar")
    assert "border-right:4px" in render_letter("case", LETTERS["case"], "ar").html
