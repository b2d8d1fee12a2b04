"""The map's words, what people decided and what a text means, weighed together by the model in place."""

from typing import Protocol

from throughline.adapters.meaning.remembered import remembered
from throughline.adapters.meaning.sentences import SentenceMeaning
from throughline.domain.decision import Candidate
from throughline.domain.journey import JourneyMap
from throughline.domain.meaning import Weighed, pooled
from throughline.domain.routes.scorer import Scored, Scorer
from throughline.domain.routes.weights import Model

# A few decisions that are alike make the model think of one department only: till then their words speak, no more.
ENOUGH = 50
ALIKE = "like a note that was decided before"


class Shelf(Protocol):
    """Where the model in place lies."""

    def current(self) -> Model | None:
        """The model in place; None before the first. Unavailable when it can't be had just now."""


class LearnedMeaning:
    """Ranks by all that is known; the scorer of the newest map and model is kept."""

    def __init__(self, shelf: Shelf, sentences: SentenceMeaning | None = None) -> None:
        told = sentences or SentenceMeaning()
        self._shelf = shelf
        self._vectors = remembered(told.vectors)
        self._sentences = SentenceMeaning(lambda texts: list(self._vectors(texts)))
        self._scorer: Scorer | None = None
        self._known = ("", "")

    def weigh(self, text: str, journey_map: JourneyMap) -> Weighed | None:
        """Whose work it is likeliest; None for a text without words, or a map without phrases.

        Until enough was decided the nearest phrases count as much as the words: they are seldom far off.
        """
        nearest = self._sentences.weigh(text, journey_map)
        if nearest is None:
            return None
        model = self._shelf.current()
        scorer = self._scorer_of(journey_map, model)
        scored = scorer.score(text)
        reason = f"{nearest.reason}, {ALIKE}" if scorer.why(text, scored).nearest else nearest.reason
        if model is None:
            return Weighed(pooled(_candidates(scored), nearest.candidates), reason, knows_words=True)
        if model.told.count < ENOUGH:
            return Weighed(nearest.candidates, reason)
        return Weighed(_candidates(scored), reason, knows_words=True)

    def _scorer_of(self, journey_map: JourneyMap, model: Model | None) -> Scorer:
        key = (journey_map.version, model.name if model else "")
        if self._scorer is None or key != self._known:
            self._scorer, self._known = Scorer(journey_map, model, self._vectors), key
        return self._scorer


def _candidates(scored: Scored) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(spot.parts[0].department, spot.parts[0].touchpoint, round(confidence, 3))
        for confidence, spot in scored.ranked
    )
