"""Why a text goes where it goes, in words that its reader can check."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from throughline.domain.routes.map_prior import MapPrior
from throughline.domain.routes.reading import reading_of, word_of
from throughline.domain.routes.weights import CODE, SIGNATURE, Model
from throughline.domain.words import STOP, words_in

MOST_WORDS = 3
FEWEST_ALIKE = 2
LONGEST_READ = 2_000
SHORTEST = 2


class Reasons:
    """What one model and one map can say about their choices."""

    def __init__(self, prior: MapPrior, model: Model | None) -> None:
        self._prior = prior
        self._model = model

    def words(self, text: str, best: int, second: int | None, columns: Sequence[int | None]) -> tuple[str, ...]:
        """The words that spoke most for the best spot against the second, the strongest first."""
        read = text[:LONGEST_READ]
        weighed = reading_of(read).weighed(self._model.rarity) if self._model else {}
        said = {word.lower(): word for word in reversed(words_in(read)) if word.lower() not in STOP}
        gains = {
            word: self._gain(word, weighed, best, second, columns) for word in said.values() if len(word) > SHORTEST
        }
        strongest = sorted((word for word in gains if gains[word] > 0), key=lambda word: (-gains[word], word))
        return tuple(strongest[:MOST_WORDS])

    def nearest(self, text: str) -> str:
        """What the case is called whose text is most like this one; empty when none is."""
        if self._model is None:
            return ""
        weighed = reading_of(text).weighed(self._model.rarity)
        shared: dict[int, float] = {}
        for bucket in sorted(weighed, key=lambda at: (-weighed[at], at))[: 2 * SIGNATURE]:
            for example in self._marked.get(bucket, ()):
                shared[example] = shared.get(example, 0.0) + 1
        best = max(shared, key=lambda example: (shared[example], -example), default=None)
        if best is None or shared[best] < FEWEST_ALIKE:
            return ""
        return bytes(self._model.codes[best * CODE : (best + 1) * CODE]).decode("ascii").strip()

    @cached_property
    def _marked(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for at, bucket in enumerate(self._model.marks if self._model else ()):
            found.setdefault(bucket, []).append(at // SIGNATURE)
        return found

    def _gain(
        self,
        word: str,
        weighed: Mapping[int, float],
        best: int,
        second: int | None,
        columns: Sequence[int | None],
    ) -> float:
        lean = self._prior.lean(word)
        weight = self._model.told.words.prior if self._model else 1.0
        gain = weight * (lean[best] - (lean[second] if second is not None else 0.0))
        one = columns[best]
        if self._model is None or one is None:
            return gain
        other = columns[second] if second is not None else None
        read = word_of(word)
        for bucket in {read.bucket, *read.pieces, *read.concepts}:
            row = self._model.row(bucket)
            if row and bucket in weighed:
                gain += weighed[bucket] * (row[one] - (row[other] if other is not None else 0.0))
        return gain
