"""The shapes that cross the HTTP doors, from the contracts that the code holds them to."""

import json
from pathlib import Path
from typing import Any

from throughline.contracts import act, form
from throughline.domain.case import DEPARTMENT_ACTIONS, State, Stays
from throughline.domain.contact import KINDS, Reached
from throughline.domain.person import DIGEST_RHYTHMS
from throughline.domain.seal import RECEIPT_DIGITS

SCHEMAS = Path(__file__).parents[3] / "events" / "schemas"
ANSWERS, REPORT = "survey-response.v1.json", "frontline-feedback.v1.json"
Shape = dict[str, Any]
TEXT: Shape = {"type": "string"}
TRUTH: Shape = {"type": "boolean"}
COUNT: Shape = {"type": "integer", "minimum": 0}
STATE: Shape = {"enum": [state.value for state in State]}
RHYTHM: Shape = {"enum": list(DIGEST_RHYTHMS)}
ONE_OF_OURS = "Chosen by the device, a new one for each note: the same note under the same id is kept once."
SUMMARY = dict.fromkeys(("code", "department", "touchpoint", "quote", "reply_by"), TEXT) | {
    "state": STATE,
    "overdue": TRUTH,
}


def shapes() -> dict[str, Shape]:
    """Every named shape of the API's document."""
    return {**_problems(), **_asked(), **_answered(), **_survey_answers()}


def _object(fields: dict[str, Shape], *, optional: tuple[str, ...] = ()) -> Shape:
    return {"type": "object", "properties": fields, "required": [name for name in fields if name not in optional]}


def _texts(*names: str) -> dict[str, Shape]:
    return dict.fromkeys(names, TEXT)


def _listed(fields: dict[str, Shape]) -> Shape:
    return {"type": "array", "items": _object(fields)}


def _problems() -> dict[str, Shape]:
    meanings = {"error": "What is wrong.", "field": "Where; empty where it is not one field.", "do": "What to do now."}
    problem = _object({name: {**TEXT, "description": meaning} for name, meaning in meanings.items()})
    return {"Problem": problem, "TooMany": _object(_texts("message")), "Document": {"type": "object"}}


def _asked() -> dict[str, Shape]:
    """What people and programs send."""
    step = {
        "nonce": {**TEXT, "description": "From the case as it was read: it says which state of it was seen."},
        "action": {"enum": [*(action.value for action in DEPARTMENT_ACTIONS), act.CONTACT]},
        "text": {**TEXT, "maxLength": act.LONGEST, "description": "The answer, or in one line what was changed."},
        "to": {**TEXT, "description": "The department that it belongs to, for hand_on."},
        "until": {**TEXT, "description": "The day promised instead, as 2026-11-30, for extend."},
        "told": {**TEXT, "maxLength": act.LONGEST, "description": "In a call-back, what the customer was told."},
        "reached": {"enum": list(Reached), "description": "To resolve a call-back: whether the customer was reached."},
    }
    return {
        "Note": _note(),
        "Step": _object(step, optional=("text", "to", "until", "told", "reached")),
        "Digits": _object(
            {
                "receipt": {**TEXT, "description": f"The {RECEIPT_DIGITS} digits, blanks or none."},
                "touchpoint": {**TEXT, "description": "Where it was, if that waits for a person to decide."},
            },
            optional=("touchpoint",),
        ),
        "Choice": _object({"digest": RHYTHM}),
        "Sent": {"description": "The vendor's own body, signed in the vendor's own way.", "type": "object"},
        "OneClick": _object({"List-Unsubscribe": {"const": "One-Click"}}),
    }


def _note() -> Shape:
    """A report as the bus takes it, but under the device's own id, and at the place that the link names."""
    report: Shape = _read(REPORT)["$defs"]["report"]["properties"]
    identity = {**TEXT, "pattern": f"^{form.ID.pattern}$", "description": ONE_OF_OURS}
    fields = {name: field for name, field in report.items() if name != "place"} | {"id": identity}
    return _object(fields, optional=tuple(name for name in fields if name not in {"id", "text"}))


def _answered() -> dict[str, Shape]:
    """What programs get; people get a page that says the same."""
    outcome = {"enum": ["changed", "shown", *(one.value for one in Stays)]}
    reach = {"anyOf": [_object(_texts(*KINDS)), {"type": "null"}], "description": "Shown where it was asked for."}
    receipt = {**TEXT, "pattern": f"^[0-9]{{{RECEIPT_DIGITS}}}$"}
    item = {"kind": {"enum": ["case", "thanks", "parked"]}} | _texts(
        "department", "touchpoint", "why", "state", "answer", "change", "reply_by"
    )
    return {
        "Receipt": _object({"receipt": receipt, "url": TEXT}),
        "Became": _object(
            {
                **_texts("receipt", "received", "quote", "mantra"),
                "items": _listed(item),
                "choices": {"type": "array", "items": TEXT},
            }
        ),
        "Received": _object({"received": TRUTH, "repeated": TRUTH}),
        "Counted": _object({"written": COUNT, "repeated": COUNT}),
        "Chosen": _object({"digest": RHYTHM, "reason": TEXT}),
        "Acted": _object({"outcome": outcome, "state": STATE, "code": TEXT, "contact": reach}),
        "Case": _case(),
        "Desk": _desk(),
    }


def _case() -> Shape:
    words = ("journey", "stage", "why", "how", "role", "place", "reference", "nonce", "mantra", "notice", "action")
    names = ("actions", "departments", "files", "weighed", "hits")
    lists: dict[str, Shape] = {name: {"type": "array", "items": TEXT} for name in names}
    said = _object({**_texts("who", "text", "told", "on"), "files": lists["files"]})
    past = {"steps": _listed(_texts("on", "action", "by", "reason")), "sayings": {"type": "array", "items": said}}
    grounds = {**_texts("model", "map_version"), "sure": COUNT}
    looks = {"call_back": TRUTH, "looks": _listed(_texts("by", "on")), "contact": {"type": "null"}}
    return _object(
        {
            **SUMMARY,
            **_texts(*words, "contact_is", "ask"),
            **lists,
            **grounds,
            **past,
            **looks,
            "problem": {"type": "null"},
        }
    )


def _desk() -> Shape:
    cases = dict.fromkeys(("overdue", "new", "working", "done"), _listed({**SUMMARY, "url": TEXT}))
    return _object({**_texts("department", "mantra"), **cases, "thanks": _listed(_texts("quote", "touchpoint", "on"))})


def _survey_answers() -> dict[str, Shape]:
    """The contract of survey answers, each of its parts under a name of its own."""
    contract = _read(ANSWERS)
    title = contract["title"]
    names = {part: title + part.capitalize() for part in contract["$defs"]}
    text = json.dumps(
        {title: {"description": contract["description"], "anyOf": contract["anyOf"]}, **contract["$defs"]}
    )
    for part, name in names.items():
        text = text.replace(f'"#/$defs/{part}"', f'"#/components/schemas/{name}"')
    return {names.get(part, part): shape for part, shape in json.loads(text).items()}


def _read(name: str) -> Shape:
    return dict(json.loads((SCHEMAS / name).read_text(encoding="utf-8")))
