"""Whether words need a translation, and how much of them is translated."""

import pytest

from fakes.translating import GERMAN
from fakes.values import SCRATCHED
from throughline.domain.translating import MOST_BYTES, beginning_of, needs_translation, plain_tag


@pytest.mark.parametrize(
    ("text", "to", "needed"),
    [
        (GERMAN, "en", True),
        (GERMAN, "de", False),
        (GERMAN, "de-AT", False),
        (SCRATCHED, "en-GB", False),
        (SCRATCHED, "fr", True),
        ("Zerkratzt", "en", True),  # too few words to tell
        ("  \n", "en", False),
        (GERMAN, "", False),
        (GERMAN, "*", False),
        (GERMAN, "../en", False),
    ],
)
def test_only_what_may_be_in_another_language_is_translated(text: str, to: str, *, needed: bool) -> None:
    assert needs_translation(text, to) is needed


@pytest.mark.parametrize(("tag", "plain"), [("de-AT", "de"), ("PT_br", "pt"), ("en", "en"), ("<b>", ""), ("", "")])
def test_a_language_is_asked_for_without_its_country(tag: str, plain: str) -> None:
    assert plain_tag(tag) == plain


def test_what_fits_stays_whole() -> None:
    assert beginning_of("ä" * (MOST_BYTES // 2)) == ("ä" * (MOST_BYTES // 2), False)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("One. Two three. Four five.", "One. Two three."),
        ("One two three four five six", "One two three four"),
        ("これは長い。とても長い文章です。", "これは長い。"),
        ("äääääääääääääääääääää", "äääääääääää"),
        ("1.5 kilometres are a long way", "1.5 kilometres are a"),
    ],
)
def test_what_is_too_long_ends_with_a_sentence_or_a_word(text: str, kept: str) -> None:
    assert beginning_of(text, 22) == (kept, True)
    assert len(kept.encode()) <= 22


def test_half_a_character_is_left_out() -> None:
    assert beginning_of("broken \ud800glass") == ("broken glass", False)
