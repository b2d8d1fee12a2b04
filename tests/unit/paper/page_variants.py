"""Pages as they look at other moments."""

from typing import Any

from throughline.domain.giveaway import Giveaway
from unit.paper.common import QUOTE
from unit.paper.contexts import TRANSLATED
from unit.paper.manage_contexts import MANAGE_VARIANTS
from unit.paper.page_contexts import CONTACT, ENDED, FORM, ITEM, PAGES, TOLD

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
    "actions": ["answer", "resolve", "hand_on", "extend", "undo"],
    "notice": "changed",
}
SAID_IN_BOTH = [
    *PAGES["case"]["sayings"],
    {"who": "whoever told us", "text": QUOTE, "on": "2026-11-25", "files": ["lamp.jpg"], "translated": TRANSLATED},
]
CASE_DONE = PAGES["case"] | {
    "state": "resolved",
    "actions": [],
    "notice": "Fixed. The person who told us will read it.",
}
CONFIDED = ITEM | {"kind": "confided", "department": "Maren Okafor", "state": "routed", "can": "reply"}
SENT_ON = CONFIDED | {"state": "handed_on", "change": "", "thanks": "", "can": ""}
SEALED = ITEM | {"kind": "parked", "state": "confided"}
LOOK = {"field": "sure", "what": "It may tell who wrote it.", "do": "Read it once more."}
NOT_IN_CONFIDENCE = PAGES["case"] | {
    "confidential": True,
    "department": "Confidential contact",
    "touchpoint": "In confidence",
    "state": "acknowledged",
    "actions": ["answer", "resolve", "extend", "send_on"],
    "sending": "2.0a1b2c3d",
    "steps": [{"on": "2026-11-23", "action": "send_on", "by": "Confidential contact"}],
}
CALL_BACK = PAGES["case"] | {
    "call_back": True,
    "contact_is": "kept",
    "ask": "",
    "contact": None,
    "looks": [{"by": "Packing", "on": "2026-11-23"}],
}
VARIANTS: dict[str, tuple[str, dict[str, Any]]] = {
    **MANAGE_VARIANTS,
    "form_wrong": ("form", WRONG_FORM),
    "form_look": ("form", FORM | {"look": [*Giveaway], "values": FORM["values"] | {"text": QUOTE}}),
    "form_crowded": ("form", FORM | {"crowded": "link", "values": FORM["values"] | {"text": QUOTE}}),
    "form_crowded_sender": ("form", FORM | {"crowded": "sender", "confided_to": ""}),
    "form_alone": ("form", FORM | {"confided_to": "", "named": False}),
    "receipt_confided": (
        "receipt",
        PAGES["receipt"] | {"items": [CONFIDED, SEALED], "choices": [], "notice": "changed"},
    ),
    "receipt_sent_on": ("receipt", PAGES["receipt"] | {"items": [SENT_ON, ITEM], "choices": []}),
    "case_confided": ("case", NOT_IN_CONFIDENCE),
    "receipt_look": ("receipt", PAGES["receipt"] | {"said": {"number": "1", "text": QUOTE}, "problem": LOOK}),
    "case_in_hand": ("case", CASE_IN_HAND),
    "case_translated": ("case", PAGES["case"] | {"translated": TRANSLATED, "sayings": SAID_IN_BOTH}),
    "case_done": ("case", CASE_DONE),
    "case_whose": ("case", PAGES["case"] | {"notice": "choose", "suggested": ["Buying", "IT"], "because": "Too thin."}),
    "call_back": ("case", CALL_BACK),
    "call_back_shown": ("case", CALL_BACK | {"contact": CONTACT, "notice": "shown"}),
    "call_back_outside": ("case", CALL_BACK | {"contact_is": "withheld", "ask": "cx@shop.example"}),
    "call_back_gone": ("case", CALL_BACK | {"contact_is": "gone", "quote": "", "steps": [ENDED], "sayings": [TOLD]}),
    "thanks_repeated": ("thanks", PAGES["thanks"] | {"repeated": True}),
    "receipt_ask_wrong": ("receipt_ask", {"problem": "We know no report with this receipt.", "action": "/r"}),
    "receipt_early": ("receipt", PAGES["receipt"] | {"items": []}),
    "desk_told": (
        "desk",
        PAGES["desk"]
        | {"told": {"done": 2, "left": [{"code": "E2", "why": "A colleague acted on this a moment ago."}]}},
    ),
    "desk_many_alike": ("desk", PAGES["desk"] | {"at_once": 2}),
    "desk_later": ("desk", PAGES["desk"] | {"later": True}),
    "desk_beyond": ("desk", PAGES["desk"] | {"page": 10, "beyond": True}),
    "desk_code_sent": ("desk_code", PAGES["desk_code"] | {"sent": True, "problem": "That is not the code."}),
    "desk_empty": (
        "desk",
        PAGES["desk"] | {"overdue": [], "new": [], "working": [], "done": [], "thanks": []},
    ),
    "week_quiet": ("week", PAGES["week"] | {"week": ""}),
    "map_empty": ("map", PAGES["map"] | {"parts": []}),
    "map_own_row": ("map", PAGES["map"] | {"yours": "Packing"}),
    "choice_kept": (
        "choice",
        PAGES["choice"] | {"digest": "off", "hour": 14, "tongue": "de", "notice": "Kept. No more good news by mail."},
    ),
}
