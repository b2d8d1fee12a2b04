"""What is particular to a call-back: how far its contact is, and how it ends."""

from throughline.domain.act import Act
from throughline.domain.case import Action, Case, State
from throughline.domain.contact import Contacting, Reached
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Line
from throughline.errors import Refused

OUTSIDE, WITHHELD, NONE = "contract", "withheld", "none"
ENDS = frozenset({State.RESOLVED, State.CLOSED})


def reached_by(act: Act, case: Case) -> str:
    """How the call-back ended, for its history; empty for every other step.

    Refused with the field where it is not said, or where nobody says what the customer was told.
    """
    if not case.call_back or act.action is not Action.RESOLVE:
        return ""
    if act.reached not in set(Reached):
        do = "Choose one: the customer was reached, or was not reached after several tries."
        raise Refused("Whether the customer was reached is missing.", field="reached", do=do)
    if act.reached == Reached.REACHED and not act.told.strip():
        do = "Write in a sentence what you told the customer."
        raise Refused("What you told the customer is missing.", field="told", do=do)
    return act.reached


def contact_at(case: Case, line: Line, journey_map: JourneyMap) -> str:
    """What a case's page says of the contact: empty for no call-back, kept, withheld, gone, or that none was left."""
    if not case.call_back:
        return ""
    if line.contact is not Contacting.KEPT:
        return Contacting.GONE if line.contact is Contacting.GONE else NONE
    department = journey_map.department(case.department)
    outside = department is not None and department.kind == OUTSIDE
    return WITHHELD if outside else NONE if case.done else Contacting.KEPT
