"""The shapes that cross the HTTP doors, from the contracts that the code holds them to."""

import json
from pathlib import Path
from typing import Any

from operate.build.manage_shapes import asked_of_managers, managing_shapes
from throughline.contracts import act, form
from throughline.contracts.desk import CODE, PICK, SEND_CODE
from throughline.domain.case import PAGE_ACTIONS, State, Stays
from throughline.domain.contact import KINDS, Reached
from throughline.domain.feedback import MAX_TEXT
from throughline.domain.more import ACTIONS
from throughline.domain.person import DIGEST_RHYTHMS, NAMINGS
from throughline.domain.recognition import Effort
from throughline.domain.seal import RECEIPT_DIGITS
from throughline.usecases.act_at_once import AT_ONCE

SCHEMAS = Path(__file__).parents[3] / "events" / "schemas"
ANSWERS, REPORT = "survey-response.v1.json", "frontline-feedback.v1.json"
Shape = dict[str, Any]
TEXT: Shape = {"type": "string"}
TRUTH: Shape = {"type": "boolean"}
NAMES: Shape = {"type": "array", "items": TEXT}
COUNT: Shape = {"type": "integer", "minimum": 0}
STATE: Shape = {"enum": [state.value for state in State]}
RHYTHM: Shape = {"enum": list(DIGEST_RHYTHMS)}
NAMING: Shape = {"enum": list(NAMINGS), "description": "Whether you may be named when somebody thanks you."}
READING: dict[str, Shape] = {
    "hour": {"anyOf": [COUNT, TEXT], "description": "From 0 to 23 on your clock, not before everybody's hour."},
    "language": {**TEXT, "description": "A tag of those that the page offers, such as de."},
}
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
        "nonce": {**TEXT, "description": "From the case as it was read; for send_on its `sending`."},
        "action": {"enum": [*(action.value for action in PAGE_ACTIONS), act.CONTACT]},
        "text": {**TEXT, "maxLength": act.LONGEST, "description": "The answer, or in one line what was changed."},
        "to": {**TEXT, "description": "The department it belongs to, to hand or send on; ? if a person shall tell."},
        "sure": {"const": "yes", "description": "For send_on, which shows its words to whoever gets it."},
        "describe": {**TEXT, "description": "Or words for that department; the answer suggests some."},
        "until": {**TEXT, "description": "The day promised instead, as 2026-11-30, for extend."},
        "told": {**TEXT, "maxLength": act.LONGEST, "description": "In a call-back, what the customer was told."},
        "reached": {"enum": list(Reached), "description": "To resolve a call-back: whether the customer was reached."},
        "effort": {"enum": list(Effort), "description": "Of what was resolved: what it makes for customers."},
        "thanks": {**TEXT, "maxLength": act.LONGEST_THANKS, "description": "To whoever raised it; only they read it."},
    }
    return {
        "Note": _note(),
        "Step": _object(step, optional=tuple(name for name in step if name not in {"nonce", "action"})),
        "Digits": _said_more(),
        "Inbox": _object(
            {
                "action": {"enum": [SEND_CODE, CODE, *(one.value for one in AT_ONCE)]},
                "asking": {**TEXT, "description": "From the answer to a device that is not known, for a code."},
                "code": {**TEXT, "description": "The six digits from the department's mailbox."},
                "text": step["text"],
                f"{PICK}1": {**TEXT, "description": f"A note's `pick`, each in a field that begins with {PICK}."},
            },
            optional=("asking", "code", "text", f"{PICK}1"),
        ),
        "Choice": _object({"digest": RHYTHM, "naming": NAMING, **READING}, optional=("digest", "naming", *READING)),
        "Nothing": {"description": "The link says it all.", "type": "object"},
        "Sent": {"description": "The vendor's own body, signed in the vendor's own way.", "type": "object"},
        **asked_of_managers(),
        "Reading": _object(_texts("week", "reading")),
        "OneClick": _object({"List-Unsubscribe": {"const": "One-Click"}}),
    }


def _note() -> Shape:
    """A report as the bus takes it, but under the device's own id, and at the place that the link names."""
    report: Shape = _read(REPORT)["$defs"]["report"]["properties"]
    identity = {**TEXT, "pattern": f"^{form.ID.pattern}$", "description": ONE_OF_OURS}
    fields = {name: field for name, field in report.items() if name != "place"} | {"id": identity}
    fields["confide"] = {"enum": ["yes", "no"], "description": "Yes shows it to the confidential contact alone."}
    return _object(fields, optional=tuple(name for name in fields if name not in {"id", "text"}))


