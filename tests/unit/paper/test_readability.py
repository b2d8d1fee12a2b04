"""Our own English can be read by anybody who has been to school until twelve or so."""

import re

import pytest

from operate.strings import collected
from throughline.adapters.paper import render_letter
from unit.paper.contexts import LETTERS

HARDEST = 8.0  # grade of Flesch and Kincaid
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^dt])ed$")
SENTENCE = re.compile(r"[.!?:]+(?:\s|$)")
WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
DIGEST_PARTS = ("letters/digest/", "letters/preview/", "adapters/digest_paper", "adapters/preview_paper")


def syllables(word: str) -> int:
    return max(1, len(VOWELS.findall(SILENT.sub("", word))))


def grade(text: str) -> float:
    """The school year that can read it; ValueError without a word."""
    words = WORD.findall(text.lower())
    sentences = len([one for one in SENTENCE.split(text) if WORD.search(one.lower())])
    if not words:
        raise ValueError("there is no word in it")
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def own_words() -> str:
    """Every sentence that digests and their previews say, each value as a short word."""
    said = []
    for message in collected():
        if any(place.startswith(DIGEST_PARTS) for place, _ in message.locations):
            text = message.id if isinstance(message.id, str) else message.id[-1]
            said.append(re.sub(r"%\(\w+\)s", "box", text).strip().rstrip(".?!:") + ".")
    return " ".join(said)


def test_the_words_of_digests_are_plain() -> None:
    assert len(own_words().split()) > 200
    assert grade(own_words()) <= HARDEST


@pytest.mark.parametrize("kind", ["digest", "preview"])
def test_a_whole_digest_is_plain(kind: str) -> None:
    text = render_letter(kind, LETTERS[kind], "en").text
    prose = "\n".join(line for line in text.splitlines() if "http" not in line and "throughline " not in line)
    paragraphs = [" ".join(one.split()).strip("=· ") for one in prose.split("\n\n")]
    assert grade(". ".join(one.rstrip(".:") for one in paragraphs if one)) <= HARDEST


def test_hard_words_are_found() -> None:
    hard = "Organisational stakeholders subsequently utilise interdepartmental communication methodologies."
    assert grade(hard) > 15 > HARDEST > grade("The box was crushed. We wrapped the foot.")
