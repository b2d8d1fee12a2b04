"""The map's words, what people decided and what a text means, weighed together by the model in place."""

from typing import Protocol

from throughline.adapters.meaning.remembered import remembered
from throughline.adapters.meaning.sentences import SentenceMeaning
from throughline.domain.decision import Candidate
from throughline.domain.journey import JourneyMap
from throughline.domain.meaning import Weighed
from throughline.domain.routes.scorer import Scored, Scorer
from throughline.domain.routes.weights import Model

ALIKE = "like a note that was decided before"


class Shelf(Protocol):
    """Where the model in place lies."""

    def current(self) -> Model | None:
        """The model in place; None before the first. Unavailable when it can't be had just now."""


class LearnedMeaning:
    """Ranks by all that is known, just as routing does where it reads for meaning; the newest scorer is kept."""

    def __init__(self, shelf: Shelf, sentences: SentenceMeaning | None = None) -> None:
        self._shelf = shelf
        self._vectors = remembered((sentences or SentenceMeaning()).vectors)
        self._scorer: Scorer | None = None
        self._known = ("", "")

    def weigh(self, text: str, journey_map: JourneyMap) -> Weighed | None:
        """Whose work it is likeliest; None for a text without words, or a map without rows."""
        if not text.strip():
            return None
        scorer = self._scorer_of(journey_map, self._shelf.current())
        scored = scorer.score(text)
        if not scored.ranked:
            return None
        reason = f"closest to “{scorer.nearest_phrase(text, scored)}”"
        if scorer.why(text, scored).nearest:
            reason += f", {ALIKE}"
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
