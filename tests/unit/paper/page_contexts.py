"""A realistic context for every page, and for what a page becomes in the end."""

from typing import Any

from unit.paper.contexts import CASE, MANTRA, QUOTE, SITE


def _part(stage: str, touchpoint: str, channel: str, department: str, role: str, how: str) -> dict[str, Any]:
    return {
        "journey": "Buying furniture",
        "stage": stage,
        "touchpoint": touchpoint,
        "channel": channel,
        "department": department,
        "role": role,
        "how_they_affect_it": how,
        "routes_when": [{"words": "box", "decides": False}],
        "reply_within": "2d",
        "notify_email": "",
        "active": True,
    }


PARTS = [
    _part("Finding", "Choosing in the shop", "shop", "Shop floor", "Adviser", "They listen before they show."),
    _part(
        "Finding",
        "Choosing in the shop",
        "shop",
        "Cleaning",
        "Morning shift",
        "Tidy shelves let people choose.",
    ),
    _part("Finding", "Looking online", "web", "Web team", "Editor", "True measures save a wrong order."),
    _part("Buying", "Paying at the till", "shop", "Shop floor", "Cashier", "They keep the queue short."),
    _part("Buying", "Paying at the till", "shop", "IT", "Till support", "A frozen till is a queue."),
    _part("Receiving", "Delivery at home", "home", "Delivery", "Driver", "They carry it to where it will stand."),
    _part("Receiving", "Delivery at home", "home", "Planning", "Planner", "They leave the driver time."),
    _part("Receiving", "Unpacking", "home", "Packing", "Packer", "Padding decides the first minute at home."),
    _part("Receiving", "Unpacking", "home", "Buying", "", "They choose the boxes."),
]
NOTE = {
    "code": "A7K2",
    "touchpoint": "Unpacking",
    "quote": QUOTE,
    "reply_by": "2026-11-26",
    "overdue": False,
    "url": f"{SITE}/c/eyJhbGciOi.J9",
    "state": "acknowledged",
}
LATE = NOTE | {"code": "B3M9", "touchpoint": "Delivery at home", "overdue": True, "reply_by": "2026-11-20"}
FORM: dict[str, Any] = {
    "place": "North",
    "id": "4f9d2c1e-7a55-4f0e-9f5c-0d5a9c4a1b11",
    "touchpoints": [
        {"group": "Finding", "names": ["Choosing in the shop", "Looking online"]},
        {"group": "Receiving", "names": ["Delivery at home", "Unpacking"]},
    ],
    "values": {"text": "", "touchpoint": "", "kind": "", "name": "", "email": "", "reference": ""},
    "problems": [],
    "action": "/f/9dK3",
    "mantra": MANTRA,
    "named": True,
    "languages": [{"tag": "en", "name": "English"}, {"tag": "de", "name": "Deutsch"}],
}
ITEM = {
    "kind": "case",
    "department": "Packing",
    "touchpoint": "Unpacking",
    "why": "the map names Packing for “box”",
    "state": "changed",
    "answer": "You are right. The padding ran out on Tuesday.",
    "change": "The foot is now wrapped on its own.",
    "reply_by": "2026-11-26",
}
CONTACT = {"name": "Kim Wren", "email": "kim@home.example", "phone": "+44 20 7946 0000"}
ENDED = {"on": "2026-11-24", "action": "resolve", "by": "Packing", "reason": "reached"}
TOLD = {"who": "Packing", "text": "A second box.", "told": "A new lamp is on its way.", "on": "2026-11-24", "files": []}
PAGES: dict[str, dict[str, Any]] = {
    "form": FORM,
    "thanks": {"receipt": "1234 5678 9012 3456", "url": f"{SITE}/r", "repeated": False},
    "receipt_ask": {"problem": "", "action": "/r"},
    "receipt": {
        "receipt": "1234 5678 9012 3456",
        "choices": ["Opening the parcel", "Delivery at the door"],
        "received": "2026-11-23",
        "quote": QUOTE,
        "items": [
            ITEM,
            ITEM | {"department": "Delivery", "state": "routed", "answer": "", "change": ""},
            ITEM | {"department": "Buying", "state": "handed_on"},
            ITEM | {"kind": "thanks", "department": "Cleaning"},
            ITEM | {"kind": "parked", "department": ""},
        ],
    },
    "case": CASE
    | {
        "state": "routed",
        "overdue": False,
        "steps": [{"on": "2026-11-23", "action": "acknowledge", "by": "Packing"}],
        "sayings": [
            {"who": "Packing", "text": "We look into it.\nMore tomorrow.", "on": "2026-11-24", "files": ["tape.jpg"]}
        ],
        "files": ["lamp.jpg", "box.pdf"],
        "weighed": ["box", "scratched"],
        "model": "3f9a1c52e07b",
        "map_version": "8c1d0fa2b7e4",
        "sure": 92,
        "actions": ["acknowledge", "answer", "resolve", "hand_on", "extend"],
        "departments": ["Buying", "Delivery", "Packing"],
        "nonce": "n0nce",
        "action": "/c/eyJhbGciOi.J9",
        "notice": "",
        "problem": "",
    },
    "desk": {
        "department": "Packing",
        "overdue": [LATE],
        "new": [NOTE],
        "working": [NOTE | {"code": "C1"}],
        "done": [NOTE | {"code": "D1", "reply_by": ""}],
        "thanks": [{"quote": "Not a scratch. Thank you.", "touchpoint": "Unpacking", "on": "2026-11-23"}],
    },
    "map": {"version": "abc", "parts": PARTS, "departments": [], "mantra": MANTRA, "lessons": []},
    "choice": {
        "address": "m…@line.example",
        "digest": "weekly",
        "nonce": "n0nce",
        "action": "/u/AbC",
        "notice": "",
    },
    "problem": {
        "status": 409,
        "what": "This note was sent before with other words.",
        "field": "id",
        "do": "Open the form again and send it once more.",
    },
}

