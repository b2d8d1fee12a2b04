"""Whom somebody means who describes a team instead of naming it; a module of its own, since routing loads slowly."""

import re

from throughline.domain.case import Case
from throughline.domain.decision import Parked, Routed
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.routing import Router

MOST_TEAMS = 3
LIKELY = 0.4
SHORT = 3  # a short name only as it is written: IT is not "it"


def teams_for(described: str, case: Case, journey_map: JourneyMap) -> tuple[str, ...]:
    """Up to three departments that these words may mean, none that had the case; the likeliest first.

    Names that stand in the words; where none does, whom the map would route such words to.
    """
    names = [one.name for one in journey_map.departments]
    found = [name for name in names if _stands(name, described)] or _routed(described, journey_map)
    had = set(map(folded, (*case.had, case.department)))
    known = {folded(name): name for name in names}
    meant = dict.fromkeys(known[folded(name)] for name in found if folded(name) in known and folded(name) not in had)
    return tuple(meant)[:MOST_TEAMS]


def _stands(name: str, words: str) -> bool:
    flags = re.IGNORECASE if len(name) > SHORT else re.NOFLAG
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, flags))


def _routed(words: str, journey_map: JourneyMap) -> list[str]:
    decisions = Router(journey_map).decide(words) if words.strip() else ()
    sure = [one.part.department for one in decisions if isinstance(one, Routed)]
    ideas = [idea for one in decisions if isinstance(one, Routed | Parked) for idea in one.alternatives]
    return sure + [one.department for one in ideas if one.confidence >= LIKELY]