def _said_more() -> Shape:
    """A receipt, and what its holder says with it."""
    more = {
        "touchpoint": {**TEXT, "description": "Where it was, if that waits for a person to decide."},
        "action": {"enum": [action.value for action in ACTIONS]},
        "number": {**TEXT, "description": "Which of its cases, as its items name them."},
        "nonce": {**TEXT, "description": "From that item as it was read."},
        "text": {**TEXT, "maxLength": MAX_TEXT, "description": "What you say, for reply."},
        "sure": {"enum": ["yes", "no"], "description": "With no, words that may tell who wrote it are not sent."},
    }
    digits = {"receipt": {**TEXT, "description": f"The {RECEIPT_DIGITS} digits, blanks or none."}}
    return _object({**digits, **more}, optional=tuple(more))


def _answered() -> dict[str, Shape]:
    """What programs get; people get a page that says the same."""
    outcome = {"enum": ["changed", "shown", "choose", *(one.value for one in Stays)]}
    reach = {"anyOf": [_object(_texts(*KINDS)), {"type": "null"}], "description": "Shown where it was asked for."}
    receipt = {**TEXT, "pattern": f"^[0-9]{{{RECEIPT_DIGITS}}}$"}
    said = ("department", "touchpoint", "why", "state", "answer", "change", "reply_by", "thanks")
    item = {"kind": {"enum": ["case", "confided", "thanks", "parked"]}} | _texts(*said, "number", "nonce", "can")
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
        "Chosen": _object({"digest": RHYTHM, "naming": NAMING, **READING, "reason": TEXT}, optional=tuple(READING)),
        "Outcome": _object({"outcome": {"enum": ["changed", "repeated"]}}),
        **managing_shapes(),
        "Acted": _object({"outcome": outcome, "state": STATE, "code": TEXT, "contact": reach, "suggested": NAMES}),
        "Told": _told(),
        "Read": _object(_texts("week")),
        "Address": _object({"outcome": {"enum": ["asked", "confirmed", "known"]}, "departments": NAMES}),
        "Case": _case(),
        "Desk": _desk(),
    }


def _case() -> Shape:
    words = ("journey", "stage", "why", "how", "role", "place", "reference", "nonce", "mantra", "notice", "action")
    names = ("actions", "departments", "files", "weighed", "hits", "had", "suggested")
    lists: dict[str, Shape] = {name: {"type": "array", "items": TEXT} for name in names}
    said = _object({**_texts("who", "text", "told", "on"), "files": lists["files"]})
    past = {"steps": _listed(_texts("on", "action", "by", "reason")), "sayings": {"type": "array", "items": said}}
    grounds = {**_texts("model", "map_version", "alike"), "sure": COUNT}
    handed = {"hops": COUNT, "goes_round": TRUTH, "thankable": TRUTH, "confidential": TRUTH, "because": TEXT}
    looks = {"call_back": TRUTH, "looks": _listed(_texts("by", "on")), "contact": {"type": "null"}}
    return _object(
        {
            **SUMMARY,
            **_texts(*words, "contact_is", "ask", "sending"),
            **lists,
            **grounds,
            **handed,
            **past,
            **looks,
            "problem": {"type": "null"},
        }
    )


def _told() -> Shape:
    """What came of a code, or of one step for several notes."""
    outcome = {"enum": ["sent", "repeated", "known", "told"]}
    left = {"done": COUNT, "left": _listed(_texts("code", "why")), "steps": _listed(_texts("code", "outcome", "why"))}
    return _object({"outcome": outcome, "asking": TEXT, **left})


def _desk() -> Shape:
    row = {**SUMMARY, "url": TEXT, "pick": TEXT}
    row |= {"alike": _listed(dict(row)), "more": COUNT}
    cases = dict.fromkeys(("overdue", "new", "working", "done"), _listed(row))
    goal = _texts("goal", "corporate", "role", "touchpoint", "measure", "tenths") | {"target": COUNT, "reached": TRUTH}
    told = {"action": TEXT, "told": {"type": "object"}, "goals": _listed(goal)}
    thanks = _listed(_texts("quote", "touchpoint", "on"))
    pages = {"counts": _object(dict.fromkeys(("overdue", "new", "working"), COUNT)), "page": COUNT, "at_once": COUNT}
    paged = {**pages, "later": TRUTH, "beyond": TRUTH}
    return _object({**_texts("department", "mantra"), **cases, **told, "thanks": thanks, **paged})


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
