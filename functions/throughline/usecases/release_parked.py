"""Try again what was parked, by the map as it is now: a mailbox was added, a word was learnt, a map was imported."""

from dataclasses import dataclass, replace
from datetime import datetime

from throughline.domain.decision import Parked
from throughline.domain.routing import Router
from throughline.errors import Refused
from throughline.ports import Cases, Facts
from throughline.usecases.hear_fact import said_in
from throughline.usecases.letters import Letterhead
from throughline.usecases.route_fact import consequences, decisions_by, known, without_heard

BY_THE_MAP = "released"


@dataclass(frozen=True, slots=True)
class Released:
    """What came of it, in a word for counting (released or waits), and the reasons."""

    outcome: str
    reasons: tuple[str, ...]


def release_parked(
    *,
    line: str,
    facts: Facts,
    cases: Cases,
    router: Router,
    head: Letterhead,
    now: datetime,
    write: bool = True,
) -> Released:
    """Decide a parked item by the map, as if it came in now; where the map still can't tell, it goes on waiting.

    Doing it again changes nothing. With `write` off it only says what would come of it. Refused when
    nothing is parked there, or a colleague decides it at this moment.
    """
    standing = facts.line(line)
    parked = standing.parked
    said = said_in(standing, parked.fact) if parked else None
    if not parked or parked.decided or not said:
        raise Refused("Nothing waits for a decision there.", field="id", do="See what waits: throughline park list")
    if parked.handed:  # the map has said whose it is, and they think otherwise
        return Released("waits", (parked.reason,))
    decisions = decisions_by(router, said)
    open_still = any(isinstance(one, Parked) for one in decisions)
    news = tuple(one for one in decisions if isinstance(one, Parked) or not known(one, standing, said.fact))
    outcome = consequences(said, news, standing, router.map, head, now)
    if open_still or not news:
        return Released("waits", outcome.reasons)
    decided = replace(parked, decided=BY_THE_MAP)
    if write and not cases.decide(replace(without_heard(outcome), parked=decided)):
        raise Refused("A colleague decided this a moment ago.", field="id", do="See what waits: throughline park list")
    return Released("released", outcome.reasons)
