"""One step for several cases that say the same: each is taken by itself, and told by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from throughline.domain.act import Act
from throughline.domain.case import Action
from throughline.domain.journey import JourneyMap
from throughline.errors import Refused
from throughline.ports import Cases, Facts
from throughline.usecases.act_on_case import act_on_case
from throughline.usecases.letters import Letterhead
from throughline.usecases.show_case import case_of

AT_ONCE = (Action.ACKNOWLEDGE, Action.ANSWER, Action.RESOLVE)
MOST_AT_ONCE = 25
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one case: changed, repeated, late, early or refused, and then why."""

    code: str
    outcome: str
    why: str = ""


def act_at_once(
    *,
    act: Act,
    picked: Mapping[str, str],
    department: str,
    facts: Facts,
    cases: Cases,
    journey_map: JourneyMap,
    head: Letterhead,
    now: datetime,
) -> Sequence[Told]:
    """Take the step for each case; `picked` has their nonces by their subjects.

    One that can't be taken keeps no other from it, and all of it again changes nothing. Refused when nothing or
    too much is picked, or the step is none for many.
    """
    if act.action not in AT_ONCE:
        raise Refused("That can't be said of several at once.", field="action", do="Open each of them.")
    if not 0 < len(picked) <= MOST_AT_ONCE:
        raise Refused("Pick some of them.", field="pick", do=f"At least one, at most {MOST_AT_ONCE} at once.")

    def taken(subject: str, nonce: str) -> Told:
        key, _, number = subject.rpartition("/")
        line = facts.line(key)
        case = case_of(line, int(number)) if number.isdecimal() else None
        if case is None or case.department != department:
            return Told("", REFUSED, "It is not in this inbox any more.")
        wanted = replace(act, nonce=nonce)
        try:
            acted = act_on_case(
                act=wanted, case=case, line=line, cases=cases, journey_map=journey_map, head=head, now=now
            )
        except Refused as refused:
            if refused.field in ("text", "thanks"):
                raise
            return Told(case.code, REFUSED, refused.what)
        return Told(case.code, acted.outcome)

    return [taken(subject, nonce) for subject, nonce in picked.items()]
