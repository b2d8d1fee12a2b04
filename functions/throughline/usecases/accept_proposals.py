"""The map's owner takes edits that people's decisions propose, and the map with them comes in force."""

from collections.abc import Iterable

from throughline.domain.journey import JourneyMap
from throughline.domain.mirror import Mirror, Proposal, edited, mirror_of
from throughline.errors import Refused, Unavailable
from throughline.ports.learning import Precedents
from throughline.ports.managers import MapDesk


def map_to_edit(maps: MapDesk) -> JourneyMap:
    """The map just now; Refused before the first import."""
    current = maps.current()
    if current is None:
        raise Refused("There is no journey map yet.", do="Load one: throughline journey import FILE.", status=404)
    return current


def seen_in_mirror(maps: MapDesk, precedents: Precedents) -> tuple[JourneyMap, Mirror]:
    """The map just now, and what decisions say about it; Refused before the first import."""
    current = map_to_edit(maps)
    return current, mirror_of(current, precedents.all())


def accept_proposals(*, codes: Iterable[str], maps: MapDesk, precedents: Precedents) -> JourneyMap:
    """The map in force afterwards; Refused for a code that is not proposed, Unavailable when it is changed just now."""
    before, mirror = seen_in_mirror(maps, precedents)
    after = accepted(before, mirror.proposals, codes)
    if after != before and not maps.swap(before, after):
        raise Unavailable("somebody else changes the map just now")
    return after


def accepted(journey_map: JourneyMap, proposals: Iterable[Proposal], codes: Iterable[str]) -> JourneyMap:
    """The map with the edits of these codes made; Refused for a code that is not proposed."""
    known = {one.code: one for one in proposals}
    for code in codes:
        if code not in known:
            do = "It may have been taken before. See what is: throughline journey propose"
            raise Refused(f"Nothing is proposed as {code}.", field="code", do=do)
        journey_map = edited(journey_map, known[code])
    return journey_map
