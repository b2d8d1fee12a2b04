"""Names at the beginning of a sentence wait for a look; plain sentences of six languages go through."""

from collections import defaultdict
from pathlib import Path

import pytest

from fakes.values import small_map
from throughline.domain.map_names import names_on
from throughline.domain.moderation import is_hurtful, why_held
from throughline.domain.sentence_names import begins_with_name

LANGUAGES = ("en", "de", "es", "pt", "fr", "ar")
OURS = (*names_on(small_map()), "Shop Floor", "Fitting Room", "Customer Care", "Atención al Cliente")
MOST_PLAIN_HELD, FEWEST_NAMED_HELD = 0.05, 0.9


def sentences(name: str) -> dict[str, list[str]]:
    """What stands under each language in a file beside this one."""
    found: dict[str, list[str]] = defaultdict(list)
    language = ""
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line.startswith("# "):
            language = line.removeprefix("# ")
        else:
            found[language].append(line)
    return found


PLAIN, NAMED = sentences("nameless.txt"), sentences("named.txt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_sentences_are_told(language: str) -> None:
    said = PLAIN[language]
    held = [one for one in said if why_held(one, ours=OURS)]
    assert len(said) >= 60
    assert len(held) <= MOST_PLAIN_HELD * len(said), held


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_that_begin_with_a_name_are_held(language: str) -> None:
    said = NAMED[language]
    told = [one for one in said if not why_held(one, ours=OURS)]
    assert len(said) >= 40
    assert len(said) - len(told) >= FEWEST_NAMED_HELD * len(said), told


@pytest.mark.parametrize(
    "said",
    [
        "I WAITED FOREVER AND NOBODY CAME",
        "Delivery Packing and Planning talk daily now.",
        "Thank You Packing!",
        "It's May. The NHS says so.",
        "Plan B. Nobody knew it.",
        "Gate C was shut. Will Delivery come?",
        "Neue Lampen hängen jetzt im Hof.",
        "",
    ],
)
def test_capitals_that_are_no_name_are_none(said: str) -> None:
    assert not begins_with_name(said, known=OURS)


@pytest.mark.parametrize(
    "said",
    [
        "“Eleanor Rigby waited.”",
        "It broke.  Jane Doe saw it.",
        "Lamps came.\nJane Doe brought them.",
        "Jean DUPONT said so.",
        "Peter Packing was rude.",
        "Mark Twain's parcel was wet.",
        "J. Smith was rude.",
        "Qu'Aimée Roux le dise.",
    ],
)
def test_a_name_is_one_wherever_a_sentence_begins(said: str) -> None:
    assert begins_with_name(said, known=OURS)


@pytest.mark.parametrize(
    "word", ["carton", "abholen", "schreiben", "conseil", "contar", "Schwester", "putting", "Debbie"]
)
def test_a_word_that_is_a_letter_away_from_one_that_hurts_does_not_hurt(word: str) -> None:
    assert not is_hurtful(word)
    assert is_hurtful(f"{word}, you idiot")
