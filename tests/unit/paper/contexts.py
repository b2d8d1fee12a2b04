"""A realistic set of fields for every letter."""

from typing import Any

from unit.paper.common import LETTER, QUOTE, SITE
from unit.paper.digest_contexts import DIGEST, HEADLINE

CASE = {
    "code": "A7K2",
    "department": "Packing",
    "touchpoint": "Unpacking",
    "stage": "Receiving",
    "journey": "Buying furniture",
    "quote": QUOTE,
    "why": "the map names Packing for “box” and “padding”",
    "how": "How well it is padded decides how the first minute at home feels.",
    "role": "Packer",
    "reply_by": "2026-11-26T17:00[Europe/London]",
    "place": "North",
    "reference": "O-118204",
}
TRANSLATED = {
    "text": "Der Fuß der Lampe war zerkratzt, als sie sie auspackte. Unten im Karton war nichts.",
    "source": "en",
    "to": "de",
    "cut": True,
}
NOTE = {
    "code": "A7K2",
    "touchpoint": "Unpacking",
    "state": "waiting",
    "reply_by": "2026-11-26T17:00[Europe/London]",
    "overdue": False,
    "url": f"{SITE}/c/eyJhbGciOi.J9",
}
SEVERAL = LETTER | {
    "department": "Packing",
    "count": 3,
    "since": "2026-11-24",
    "promise": "2d",
    "overdue": 1,
    "notes": [{**NOTE, "state": "routed", "overdue": True}, NOTE],
    "desk_url": f"{SITE}/d/eyJkZXNr.k2",
}
LETTERS: dict[str, dict[str, Any]] = {
    "mine": SEVERAL,
    "bundle": SEVERAL,
    "reminder": SEVERAL,
    "escalated": SEVERAL | {"unreachable": False},
    "out_of_reach": LETTER
    | {"department": "Packing", "address": "packing@shop.example", "beside": "lead@shop.example"},
    "confirm_address": LETTER | {"departments": ["Packing", "Wrapping"], "url": f"{SITE}/a/AbC123"},
    "thanked": LETTER
    | {
        "name": "Ada Moss",
        "named": False,
        "choice_url": f"{SITE}/u/AbC123",
        "thanks": [
            {
                "quote": "Ada Moss stayed until the last lamp was found.",
                "who": "a customer",
                "touchpoint": "Delivery at home",
                "value": "We finish what we start",
                "private": True,
            },
            {"quote": "Thank you.", "who": "a colleague", "touchpoint": "", "value": "", "private": False},
        ],
    },
    "case": LETTER
    | CASE
    | {
        "moment": "Opening the box at home, on the evening of the delivery.",
        "url": f"{SITE}/c/eyJhbGciOi.J9",
        "desk_url": f"{SITE}/d/eyJkZXNr.k2",
        "also": ["Delivery", "Buying"],
        "hops": 1,
        "files": ["lamp.jpg", "box.pdf"],
        "answerable": True,
        "instead_of": "Packing",
        "weighed": ["box", "scratched"],
        "alike": "K3M7Q",
        "translated": TRANSLATED,
    },
    "heard": LETTER
    | {
        "quote": QUOTE,
        "outcomes": [
            {
                "kind": "case",
                "department": "Packing",
                "touchpoint": "Unpacking",
                "why": "the map names Packing for “box”",
                "reply_by": "2026-11-26T17:00[Europe/London]",
                "weighed": ["box"],
            },
            {
                "kind": "thanks",
                "department": "Delivery",
                "touchpoint": "Delivery",
                "why": "it is thanks",
                "reply_by": "",
            },
            {"kind": "parked", "department": "", "touchpoint": "", "why": "no words fit", "reply_by": ""},
        ],
        "refers": "B8L3Q",
        "answerable": True,
        "receipt": "1234 5678 9012 3456",
        "receipt_url": f"{SITE}/r#1234567890123456",
    },
    "answered": LETTER
    | {
        "department": "Packing",
        "answer": "You are right. The padding ran out on Tuesday.\nWe pack lamps again from tomorrow.",
        "quote": QUOTE,
        "answerable": True,
        "receipt_url": f"{SITE}/r",
    },
    "changed": LETTER
    | {
        "department": "Packing",
        "change": "The foot is now wrapped on its own.",
        "thanks": "You looked closely. That saved twenty lamps.",
        "quote": QUOTE,
        "answerable": True,
        "receipt_url": f"{SITE}/r",
    },
    "parked": LETTER
    | {
        "quote": QUOTE,
        "reason": "several departments fit equally well",
        "suggestions": [
            {"department": "Packing", "touchpoint": "Unpacking"},
            {"department": "Delivery", "touchpoint": "Delivery at home"},
        ],
        "how": "To decide, type: throughline triage decide 42 --to Packing",
    },
    "themes": LETTER
    | {
        "department": "Packing",
        "week": "47",
        "themes": [
            {
                "touchpoint": "Unpacking",
                "name": "box crushed",
                "count": 12,
                "earlier": 3,
                "trend": "up",
                "quotes": ["The box was crushed on one side.", "Again a crushed box, the second this month."],
                "translated": [
                    TRANSLATED | {"text": "Der Karton war auf einer Seite eingedrückt.", "cut": False},
                    None,
                ],
            },
            {
                "touchpoint": "Unpacking",
                "name": "screws missing",
                "count": 3,
                "earlier": 0,
                "trend": "chance",
                "quotes": [],
            },
        ],
        "others": 2,
        "desk_url": f"{SITE}/d/AbC123",
    },
    "unmapped": LETTER
    | {
        "source": "typeform-north",
        "survey": "lT4Z3j",
        "questions": [{"key": "NRsxU591", "title": "How likely are you to come back?"}, {"key": "score", "title": ""}],
    },
    "mirror": LETTER
    | {
        "confused": [{"said": "Delivery", "meant": "Packing", "count": 4}],
        "wordless": ["Paying at the till"],
        "gone": [
            {"name": "Paying by cheque", "count": 3, "teaches": True},
            {"name": "Faxing an order", "count": 1, "teaches": False},
        ],
        "proposals": [
            {
                "code": "3f9a1c",
                "edit": "add",
                "word": "foam",
                "touchpoint": "Opening the parcel",
                "department": "Packing",
                "count": 5,
            },
            {
                "code": "77b2d0",
                "edit": "drop",
                "word": "box",
                "touchpoint": "Opening the parcel",
                "department": "Tills",
                "count": 3,
            },
        ],
    },
    "asked": LETTER
    | CASE
    | {"quote": "The tape is a story of its own.", "unclear": "words", "url": f"{SITE}/c/eyJ.J9"},
    "understood": LETTER
    | CASE
    | {"action": "extend", "quote": "We wait for tape.", "to": "", "until": "2026-12-01", "url": f"{SITE}/c/eyJ.J9"},
    "replied": LETTER
    | CASE
    | {
        "quote": "It was the left one.",
        "solved": False,
        "answerable": True,
        "url": f"{SITE}/c/eyJ.J9",
        "translated": TRANSLATED,
    },
    "question": LETTER
    | CASE
    | {"question": "Which lamp was it?", "answerable": True, "receipt": "1234 5678", "receipt_url": f"{SITE}/r"},
    "taken_back": LETTER | CASE | {"quote": QUOTE, "answerable": True, "receipt_url": f"{SITE}/r"},
    "rise": LETTER
    | {"touchpoint": "Unpacking", "count": 19, "weeks": 8, "usual": 4, "departments": ["Packing", "Buying"]},
    "code": LETTER | {"department": "Packing", "code": "123 456"},
    "withdrawn": LETTER | CASE | {"by": "Delivery"},
    "unnamed": LETTER | {"quote": QUOTE, "receipt": "1234 5678 9012 3456", "receipt_url": f"{SITE}/r#1"},
    "digest": DIGEST,
    "preview": DIGEST
    | {
        "preview": {
            "stories": [{"mark": "k3j5m2qa", "words": HEADLINE["quote"], "why": ""}],
            "others": 2,
            "held": [{"mark": "abcdefgh", "words": "Mrs Rigby has her lamp.", "why": "it may name somebody"}],
            "named": ["Ada Moss", "Accounts"],
            "quiet": ["IT"],
            "unread": 3,
            "stopped": False,
            "commands": ["throughline digest hold --week 2026-W47"],
            "url": f"{SITE}/manage/digest?week=2026-W47",
        }
    },
}
