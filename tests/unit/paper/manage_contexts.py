"""A realistic context for every page of the managers'."""

from typing import Any

MANTRA, QUOTE = "As if it were ours.", "Something felt odd today, & nobody knew <what>."
SINCE, NONCE = "2026-11-20", "0.77a56d099d4438f77a9d24be051c7df6"
AROUND = {"nonce": NONCE, "notice": "", "mantra": MANTRA}
WAITING = {"id": "F#845b7c2d5fd6f7059ed5cb03c4d59b8d", "quote": QUOTE, "since": SINCE}
LATER = WAITING | {"id": "F#0a5b7c2d5fd6f7059ed5cb03c4d59b8d", "quote": ""}
SUGGESTED = [
    {"choice": "Unpacking", "department": "Packing", "touchpoint": "Unpacking", "confidence": 0.4},
    {"choice": "Planning", "department": "Planning", "touchpoint": "Delivery at home", "confidence": 0.3},
    {"choice": "IT", "department": "IT", "touchpoint": "", "confidence": 0.1},
]
WHOLE = WAITING | {
    "reason": "several departments fit equally well",
    "confidential": False,
    "by_meaning": "by meaning closest to “box”",
    "weighed": ["box", "odd"],
    "suggestions": SUGGESTED,
}
ADDED = {
    "code": "3f9a1c",
    "edit": "add",
    "touchpoint": "Unpacking",
    "department": "Packing",
    "word": "padding",
    "count": 4,
}
TRIAGE: dict[str, Any] = AROUND | {
    "item": WHOLE,
    "others": [LATER, WAITING | {"id": "F#1"}],
    "page": 1,
    "more": True,
    "touchpoints": ["Unpacking", "Delivery at home"],
    "departments": ["IT", "Packing", "Planning"],
}
MIRROR: dict[str, Any] = AROUND | {
    "decided": 42,
    "version": "8c1d0fa2b7e4",
    "confused": [{"said": "Delivery", "meant": "Packing", "count": 3}],
    "wordless": ["Looking online", "Using it every day"],
    "gone": [{"name": "Web shop", "count": 5, "teaches": True}, {"name": "Kiosk", "count": 1, "teaches": False}],
    "proposals": [ADDED, ADDED | {"code": "aa01bc", "edit": "drop", "word": "late", "count": 1}],
}
OVERVIEW: dict[str, Any] = AROUND | {
    "waiting": 3,
    "late": [{"department": "Packing", "count": 2}, {"department": "Delivery", "count": 1}],
    "thanks": 2,
    "aside": 1,
    "shadow": ["IT", "Planning"],
    "has_map": True,
}
SHADOW: dict[str, Any] = AROUND | {
    "shadow": [{"department": "IT", "notes": [WAITING, LATER]}, {"department": "Planning", "notes": []}],
    "others": ["Delivery", "Packing"],
}
THANKED: dict[str, Any] = {
    "id": "F#845b7c2d5fd6f7059ed5cb03c4d59b8d/1",
    "quote": QUOTE,
    "on": SINCE,
    "touchpoint": "Unpacking",
    "departments": ["Packing", "Planning"],
    "value": "We keep our word",
    "held_for": "name",
    "private": False,
}
REASONS = ("hurtful", "number", "address", "several", "limit", "by_hand")
THANKS: dict[str, Any] = AROUND | {"thanks": [THANKED, *(THANKED | {"held_for": one} for one in REASONS)], "more": True}
STORY: dict[str, Any] = {
    "story": "k3j5m2qa",
    "words": QUOTE,
    "change": "",
    "moment": "Delivery at home",
    "behind": ["Delivery", "Planning"],
    "thanked": "Ada Berg",
    "pinned": False,
    "why": "",
}
CHANGED = STORY | {
    "story": "a2b5m2qz",
    "change": "The foot is now wrapped.",
    "moment": "",
    "behind": ["Packing"],
    "thanked": "",
}
DIGEST: dict[str, Any] = AROUND | {
    "week": "2026-W47",
    "number": 47,
    "before": "2026-W46",
    "after": "2026-W48",
    "day": "2026-11-23",
    "hour": "09:00",
    "department": "Packing",
    "departments": ["IT", "Packing", "Planning"],
    "held": False,
    "put_off": False,
    "settled": False,
    "stories": [STORY | {"pinned": True}, CHANGED, STORY | {"story": "zzzzm2qz"}],
    "shown": 2,
    "waiting": [CHANGED | {"story": "bbbbm2qz", "why": "name"}],
    "dropped": [STORY | {"story": "ccccm2qz"}],
    "left": [STORY | {"story": "ddddm2qz"}],
    "note": "I read every one & am glad.",
    "by": "Ida Berg, CEO",
    "longest_note": 400,
    "longest_name": 80,
    "named": ["Ada Berg", "Delivery"],
    "quiet": ["IT"],
    "unread": 2,
    "read": 12,
    "subject": "2 thanks, and a sofa carried upstairs",
    "text": "A sofa carried upstairs\n\nBehind it: Delivery, and Planning, who left the driver the time.",
}
LESSON = {
    "id": "open",
    "touchpoint": "Opening the parcel",
    "title": "Shoes first",
    "text": "Covers before anyone asks.",
    "question": "What first?",
    "answer": "Covers.",
}
LESSONS: dict[str, Any] = AROUND | {
    "lessons": [LESSON, LESSON | {"id": "look", "touchpoint": "", "question": "", "answer": ""}],
    "moments": ["Opening the parcel", "Delivery at home"],
    "columns": ["id", "touchpoint", "title", "text", "question", "answer"],
    "text": "id,touchpoint,title,text,question,answer\nopen,,Shoes first,Covers before anyone asks.,,\n",
    "problems": [],
}
GOAL = {
    "goal": "Nobody waits to hear from us",
    "corporate": "Customers come back",
    "role": "Shift lead",
    "touchpoint": "Unpacking",
    "measure": "answered",
    "target": 9,
    "tenths": "8",
    "reached": False,
    "start": "2026-11-01",
    "until": "2026-12-31",
}
GOALS: dict[str, Any] = AROUND | {
    "departments": [{"department": "Packing", "goals": [GOAL, GOAL | {"tenths": "", "role": "", "touchpoint": ""}]}],
    "on": SINCE,
    "measures": ["answered", "nps"],
    "columns": ["goal", "department"],
    "text": "goal,department\nNobody waits,Packing\n",
    "problems": [],
}
SAID: dict[str, Any] = AROUND | {"text": MANTRA, "longest": 300, "problems": []}
MANAGE_PAGES: dict[str, dict[str, Any]] = {
    "manage": OVERVIEW,
    "manage_triage": TRIAGE,
    "manage_mirror": MIRROR,
    "manage_shadow": SHADOW,
    "manage_thanks": THANKS,
    "manage_digest": DIGEST,
    "manage_mantra": SAID,
    "manage_lessons": LESSONS,
    "manage_goals": GOALS,
    "manage_out": {"out": "", "over": False, "mantra": MANTRA},
}
NOTHING: dict[str, Any] = {"waiting": 0, "late": [], "thanks": 0, "aside": 0, "shadow": [], "has_map": False}
OUT: dict[str, Any] = {"out": "", "over": False, "mantra": MANTRA}
MANAGE_VARIANTS: dict[str, tuple[str, dict[str, Any]]] = {
    "manage_early": (
        "manage",
        OVERVIEW | NOTHING,
    ),
    "manage_decided": ("manage_triage", TRIAGE | {"notice": "changed", "more": False}),
    "manage_all_decided": ("manage_triage", TRIAGE | {"item": None, "others": [], "notice": "repeated"}),
    "manage_unsuggested": ("manage_triage", TRIAGE | {"item": WHOLE | {"suggestions": [], "weighed": []}}),
    "manage_confided": ("manage_triage", TRIAGE | {"item": WHOLE | {"confidential": True, "quote": ""}}),
    "manage_nothing_proposed": (
        "manage_mirror",
        MIRROR | {"proposals": [], "confused": [], "wordless": [], "gone": [], "decided": 1},
    ),
    "manage_nobody_held": ("manage_shadow", SHADOW | {"shadow": []}),
    "manage_thanks_private": (
        "manage_thanks",
        THANKS
        | {
            "thanks": [
                THANKED | {"held_for": why, "private": True, "touchpoint": "", "departments": [], "value": ""}
                for why in ("nobody", "alone")
            ]
        },
    ),
    "manage_no_thanks": ("manage_thanks", THANKS | {"thanks": [], "more": False, "notice": "changed"}),
    "manage_digest_held": ("manage_digest", DIGEST | {"held": True, "notice": "changed", "department": ""}),
    "manage_digest_settled": ("manage_digest", DIGEST | {"settled": True, "note": "", "by": "", "after": ""}),
    "manage_digest_put_off": ("manage_digest", DIGEST | {"put_off": True, "stories": [], "shown": 0}),
    "manage_digest_empty": (
        "manage_digest",
        DIGEST
        | {name: [] for name in ("stories", "waiting", "dropped", "left", "named", "quiet")}
        | {"shown": 0, "unread": 0, "read": 0, "text": "", "subject": "", "before": "", "note": "", "by": ""},
    ),
    "manage_first_mantra": ("manage_mantra", SAID | {"mantra": "", "text": "", "problems": ["A mantra needs words."]}),
    "manage_first_lessons": ("manage_lessons", LESSONS | {"lessons": [], "moments": []}),
    "manage_wrong_goals": (
        "manage_goals",
        GOALS
        | {
            "departments": [],
            "on": "",
            "problems": ['The list, row 2, column B department: "Pack" is no department of the map.'],
        },
    ),
    "manage_over": ("manage_out", OUT | {"over": True}),
    "manage_leaving": (
        "manage_out",
        OUT | {"out": "https://pool.example/logout?client_id=c"},
    ),
}
