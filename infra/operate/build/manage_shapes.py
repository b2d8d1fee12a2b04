"""The shapes that cross the managers' doors."""

from typing import Any

from throughline.domain.goal import Measure
from throughline.domain.map_file import LESSON_COLUMNS
from throughline.domain.recognition import HeldFor
from throughline.usecases.decide_triage import NOBODY, PRAISE
from throughline.usecases.settle_digest import ACTS
from throughline.usecases.settle_thanks import CHOICES
from throughline.usecases.show_shadow import LIVE, SHADOW

Shape = dict[str, Any]
TEXT: Shape = {"type": "string"}
COUNT: Shape = {"type": "integer", "minimum": 0}
TRUTH: Shape = {"type": "boolean"}
TEXTS: Shape = {"type": "array", "items": TEXT}
TYPED: dict[str, Shape] = {"text": TEXT, "columns": TEXTS, "problems": TEXTS}
SHARE: Shape = {"type": "number", "minimum": 0, "maximum": 1}
NONCE: Shape = {**TEXT, "description": "From any of the pages, as read in this session."}
LIST = "A sentence; or a whole list, separated by comma, semicolon or tab, with its headings."
CHOICE = f"A touchpoint or a department of the map, “{PRAISE}” or “{NOBODY}”."


def asked_of_managers() -> dict[str, Shape]:
    """What managers and their programs send."""
    return {
        "Settled": _object({"nonce": NONCE, "id": TEXT, "choice": {**TEXT, "description": CHOICE}}),
        "Taken": _object({"nonce": NONCE, "code": {**TEXT, "description": "Of an edit that is proposed."}}),
        "Moved": _object({"nonce": NONCE, "department": TEXT, "to": {"enum": [SHADOW, LIVE]}}),
        "Judged": _object({"nonce": NONCE, "id": TEXT, "state": {"enum": [one.value for one in CHOICES]}}),
        "Worded": _object({"nonce": NONCE, "text": {**TEXT, "description": LIST}}),
        "Edited": _edited(),
        "Left": _object({"nonce": NONCE}),
    }


def managing_shapes() -> dict[str, Shape]:
    """What programs get of the managers' pages."""
    pages = {"Managing": _managing(), "Triage": _triage(), "Mirror": _mirror(), "Shadow": _shadow()}
    words = {"Mantra": _mantra(), "Lessons": _lessons(), "Goals": _goals()}
    return {**pages, **words, "HeldThanks": _held_thanks(), "DigestShown": _digest()}


def _managing() -> Shape:
    late = _listed({"department": TEXT, "count": COUNT})
    return _page({"waiting": COUNT, "late": late, "thanks": COUNT, "aside": COUNT, "shadow": TEXTS, "has_map": TRUTH})


def _triage() -> Shape:
    short = {"id": TEXT, "quote": TEXT, "since": TEXT}
    suggestion = {"choice": TEXT, "department": TEXT, "touchpoint": TEXT, "confidence": SHARE}
    why = {"reason": TEXT, "confidential": TRUTH, "by_meaning": TEXT, "weighed": TEXTS}
    whole = {**short, **why, "suggestions": _listed(suggestion)}
    around = {"page": COUNT, "more": TRUTH, "touchpoints": TEXTS, "departments": TEXTS}
    return _page({"item": {"anyOf": [_object(whole), {"type": "null"}]}, "others": _listed(short), **around})


def _mirror() -> Shape:
    edit = {"code": TEXT, "edit": {"enum": ["add", "drop"]}, "touchpoint": TEXT, "department": TEXT, "word": TEXT}
    return _page(
        {
            "decided": COUNT,
            "version": TEXT,
            "wordless": TEXTS,
            "confused": _listed({"said": TEXT, "meant": TEXT, "count": COUNT}),
            "gone": _listed({"name": TEXT, "count": COUNT, "teaches": TRUTH}),
            "proposals": _listed({**edit, "count": COUNT}),
        }
    )


def _shadow() -> Shape:
    notes = _listed({"id": TEXT, "quote": TEXT, "since": TEXT})
    return _page({"shadow": _listed({"department": TEXT, "notes": notes}), "others": TEXTS})


def _held_thanks() -> Shape:
    about = {"id": TEXT, "quote": TEXT, "on": TEXT, "touchpoint": TEXT, "departments": TEXTS, "value": TEXT}
    why = {"held_for": {"enum": [one.value for one in HeldFor]}, "private": TRUTH}
    return _page({"thanks": _listed({**about, **why}), "more": TRUTH})


def _mantra() -> Shape:
    return _page({"text": TEXT, "longest": COUNT, "problems": TEXTS})


def _lessons() -> Shape:
    return _page({"lessons": _listed(dict.fromkeys(LESSON_COLUMNS, TEXT)), "moments": TEXTS, **TYPED})


def _goals() -> Shape:
    about = dict.fromkeys(("goal", "corporate", "role", "touchpoint", "tenths", "start", "until"), TEXT)
    goal = {**about, "measure": {"enum": [one.value for one in Measure]}, "target": COUNT, "reached": TRUTH}
    departments = _listed({"department": TEXT, "goals": _listed(goal)})
    return _page({"departments": departments, "on": TEXT, "measures": TEXTS, **TYPED})


def _edited() -> Shape:
    week = {**TEXT, "description": "Such as 2026-W47; empty for the coming one."}
    needed = {"nonce": NONCE, "act": {"enum": list(ACTS)}}
    story = {**TEXT, "description": "Which one is dropped or pinned."}
    return _object(needed) | {"properties": {**needed, "week": week, "story": story, "words": TEXT, "by": TEXT}}


def _digest() -> Shape:
    about = dict.fromkeys(("story", "words", "change", "moment", "thanked", "why"), TEXT)
    stories = _listed({**about, "behind": TEXTS, "pinned": TRUTH})
    week = {**dict.fromkeys(("week", "before", "after", "day", "hour"), TEXT), "number": COUNT}
    state = {
        **dict.fromkeys(("held", "put_off", "settled"), TRUTH),
        **dict.fromkeys(("shown", "unread", "read"), COUNT),
    }
    lists = {**dict.fromkeys(("stories", "waiting", "dropped", "left"), stories)}
    hand = {"note": TEXT, "by": TEXT, "longest_note": COUNT, "longest_name": COUNT}
    reader = {"department": TEXT, "departments": TEXTS, "named": TEXTS, "quiet": TEXTS}
    return _page({**week, **state, **lists, **hand, **reader, "subject": TEXT, "text": TEXT})


def _page(fields: dict[str, Shape]) -> Shape:
    return _object({**fields, "mantra": TEXT, "notice": TEXT, "nonce": NONCE})


def _object(fields: dict[str, Shape]) -> Shape:
    return {"type": "object", "properties": fields, "required": list(fields)}


def _listed(fields: dict[str, Shape]) -> Shape:
    return {"type": "array", "items": _object(fields)}
