"""What other systems may know: CloudEvents for the bus, without words, names, places or addresses."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from throughline.contracts.reasons import reason_code
from throughline.domain.journey import CONFIDANT
from throughline.domain.week import Week

SOURCE = "throughline"
CASE_FIELDS = ("code", "department", "touchpoint", "stage", "journey", "state", "hops", "map_version")


def public_event(
    announces: str, body: Mapping[str, Any], *, stage: str, event_id: str, on: date | None = None
) -> dict[str, str] | None:
    """The bus entry for what the ledger announces, lacking the bus's name; None when it stays inside.

    `body` is the announced value as plain JSON values. `on` is the day it was announced; times are never
    finer. Equal event ids stand for the same event.
    """
    told = _EVENTS.get(announces)
    if told is None or _confided(body):
        return None
    day = told.day(body) or on
    data = told.data(body) | ({"week": str(Week.of(day))} if day else {})
    detail = {
        "specversion": "1.0",
        "id": event_id,
        "source": f"/throughline/{stage}",
        "type": f"throughline.{told.name}.v1",
        "datacontenttype": "application/json",
        "data": data,
    }
    subject = told.subject(body)
    detail |= {"subject": subject} if subject else {}
    detail |= {"time": f"{day.isoformat()}T00:00:00Z"} if day else {}
    return {
        "Source": SOURCE,
        "DetailType": told.detail_type,
        "Detail": json.dumps(detail, ensure_ascii=False),
    }


def _confided(body: Mapping[str, Any]) -> bool:
    """Whether it was said in confidence: other systems do not even hear that it is there."""
    return body.get("department") == CONFIDANT or body.get("confidential") is True


@dataclass(frozen=True, slots=True)
class _Event:
    name: str
    data: Callable[[Mapping[str, Any]], dict[str, Any]]
    subject: Callable[[Mapping[str, Any]], str]
    day: Callable[[Mapping[str, Any]], date | None]

    @property
    def detail_type(self) -> str:
        """The name that bus rules match: case.handed_on is CaseHandedOn."""
        return "".join(word.capitalize() for word in self.name.replace("_", ".").split("."))


def _case(body: Mapping[str, Any]) -> dict[str, Any]:
    return {name: body[name] for name in CASE_FIELDS} | {"reason": reason_code(str(body["why"]))}


def _recalled(body: Mapping[str, Any]) -> dict[str, Any]:
    """A case whose promise was spoken of again, and how far that has come."""
    return _case(body) | {"level": str(body["levels"][-1])}


def _recognition(body: Mapping[str, Any]) -> dict[str, Any]:
    behind = list(dict.fromkeys(str(one["department"]) for one in body["behind"]))
    return {"touchpoint": body["touchpoint"], "departments": behind, "reason": reason_code(str(body["why"]))}


def _change(body: Mapping[str, Any]) -> dict[str, Any]:
    return {"department": body["department"], "touchpoint": body["touchpoint"]}


def _goal(body: Mapping[str, Any]) -> dict[str, Any]:
    goal = body["goal"]
    about = {name: goal[name] for name in ("department", "measure", "touchpoint", "target")}
    return {"goal": goal["id"], **about, "tenths": body["tenths"]}


def _parked(body: Mapping[str, Any]) -> dict[str, Any]:
    names = ("department", "touchpoint")
    suggestions = [{name: one[name] for name in names} for one in body["alternatives"]]
    return {"reason": reason_code(str(body["reason"])), "suggestions": suggestions}


def _code(body: Mapping[str, Any]) -> str:
    return str(body["code"])


def _touchpoint(body: Mapping[str, Any]) -> str:
    return str(body["touchpoint"])


def _day(name: str) -> Callable[[Mapping[str, Any]], date]:
    return lambda body: date.fromisoformat(str(body[name])[:10])


def _unsaid(_body: Mapping[str, Any]) -> None:
    return None


_EVENTS = {
    "case.routed": _Event("case.routed", _case, _code, _day("opened_on")),
    "case.acknowledge": _Event("case.acknowledged", _case, _code, _unsaid),
    "case.answer": _Event("case.answered", _case, _code, _unsaid),
    "case.resolve": _Event("case.resolved", _case, _code, _unsaid),
    "case.hand_on": _Event("case.handed_on", _case, _code, _unsaid),
    "case.remind": _Event("case.reminded", _recalled, _code, _unsaid),
    "case.escalate": _Event("case.escalated", _recalled, _code, _unsaid),
    "case.dispute": _Event("case.reopened", _case, _code, _unsaid),
    "case.reopen": _Event("case.reopened", _case, _code, _unsaid),
    "case.confirm": _Event("case.closed", _case, _code, _unsaid),
    "case.close": _Event("case.closed", _case, _code, _unsaid),
    "case.undo": _Event("case.undone", _case, _code, _unsaid),
    "recognition.given": _Event("recognition.given", _recognition, _touchpoint, _day("on")),
    "change.made": _Event("change.made", _change, _touchpoint, _day("on")),
    "goal.reached": _Event("goal.reached", _goal, lambda body: str(body["goal"]["id"]), _day("on")),
    "feedback.parked": _Event("feedback.parked", _parked, lambda _body: "", _day("since")),
}
ANNOUNCED = frozenset(_EVENTS)
