"""Sentence vectors of a map, made once for each version of it."""

from collections.abc import Sequence
from dataclasses import replace

from fakes.values import SCRATCHED, small_map
from throughline.adapters.meaning.sentences import LONGEST, SentenceMeaning, Vector, encoder


class Counting:
    """The encoder, and what it was given."""

    def __init__(self) -> None:
        self.given: list[Sequence[str]] = []

    def __call__(self, texts: Sequence[str]) -> list[Vector]:
        self.given.append(texts)
        return encoder()(texts)


def test_the_phrase_that_is_likest_is_named() -> None:
    weighed = SentenceMeaning().weigh("scratchd", small_map())
    assert weighed
    assert weighed.candidates[0].department == "Packing"
    assert weighed.reason == "closest to “scratched”"


def test_a_maps_phrases_are_encoded_once_a_version() -> None:
    counting = Counting()
    meaning, known = SentenceMeaning(counting), small_map()
    for _ in range(3):
        meaning.weigh(SCRATCHED, known)
    assert [len(texts) > 1 for texts in counting.given] == [True, False, False, False]
    meaning.weigh(SCRATCHED, replace(known, version="another"))
    assert len(counting.given) == 6


def test_a_text_without_words_and_a_map_without_rows_say_nothing() -> None:
    assert SentenceMeaning().weigh("  ", small_map()) is None
    assert SentenceMeaning().weigh(SCRATCHED, replace(small_map(), parts=(), version="empty")) is None


def test_texts_become_vectors_of_length_one_together() -> None:
    counting = Counting()
    vectors = SentenceMeaning(counting).vectors([SCRATCHED, "box", SCRATCHED])
    assert [round(sum(one * one for one in vector), 6) for vector in vectors] == [1, 1, 1]
    assert (vectors[0] == vectors[2], vectors[0] == vectors[1], len(counting.given)) == (True, False, 1)
    assert SentenceMeaning(counting).vectors([]) == []


def test_a_long_text_is_read_as_far_as_sense_goes() -> None:
    counting = Counting()
    SentenceMeaning(counting).weigh("box " * 5_000, small_map())
    assert max(len(text) for texts in counting.given for text in texts) <= LONGEST
