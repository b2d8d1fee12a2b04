"""A manager decides on a page what was parked, one note after the other."""

from datetime import datetime

from throughline.domain.journey import JourneyMap
from throughline.errors import Refused
from throughline.ports import Cases, Facts
from throughline.usecases.decide_triage import decide_triage
from throughline.usecases.letters import Letterhead

CHANGED, REPEATED = "changed", "repeated"
GONE = "There is nothing to decide about this note any more."


def settle_triage(
    *,
    line: str,
    choice: str,
    facts: Facts,
    cases: Cases,
    journey_map: JourneyMap,
    head: Letterhead,
    now: datetime,
) -> str:
    """Whether it was decided now, or before in the same way; Refused (409) when a colleague decided otherwise."""
    try:
        decide_triage(line=line, choice=choice, facts=facts, cases=cases, journey_map=journey_map, head=head, now=now)
    except Refused as refused:
        if refused.field != "id":
            raise
        return _before(facts, line, choice)
    return CHANGED


def _before(facts: Facts, line: str, choice: str) -> str:
    parked = facts.line(line).parked
    if parked and parked.decided == choice:
        return REPEATED
    decided = parked.decided if parked else ""
    what = f"A colleague decided this before: {decided}." if decided else GONE
    raise Refused(what, field="id", do="Go on with the next one; nothing was changed.", status=409 if decided else 404)
