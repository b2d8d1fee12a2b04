"""Sentence vectors that are made once for each text, as long as the worker lives and there is room."""

from array import array
from collections.abc import Callable, Sequence
from functools import lru_cache

Vector = Sequence[float]
Vectors = Callable[[Sequence[str]], Sequence[Vector]]
ROOM = 8_192  # 4 kB each


def remembered(vectors: Vectors) -> Vectors:
    """The same, but a text that comes alone is read once.

    Those that come together are made together each time: a vector depends in its last digit on its company, and the
    same examples have to make the same bytes.
    """

    @lru_cache(ROOM)
    def of(text: str) -> Vector:
        return array("d", vectors([text])[0])

    def known(texts: Sequence[str]) -> Sequence[Vector]:
        return [of(texts[0])] if len(texts) == 1 else vectors(texts)

    return known
