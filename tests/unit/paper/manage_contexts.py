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
MANAGE_PAGES: dict[str, dict[str, Any]] = {
    "manage": OVERVIEW,
    "manage_triage": TRIAGE,
    "manage_mirror": MIRROR,
    "manage_shadow": SHADOW,
    "manage_thanks": THANKS,
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
                THANKED | {"held_for": "nobody", "private": True, "touchpoint": "", "departments": [], "value": ""}
            ]
        },
    ),
    "manage_no_thanks": ("manage_thanks", THANKS | {"thanks": [], "more": False, "notice": "changed"}),
    "manage_over": ("manage_out", OUT | {"over": True}),
    "manage_leaving": (
        "manage_out",
        OUT | {"out": "https://pool.example/logout?client_id=c"},
    ),
}
