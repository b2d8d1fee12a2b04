"""Cutting, wrapping and listing words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.adapters.paper_words import as_mail_text, cleaned, mid_sentence, one_line, opening, quoted


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("A lamp arrived scratched.", "A lamp arrived scratched"),
        ("Why was nobody there? We waited for an hour", "Why was nobody there?"),
        ("It broke. Then the second one that came broke as well", "It broke. Then the second one that came…"),
        ("first\nsecond", "first second"),
        ("x" * 60, "x" * 39 + "…"),
        ("x" * 38 + "e\u0301" + "x" * 9, "x" * 38 + "…"),
        ("", ""),
    ],
)
def test_opening_is_cut_where_a_reader_would(text: str, cut: str) -> None:
    assert opening(text, 40) == cut


@given(st.text(max_size=300), st.integers(1, 80))
def test_opening_never_grows_beyond_its_room(text: str, room: int) -> None:
    cut = opening(text, room)
    assert len(cut) <= room + 1
    assert cut == one_line(cut)


@given(st.text(max_size=2000))
def test_mail_text_is_always_narrow_and_clean(text: str) -> None:
    lines = as_mail_text(cleaned(text)).splitlines()
    assert all(len(line) <= 78 or "://" in line for line in lines)
    assert all(line == line.rstrip() for line in lines)


@given(st.text(max_size=500))
def test_every_quoted_line_is_marked_and_no_word_is_lost(text: str) -> None:
    marked = as_mail_text(quoted(cleaned(text))).splitlines()
    assert all(line.startswith(">") for line in marked if line)
    assert "".join("".join(line.removeprefix(">") for line in marked).split()) == "".join(cleaned(text).split())


def test_a_long_link_is_never_broken() -> None:
    link = "https://line.example/c/" + "a" * 200
    assert as_mail_text(f"{link}\n") == f"{link}\n"


def test_a_headline_loses_its_capital_only_as_an_article() -> None:
    assert mid_sentence("A sofa carried upstairs") == "a sofa carried upstairs"
    assert mid_sentence("Anna carried a sofa") == "Anna carried a sofa"
