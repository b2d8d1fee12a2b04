"""Any words have one answer, in no more time than their length takes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from throughline.domain.mail.incoming import Intent
from throughline.domain.mail.intents.lexicon import WESTERN
from unit.mail.intent.replies import DEPARTMENTS, meant, replies

SAID = st.sampled_from([reply.text for reply in replies("plain")])
DENYING = [
    "not {}",
    "{} - not",
    "{}? No.",
    "if {}",
    "maybe {}",
    "{} but it broke",
    '"{}"',
    "{} 🙄",
    "they say {}",
    "half {}",
]


@given(st.text(max_size=300) | st.lists(SAID, max_size=4).map(" ".join))
@example("\ud800 done")
@example("\x00")
def test_any_words_have_an_answer(words: str) -> None:
    assert meant(words, *DEPARTMENTS).intent in Intent


@given(SAID, st.sampled_from(DENYING))
def test_denied_doubted_told_or_mocked_it_is_never_fixed(said: str, denying: str) -> None:
    one_line = " ".join(said.split())
    assert meant(denying.format(one_line)).intent is not Intent.RESOLVE


@given(st.lists(st.text("qxzjvwß .,!-", max_size=60), min_size=1, max_size=3).map("\n".join))
def test_words_of_no_language_ask_for_nothing(words: str) -> None:
    assert meant(words).intent in (Intent.COMMENT, Intent.NONE)


@pytest.mark.parametrize(
    "piece", ["it's ", "'a", "a'", "(", "\n", "we have fixed the ", "了解", "¿", "-x", "3/1 ", "please ask ", '"']
)
def test_endless_words_are_read_up_to_a_bound(piece: str) -> None:
    assert meant(piece * 100_000, *DEPARTMENTS).intent is meant(piece * 10_000, *DEPARTMENTS).intent


def test_what_is_too_long_to_be_understood_whole_is_a_comment() -> None:
    assert meant("fixed. " + "the band runs. " * 600).intent is Intent.COMMENT


@pytest.mark.parametrize("words", ["", " \n", "...", "---", "👋", "Hi", "Hello Ann,\n\nBest regards\nTom"])
def test_greetings_and_marks_are_no_words(words: str) -> None:
    assert meant(words).intent is Intent.NONE


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("👍", Intent.ACKNOWLEDGE),
        ("👍🏽👍🏽", Intent.ACKNOWLEDGE),
        ("✅", Intent.COMMENT),
        ("✅ done", Intent.RESOLVE),
        ("❌ fixed", Intent.COMMENT),
        ("🙏", Intent.THANKS),
    ],
)
def test_signs_speak_too(said: str, intent: Intent) -> None:
    assert meant(said).intent is intent


def test_each_language_brings_its_own_words_for_both() -> None:
    for language in (*WESTERN, "japanese", "chinese"):
        read = [meant(one.text).intent for one in replies("plain") if one.language == language]
        assert min(read.count(Intent.RESOLVE), read.count(Intent.ACKNOWLEDGE)) >= 10, language
