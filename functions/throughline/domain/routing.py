"""From words to the responsible department, with the reason, or to a person with suggestions."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from throughline.domain.decision import Candidate, Decision, Parked, Praised, Routed
from throughline.domain.feedback import Kind
from throughline.domain.journey import JourneyMap, Part, Touchpoint, folded
from throughline.domain.mood import is_praise
from throughline.domain.routes.clear import ahead, clear
from throughline.domain.routes.scorer import Scored, Scorer, Vectors
from throughline.domain.routes.spots import Spot
from throughline.domain.routes.weights import Model
from throughline.domain.scoring import Fit, MapWords
from throughline.domain.words import sentences

MOST_CASES = 5
SUGGESTIONS = 3
# From so much of the best one's confidence on, the second fits as well; by the map's words alone, up to so far ahead.
LEVEL, EVEN = 0.7, 0.6
FEWEST_CONFIRMED = 50
IN_SHADOW = " is in the shadow and would have had it: "


class Router:
    """Decides by a map, and by what was learned where there is a model; build one for each version of them.

    `vectors` makes vectors of meaning of texts; `target` is the share of decisions that shall be right, the map's own
    where none is given. What is meant for a department in the `shadow` (names, folded) is shown to a person in its
    place. Why something went somewhere names a model only where what that learned decided.
    """

    def __init__(
        self,
        journey_map: JourneyMap,
        model: Model | None = None,
        *,
        vectors: Vectors | None = None,
        target: float = 0.0,
        shadow: frozenset[str] = frozenset(),
    ) -> None:
        self.map = journey_map
        self._words = MapWords(journey_map)
        self._scorer = Scorer(journey_map, model, vectors)
        self._target = target or journey_map.precision_target
        self._shadow = shadow
        self._taught = model is not None and model.told.count >= FEWEST_CONFIRMED

    def decide(self, text: str, *, touchpoint: str = "", kind: Kind | None = None) -> tuple[Decision, ...]:
        """One decision for each thing the text says; never empty, never more than five cases.

        A chosen touchpoint that the map knows settles where; the words then only choose among its departments.
        """
        chosen = self.map.touchpoint(touchpoint) if touchpoint else None
        return tuple(self._shown(one) for one in self._decided(text, chosen, kind))

    def _shown(self, decision: Decision) -> Decision:
        """The decision, or to a person what a department in the shadow would have had."""
        if not isinstance(decision, Routed) or folded(decision.part.department) not in self._shadow:
            return decision
        part = decision.part
        meant = (_candidate(part, decision.confidence), *decision.alternatives)
        reason = f"{part.department}{IN_SHADOW}{decision.reason}"
        return Parked(decision.words, reason, meant, why=decision.why)

    def _decided(self, text: str, chosen: Touchpoint | None, kind: Kind | None) -> tuple[Decision, ...]:
        if kind is Kind.PRAISE:
            return (self._praise(text, chosen),)
        points = sentences(text) or (text,)
        thanks = [point for point in points if kind is None and is_praise(point)]
        trouble = [point for point in points if point not in thanks]
        decided: list[Decision] = []
        if trouble:
            decided += self._issues(trouble, chosen)
        if thanks:
            decided.append(self._praise(" ".join(thanks), chosen))
        return tuple(decided)

    def ranked(self, text: str) -> tuple[Candidate, ...]:
        """Every department that may be meant, the likeliest first, whoever decides in the end."""
        return _candidates(self._scorer.score(text))

    def _issues(self, points: list[str], chosen: Touchpoint | None) -> list[Decision]:
        whole = " ".join(points)
        if chosen:
            return [self._within(chosen, whole)]
        found: dict[str, Routed] = {}
        for point in points if len(points) > 1 else ():
            routed = self._by_words(point, self._second_target() if found else self._target)
            if routed and folded(routed.part.department) not in found:
                found[folded(routed.part.department)] = routed
        if len(found) <= 1:
            return [self._as_one(points)]  # one point says nothing of what the others are about
        return [replace(routed, words=whole) for routed in list(found.values())[:MOST_CASES]]

    def _as_one(self, points: Sequence[str]) -> Decision:
        whole = " ".join(points)
        scored = self._scorer.score(whole)
        return self._judged(points, scored, self._target) or self._parked(whole, scored)

    def _second_target(self) -> float:
        """Whoever else is told has to be surer: half of what is missing to certainty."""
        return (1 + self._target) / 2

    def _within(self, touchpoint: Touchpoint, words: str) -> Routed:
        own = [fit for fit in self._words.fits(words) if fit.part in touchpoint.parts and fit.hits]
        part = own[0].part if own else touchpoint.owner
        reason = f"it was reported at “{touchpoint.name}”"
        if own:
            reason += f", and the map names {part.department} for {_listed(own[0].hits)}"
        return Routed(part, words, reason)

    def _by_words(self, words: str, target: float) -> Routed | None:
        return self._judged([words], self._scorer.score(words), target)

    def _judged(self, points: Sequence[str], scored: Scored, target: float) -> Routed | None:
        words = " ".join(points)
        fits = self._words.fits(words)
        deciding = [fit for fit in fits if fit.deciding]
        if deciding and len({folded(fit.part.department) for fit in deciding}) == 1:
            best = deciding[0]
            reason = f"the map says that “{best.deciding}” always goes to {best.part.department}"
            why = replace(self._scorer.why(words, scored), hits=best.hits, model="")
            return Routed(best.part, words, reason, 1.0, _others(scored, best.part), why)
        if self._taught:
            return self._learned(words, scored, fits, target)
        return self._clear(points, scored, fits)

    def _learned(self, words: str, scored: Scored, fits: list[Fit], target: float) -> Routed | None:
        """What was learned decides where it may be believed."""
        if scored.nobodys or not scored.trusted(target):
            return None
        confidence, spot = scored.ranked[0]
        part, hits = _row(spot, fits)
        why = replace(self._scorer.why(words, scored), hits=hits)
        reason = f"the words fit {part.department} best"  # which words stands apart: it goes when they do
        reason += f"; the map names it for {_listed(hits)}" if hits else ""
        return Routed(part, words, reason, round(confidence, 3), _others(scored, part), why)

    def _clear(self, points: Sequence[str], scored: Scored, fits: list[Fit]) -> Routed | None:
        """With the map alone only clear words of it decide."""
        words, best = " ".join(points), clear(points, fits)
        if best is None or scored.nobodys or scored.ranked[0][1].department != folded(best.part.department):
            return None
        reason = f"the map names {best.part.department} for {_listed(best.hits)}"
        why = replace(self._scorer.why(words, scored), hits=best.hits, model="")
        return Routed(best.part, words, reason, round(ahead(fits), 3), _others(scored, best.part), why)

    def _parked(self, words: str, scored: Scored) -> Parked:
        fits = self._words.fits(words)
        why = self._scorer.why(words, scored) if scored.heard else None
        if why and scored.ranked:
            why = replace(why, hits=_row(scored.ranked[0][1], fits)[1])
        if self._taught and scored.nobodys:
            reason = "no words of the map or of earlier decisions make it anybody's"
            return Parked(words, reason, _candidates(scored)[:SUGGESTIONS], nobody=True, why=why)
        ranked = _candidates(scored)[:SUGGESTIONS] if scored.heard else ()
        several = _level(ranked) if self._taught else bool(fits) and ahead(fits) < EVEN
        reason = "several departments fit equally well" if several else "no words of the map fit well enough"
        return Parked(words, reason, ranked, why=why)

    def _praise(self, words: str, chosen: Touchpoint | None) -> Praised:
        if chosen:
            return Praised(chosen, words, f"it was said about “{chosen.name}”")
        scored, fits = self._scorer.score(words), self._words.fits(words)
        if scored.ranked and ((fits and fits[0].score >= 1) or (self._taught and scored.trusted(self._target))):
            touchpoint = scored.ranked[0][1].parts[0].touchpoint
            return Praised(self.map.touchpoint(touchpoint), words, f"the words fit “{touchpoint}” best")
        return Praised(None, words, "it names no moment of the map")


def _level(ranked: Sequence[Candidate]) -> bool:
    """Whether the second is hardly less likely than the first."""
    return len(ranked) > 1 and ranked[1].confidence >= LEVEL * ranked[0].confidence


def _row(spot: Spot, fits: Iterable[Fit]) -> tuple[Part, tuple[str, ...]]:
    """The row of a spot that the words hit, with the hits; else its first one."""
    fit = next((one for one in fits if one.part in spot.parts and one.hits), None)
    return (fit.part, fit.hits) if fit else (spot.parts[0], ())


def _candidates(scored: Scored) -> tuple[Candidate, ...]:
    return tuple(_candidate(spot.parts[0], confidence) for confidence, spot in scored.ranked)


def _others(scored: Scored, taken: Part) -> tuple[Candidate, ...]:
    other = tuple(one for one in _candidates(scored) if folded(one.department) != folded(taken.department))
    return other[: SUGGESTIONS - 1]


def _candidate(part: Part, confidence: float) -> Candidate:
    return Candidate(part.department, part.touchpoint, round(confidence, 3))


def _listed(hits: tuple[str, ...]) -> str:
    quoted = [f"“{hit}”" for hit in hits[:3]]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1]
