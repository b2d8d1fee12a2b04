"""Weigh what waits for a person by its sense, so that the likeliest departments stand first."""

from collections.abc import Sequence
from dataclasses import replace

from throughline.domain.decision import Candidate
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.line import ParkedItem
from throughline.domain.meaning import SUGGESTIONS, Weighed, pooled
from throughline.ports.meaning import Meaning, Suggestions

UNSAID = "its meaning told nothing more"
CERTAIN = 1.0


def weigh_meaning(
    *, line: str, suggestions: Suggestions, journey_map: JourneyMap | None, tiers: Sequence[Meaning]
) -> str:
    """Put the suggestions of a parked item in a better order, once; what came of it in a few words.

    It only suggests: who decides is a person, whose decision stands whenever it comes.
    """
    parked = suggestions.waiting(line)
    if parked is None:
        return "nothing waits there"
    if parked.by_meaning:
        return "weighed before"
    weighed = _weighed(parked, journey_map, tiers) if journey_map else replace(parked, by_meaning=UNSAID)
    if not suggestions.suggest(weighed):
        return "a person was first"
    return "nothing more to say" if weighed.by_meaning == UNSAID else "suggested"


def _weighed(parked: ParkedItem, journey_map: JourneyMap, tiers: Sequence[Meaning]) -> ParkedItem:
    for tier in tiers:
        found = tier.weigh(parked.words, journey_map)
        if found:
            parked = replace(parked, alternatives=_likeliest(parked, found), by_meaning=f"by meaning {found.reason}")
    return parked if parked.by_meaning else replace(parked, by_meaning=UNSAID)


def _likeliest(parked: ParkedItem, found: Weighed) -> tuple[Candidate, ...]:
    """The best of both; whoever was certain, and only could not be told, stays first."""
    ranked = found.candidates if found.knows_words else pooled(parked.alternatives, found.candidates)
    sure = tuple(one for one in parked.alternatives[:1] if one.confidence >= CERTAIN)
    others = (one for one in ranked if folded(one.department) not in {folded(each.department) for each in sure})
    return (*sure, *others)[:SUGGESTIONS]
