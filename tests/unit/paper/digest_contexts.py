"""A digest as its texts are shown with it."""

from unit.paper.common import BEHIND, LETTER, SITE

HEADLINE = {
    "title": "A sofa carried upstairs",
    "quote": "He did not have to. He just took one end and said: which room?",
    "who": "a customer",
    "touchpoint": "Delivery at home",
    "behind": BEHIND,
    "thanked": "",
    "value": "",
    "behind_more": 2,
    "again": False,
}
DIGEST = LETTER | {
    "week": "47",
    "greeting_place": "North & Web",
    "thanks_count": 12,
    "changes_count": 3,
    "headline": HEADLINE,
    "praises": [
        {
            "quote": "The new labels meant I found the right leg for my table by myself.",
            "touchpoint": "Choosing in the shop",
            "behind": [{"department": "Cleaning", "role": "Morning shift", "how": "They straighten the shelves."}],
            "thanked": "Bo Lind",
            "value": "Leave it better than you found it",
            "behind_more": 0,
            "again": False,
        },
        {
            "quote": "They remembered me from last time.",
            "touchpoint": "Delivery at home",
            "behind": [],
            "thanked": "",
            "value": "",
            "behind_more": 0,
            "again": True,
        },
    ],
    "changes": [
        {
            "said": "Lamps arrive scratched at the foot.",
            "department": "Packing",
            "change": "The foot is now wrapped on its own.",
            "by": "the North shop",
        }
    ],
    "scores": [
        {
            "metric": "nps",
            "answered": 37,
            "plain": "37 people answered. 8 of 10 would recommend us.",
            "chance": "A change of a few points from week to week is chance.",
            "share": 80,
        }
    ],
    "line_of_sight": {
        "what_you_do": "You keep the tills running.",
        "whom_it_helps": "The service desk keeps smiling.",
        "felt": "Nobody queued on Saturday.",
    },
    "lesson": {
        "title": "opening a damaged parcel together",
        "text": "When somebody brings a damaged parcel, open it with them.\nLook first, talk second.",
        "question": "What would you say first?",
        "answer": "“Let us look at it together.”",
    },
    "also": ["Ada Moss", "Accounts", "IT"],
    "more": 4,
    "note": "I read every one of them.",
    "by": "Ida Berg, CEO",
    "department": "Packing",
    "answerable": True,
    "own_scores": [
        {
            "metric": "csat",
            "answered": 12,
            "plain": "12 people answered. 9 of 10 were happy with us.",
            "chance": "There is nothing yet to compare it with.",
            "share": 90,
        }
    ],
    "goals": [
        {
            "goal": "Answer within two days",
            "corporate": "",
            "role": "",
            "touchpoint": "Unpacking",
            "measure": "answered",
            "tenths": "8",
            "target": 9,
            "reached": False,
        }
    ],
    "recalls": [{"title": "Shoes first", "text": "", "question": "What goes on first?", "answer": "The covers."}],
    "speak_url": f"{SITE}/f/9dK3",
    "page_url": f"{SITE}/f/9dK3/week?week=2026-W47",
    "choice_url": f"{SITE}/u/AbC123",
    "reason": "You get this because you work at North & Web.",
    "zone": "Europe/London",
}
