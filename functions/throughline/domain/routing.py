"""From words to the responsible department, with the reason, or to a person with suggestions."""

from collections.abc import Iterable
from dataclasses import replace

from throughline.domain.decision import Candidate, Decision, Parked, Praised, Routed
from throughline.domain.feedback import Kind
from throughline.domain.journey import JourneyMap, Part, Touchpoint, folded
from throughline.domain.mood import is_praise
from throughline.domain.scoring import Fit, MapWords
from throughline.domain.words import sentences

MOST_CASES = 5
ENOUGH = 2.4
CLEAR = 0.58
SUGGESTIONS = 3


class Router:
    """Decides by a map; build one for each version of it."""

    def __init__(self, journey_map: JourneyMap) -> None:
        self.map = journey_map
        self._words = MapWords(journey_map)

    def decide(self, text: str, *, touchpoint: str = "", kind: Kind | None = None) -> tuple[Decision, ...]:
        """One decision for each thing the text says; never empty, never more than five cases.

        A chosen touchpoint that the map knows settles where; the words then only choose among its departments.
        """
        chosen = self.map.touchpoint(touchpoint) if touchpoint else None
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

    def _issues(self, points: list[str], chosen: Touchpoint | None) -> list[Decision]:
        whole = " ".join(points)
        if chosen:
            return [self._within(chosen, whole)]
        found: dict[str, Routed] = {}
        for point in points:
            routed = self._by_words(point)
            if routed and folded(routed.part.department) not in found:
                found[folded(routed.part.department)] = routed
        if len(found) <= 1:
            single = self._by_words(whole) or next(iter(found.values()), None)
            return [replace(single, words=whole)] if single else [self._parked(whole)]
        return [replace(routed, words=whole) for routed in list(found.values())[:MOST_CASES]]

    def _within(self, touchpoint: Touchpoint, words: str) -> Routed:
        own = [fit for fit in self._words.fits(words) if fit.part in touchpoint.parts and fit.hits]
        part = own[0].part if own else touchpoint.owner
        reason = f"it was reported at “{touchpoint.name}”"
        if own:
            reason += f", and the map names {part.department} for {_listed(own[0].hits)}"
        return Routed(part, words, reason)

    def _by_words(self, words: str) -> Routed | None:
        fits = self._words.fits(words)
        deciding = [fit for fit in fits if fit.deciding]
        if deciding and len({folded(fit.part.department) for fit in deciding}) == 1:
            best = deciding[0]
            reason = f"the map says that “{best.deciding}” always goes to {best.part.department}"
            return Routed(best.part, words, reason, 1.0, candidates(fits))
        if not fits or not fits[0].hits or fits[0].score < ENOUGH:
            return None
        ranked = candidates(fits)
        if ranked[0].confidence < CLEAR or ranked[0].department != fits[0].part.department:
            return None
        reason = f"the map names {fits[0].part.department} for {_listed(fits[0].hits)}"
        return Routed(fits[0].part, words, reason, ranked[0].confidence, ranked[1:])

    def _parked(self, words: str) -> Parked:
        ranked = candidates(self._words.fits(words))
        reason = "several departments fit equally well" if len(ranked) > 1 else "no words of the map fit well enough"
        return Parked(words, reason, ranked)

    def _praise(self, words: str, chosen: Touchpoint | None) -> Praised:
        if chosen:
            return Praised(chosen, words, f"it was said about “{chosen.name}”")
        fits = self._words.fits(words)
        if fits and fits[0].score >= 1:
            touchpoint = self.map.touchpoint(fits[0].part.touchpoint)
            return Praised(touchpoint, words, f"the words fit “{fits[0].part.touchpoint}” best")
        return Praised(None, words, "it names no moment of the map")


def candidates(fits: Iterable[Fit]) -> tuple[Candidate, ...]:
    """The likeliest departments, each by its best touchpoint; confidences are shares of the whole."""
    best: dict[str, Fit] = {}
    for fit in fits:
        best.setdefault(folded(fit.part.department), fit)
    total = sum(fit.score for fit in best.values()) or 1.0
    top = sorted(best.values(), key=lambda fit: -fit.score)[:SUGGESTIONS]
    second = top[1].score if len(top) > 1 else 0.0
    shares = [top[0].score / (top[0].score + second)] if top else []
    shares += [fit.score / total for fit in top[1:]]
    return tuple(_candidate(fit.part, share) for fit, share in zip(top, shares, strict=True))


def _candidate(part: Part, confidence: float) -> Candidate:
    return Candidate(part.department, part.touchpoint, round(confidence, 3))


def _listed(hits: tuple[str, ...]) -> str:
    quoted = [f"“{hit}”" for hit in hits[:3]]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1]
