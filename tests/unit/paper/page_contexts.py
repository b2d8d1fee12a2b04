"""A realistic context for every page, and for what a page becomes in the end."""

from typing import Any

from throughline.adapters import week_paper
from unit.paper.common import MANTRA, QUOTE, SITE
from unit.paper.contexts import CASE
from unit.paper.digest_contexts import DIGEST
from unit.paper.manage_contexts import MANAGE_PAGES


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
    "pick": "F#1/1 1.n0nce",
    "alike": [],
    "more": 0,
}
LATE = NOTE | {"code": "B3M9", "touchpoint": "Delivery at home", "overdue": True, "reply_by": "2026-11-20"}
FORM: dict[str, Any] = {
    "place": "North",
    "id": "4f9d2c1e-7a55-4f0e-9f5c-0d5a9c4a1b11",
    "touchpoints": [
        {"group": "Finding", "names": ["Choosing in the shop", "Looking online"]},
        {"group": "Receiving", "names": ["Delivery at home", "Unpacking"]},
    ],
    "values": dict.fromkeys(
        ("text", "touchpoint", "kind", "name", "email", "reference", "to", "value", "private", "confide"), ""
    ),
    "valued": ["Kindness", "We finish what we start"],
    "problems": [],
    "action": "/f/9dK3",
    "mantra": MANTRA,
    "named": True,
    "look": [],
    "crowded": "",
    "confided_to": "Maren Okafor",
    "languages": [{"tag": "en", "name": "English"}, {"tag": "de", "name": "Deutsch"}],
}
ITEM = {
    "kind": "case",
    "department": "Packing",
    "touchpoint": "Unpacking",
    "why": "the map names Packing for “box”",
    "state": "changed",
    "answer": "You are right. The padding ran out on Tuesday.",
    "thanks": "You looked closely. That saved twenty lamps.",
    "change": "The foot is now wrapped on its own.",
    "reply_by": "2026-11-26",
    "number": "1",
    "nonce": "3.c0ffee",
    "can": "reply confirm dispute",
}
CONTACT = {"name": "Kim Wren", "email": "kim@home.example", "phone": "+44 20 7946 0000"}
ENDED = {"on": "2026-11-24", "action": "resolve", "by": "Packing", "reason": "reached"}
TOLD = {"who": "Packing", "text": "A second box.", "told": "A new lamp is on its way.", "on": "2026-11-24", "files": []}
PAGES: dict[str, dict[str, Any]] = {
    **MANAGE_PAGES,
    "form": FORM,
    "thanks": {"receipt": "1234 5678 9012 3456", "url": f"{SITE}/r", "repeated": False},
    "huddle": {
        "mantra": "We look after people's homes as if they were ours.",
        "week": "47",
        "department": "Packing",
        "praise": {
            "quote": "Not a scratch. Thank you.",
            "who": "A customer",
            "touchpoint": "Unpacking",
            "behind": [{"department": "Packing", "role": "", "how": ""}],
        },
        "issue": {
            "touchpoint": "Unpacking",
            "count": 3,
            "promised": "2026-11-26T17:00[Europe/London]",
            "late": False,
            "quote": "The lamp arrived scratched.",
        },
        "change": {"department": "Packing", "change": "The foot is now wrapped on its own."},
        "lesson": {"title": "Shoes first", "text": "Covers before anyone asks."},
        "question": "What goes on first?",
    },
    "week": {
        **{name: DIGEST[name] for name in week_paper.TOLD if name != "speak_url"},
        "speak_url": "/f/9dK3",
        "place": "North",
        "of_week": "2026-W47",
        "reading": "00aa11bb22cc33dd",
        "languages": [{"tag": "en", "name": "English"}, {"tag": "de", "name": "Deutsch"}],
    },
    "receipt_ask": {"problem": "", "action": "/r"},
    "receipt": {
        "receipt": "1234 5678 9012 3456",
        "choices": ["Opening the parcel", "Delivery at the door"],
        "received": "2026-11-23",
        "quote": QUOTE,
        "items": [
            ITEM,
            ITEM | {"department": "Delivery", "state": "routed", "answer": "", "change": "", "number": "2", "can": ""},
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
        "alike": "K3M7Q",
        "model": "3f9a1c52e07b",
        "map_version": "8c1d0fa2b7e4",
        "sure": 92,
        "actions": ["acknowledge", "answer", "resolve", "hand_on", "extend"],
        "thankable": True,
        "confidential": False,
        "had": ["Delivery", "Buying"],
        "goes_round": True,
        "suggested": [],
        "because": "",
        "departments": ["Buying", "Delivery", "Packing"],
        "nonce": "n0nce",
        "action": "/c/eyJhbGciOi.J9",
        "notice": "",
        "problem": "",
    },
    "desk": {
        "department": "Packing",
        "overdue": [LATE],
        "new": [NOTE | {"alike": [NOTE | {"code": "E2"}, LATE], "more": 2}],
        "action": "/d/eyJhbGciOi.J9",
        "told": {"done": 0, "left": []},
        "counts": {"overdue": 1, "new": 3, "working": 1},
        "page": 1,
        "at_once": 25,
        "later": False,
        "beyond": False,
        "working": [NOTE | {"code": "C1"}],
        "done": [NOTE | {"code": "D1", "reply_by": ""}],
        "thanks": [{"quote": "Not a scratch. Thank you.", "touchpoint": "Unpacking", "on": "2026-11-23"}],
        "goals": [
            {
                "goal": "Nobody waits to hear from us",
                "corporate": "Every home feels looked after",
                "role": "Packer",
                "touchpoint": "Unpacking",
                "measure": "acknowledged in time",
                "tenths": "8",
                "target": 9,
                "reached": False,
            }
        ],
    },
    "desk_code": {
        "department": "Packing",
        "address": "p…@shop.example",
        "asking": "d3v1ce",
        "sent": False,
        "problem": "",
        "action": "/d/eyJhbGciOi.J9",
        "mantra": MANTRA,
    },
    "map": {"version": "abc", "parts": PARTS, "departments": [], "mantra": MANTRA, "lessons": []},
    "address": {"outcome": "asked", "departments": ["Packing", "Wrapping"], "action": "/a/AbC"},
    "choice": {
        "address": "m…@line.example",
        "digest": "weekly",
        "naming": "team",
        "hour": None,
        "usual": "9:00",
        "hours": [(9, "9:00"), (14, "14:00"), (22, "22:00")],
        "zone": "Europe/London",
        "tongue": "en",
        "languages": [{"tag": "en", "name": "English"}, {"tag": "de", "name": "Deutsch"}],
        "nonce": "n0nce",
        "action": "/u/AbC",
        "notice": "",
    },
    "problem": {
        "status": 409,
        "what": "Something else was sent under this id before.",
        "field": "id",
        "do": "Reload the form and send it again: it then gets an id of its own.",
    },
}