WRONG_FORM = FORM | {
    "values": FORM["values"] | {"text": QUOTE, "email": "maria@", "kind": "issue"},
    "problems": [
        {
            "field": "email",
            "what": "The address stops after the @.",
            "do": "Write it in full, or leave it empty.",
        }
    ],
}
CASE_IN_HAND = PAGES["case"] | {
    "state": "acknowledged",
    "overdue": True,
    "actions": ["answer", "resolve", "hand_on", "extend"],
    "notice": "changed",
}
CASE_DONE = PAGES["case"] | {
    "state": "resolved",
    "actions": [],
    "notice": "Fixed. The person who told us will read it.",
}
CALL_BACK = PAGES["case"] | {
    "call_back": True,
    "contact_is": "kept",
    "ask": "",
    "contact": None,
    "looks": [{"by": "Packing", "on": "2026-11-23"}],
}
VARIANTS: dict[str, tuple[str, dict[str, Any]]] = {
    "form_wrong": ("form", WRONG_FORM),
    "case_in_hand": ("case", CASE_IN_HAND),
    "case_done": ("case", CASE_DONE),
    "call_back": ("case", CALL_BACK),
    "call_back_shown": ("case", CALL_BACK | {"contact": CONTACT, "notice": "shown"}),
    "call_back_outside": ("case", CALL_BACK | {"contact_is": "withheld", "ask": "cx@shop.example"}),
    "call_back_gone": ("case", CALL_BACK | {"contact_is": "gone", "quote": "", "steps": [ENDED], "sayings": [TOLD]}),
    "thanks_repeated": ("thanks", PAGES["thanks"] | {"repeated": True}),
    "receipt_ask_wrong": (
        "receipt_ask",
        {"problem": "This receipt has 15 digits; it needs 16.", "action": "/r"},
    ),
    "receipt_early": ("receipt", PAGES["receipt"] | {"items": []}),
    "desk_empty": (
        "desk",
        PAGES["desk"] | {"overdue": [], "new": [], "working": [], "done": [], "thanks": []},
    ),
    "map_empty": ("map", PAGES["map"] | {"parts": []}),
    "map_own_row": ("map", PAGES["map"] | {"yours": "Packing"}),
    "choice_kept": (
        "choice",
        PAGES["choice"] | {"digest": "off", "notice": "Kept. No more good news by mail."},
    ),
}
