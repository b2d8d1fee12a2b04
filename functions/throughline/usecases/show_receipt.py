"""What has become of a report, for whoever holds its receipt."""

from typing import Any

from throughline.domain.case import Action, Case, State, undone, withdrawn
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Line
from throughline.domain.more import ACTIONS
from throughline.domain.seal import RECEIPT_DIGITS, digits_of, line_of, nonce_of, spaced
from throughline.errors import Refused
from throughline.ports import Facts
from throughline.usecases.letters import when
from throughline.usecases.reply_by_receipt import nonce_subject
from throughline.usecases.show_case import case_of, zone_of

# What the department says among itself, and what whoever wrote knows already.
NOT_TOLD = frozenset({Action.COMMENT, Action.ACKNOWLEDGE, Action.REPLY, Action.CONFIRM, Action.DISPUTE, Action.SEND_ON})
_SEEN_AS = {
    State.ROUTED: "routed",
    State.ACKNOWLEDGED: "acknowledged",
    State.WORKING: "answered",
    State.WAITING: "answered",
    State.RESOLVED: "changed",
    State.CLOSED: "changed",
    State.HANDED_ON: "handed_on",
    State.REOPENED: "acknowledged",
}


def show_receipt(*, receipt: str, root: bytes, facts: Facts, journey_map: JourneyMap | None) -> dict[str, Any]:
    """Everything the receipt page shows; Refused (404) alike for a receipt that is wrong and one that is not ours."""
    digits = digits_of(receipt)
    line = facts.line(line_of(root, digits)) if len(digits) == RECEIPT_DIGITS else Line()
    if not line.feedback:
        do = f"Check the {RECEIPT_DIGITS} digits: they stand on the page that thanked you."
        raise Refused("We know no report with this receipt.", field="receipt", do=do, status=404)
    return {
        "receipt": spaced(digits),
        "received": line.feedback.received_on.isoformat(),
        "quote": line.feedback.report.text,
        "items": [_spoken(item, line, root) for item in _items(line, journey_map)],
        "choices": _choices(line, journey_map),
        "mantra": journey_map.mantra if journey_map else "",
    }


def _choices(line: Line, journey_map: JourneyMap | None) -> list[str]:
    """The likeliest moments of what waits for a person, for whoever wrote it to choose among."""
    if not line.parked or line.parked.decided or line.parked.handed or not journey_map:
        return []
    names = dict.fromkeys(one.touchpoint for one in line.parked.alternatives)
    return [name for name in names if journey_map.touchpoint(name)]


def _items(line: Line, journey_map: JourneyMap | None) -> list[dict[str, str]]:
    cases = [case for case in line.cases if not withdrawn(case, line.steps.get(case.number, ()))]
    items = [_case(case, line, journey_map) for case in cases]
    for thanks in line.thanks:
        if thanks.back:
            continue
        behind = ", ".join(dict.fromkeys(one.department for one in thanks.behind))
        items.append(_item("thanks", department=behind, touchpoint=thanks.touchpoint, why=thanks.why))
    if line.parked and not line.parked.decided:
        sealed = {"state": "confided"} if line.parked.confidential else {}
        items.append(_item("parked", why=line.parked.reason, **sealed))
    return items


def _case(case: Case, line: Line, journey_map: JourneyMap | None) -> dict[str, str]:
    steps = line.steps.get(case.number, ())
    inside = {step.version for step in steps if step.action in NOT_TOLD} | undone(steps)
    said = [one for one in line.sayings.get(case.number, ()) if one.version not in inside]
    change = next((one.change for one in line.changes if one.number == case.number), "")
    answers = [one.text for one in said if one.text != change]
    zone = zone_of(case.department, journey_map) if journey_map else "UTC"
    to = journey_map.confided_to() if journey_map and case.confidential else case.department
    return _item(
        "confided" if case.confidential else "case",
        number=str(case.number),
        department=to,
        touchpoint=case.touchpoint,
        why=case.why,
        state=_SEEN_AS[case.state],
        answer="\n".join(answers),
        change=change,
        thanks=_thanked(case, line),
        reply_by=when(case.reply_by, zone),
    )


def _thanked(case: Case, line: Line) -> str:
    """What its department says to whoever raised it."""
    said = [one.words for one in line.thanks if one.back and one.who == case.department and one.reaches]
    return said[-1] if said else ""


def _spoken(item: dict[str, str], line: Line, root: bytes) -> dict[str, str]:
    """The item with what its writer can say to it now, and the nonce of the page that they see."""
    case = case_of(line, int(item["number"] or 0))
    if case is None or case.state in (State.CLOSED, State.HANDED_ON):
        return item
    can = [action.value for action in ACTIONS if action is Action.REPLY or case.moves(action)]
    return {**item, "can": " ".join(can), "nonce": nonce_of(root, nonce_subject(case), case.version)}


def _item(kind: str, **known: str) -> dict[str, str]:
    names = ("department", "touchpoint", "why", "state", "answer", "change", "reply_by", "thanks")
    blank = dict.fromkeys((*names, "number", "nonce", "can"), "")
    return {"kind": kind, **blank, "state": "heard", **known}
