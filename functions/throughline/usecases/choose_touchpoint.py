"""Whoever wrote a note says where it was, when nobody else could tell."""

from dataclasses import replace
from datetime import datetime

from throughline.domain.decision import Routed
from throughline.domain.journey import JourneyMap
from throughline.domain.precedent import How
from throughline.domain.seal import digits_of, line_of
from throughline.errors import Refused
from throughline.ports import Cases, Facts
from throughline.usecases.decide_triage import waiting
from throughline.usecases.hear_fact import said_in
from throughline.usecases.letters import Letterhead
from throughline.usecases.route_fact import consequences, without_heard
from throughline.usecases.teach import taught_by_triage


def choose_touchpoint(
    *,
    receipt: str,
    touchpoint: str,
    facts: Facts,
    cases: Cases,
    journey_map: JourneyMap,
    head: Letterhead,
    now: datetime,
) -> bool:
    """Settle what waits for a person by the writer's own choice; False when it was decided before.

    The receipt is the credential: an unknown one finds nothing that waits. Refused when the touchpoint is not on
    the map. Routing learns from it as from any other decision.
    """
    standing = facts.line(line_of(head.root, digits_of(receipt)))
    parked = standing.parked
    said = said_in(standing, parked.fact) if parked and waiting(standing) and not parked.handed else None
    if not parked or not said or parked.confidential:
        return False
    chosen = journey_map.touchpoint(touchpoint)
    if chosen is None:
        do = "Choose one of those that the page offers, or leave it to a person."
        raise Refused(f"The map knows no “{touchpoint}”.", field="touchpoint", do=do)
    routed = Routed(chosen.owner, said.words, f"it was reported at “{chosen.name}”")
    outcome = consequences(said, (routed,), standing, journey_map, head, now)
    (case,) = outcome.cases
    taught = taught_by_triage(parked, chosen.name, case.department, case.number, standing, journey_map, now.date())
    chose, settled = replace(taught, how=How.CHOSEN), replace(parked, decided=chosen.name)
    return cases.decide(replace(without_heard(outcome), parked=settled, taught=chose))
