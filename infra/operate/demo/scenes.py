"""What happens in the demo: who says what, at which door."""

CLERK = {
    "text": "A customer brought back a floor lamp: the box arrived crushed and the foot of the lamp was scratched.",
    "touchpoint": "Opening the parcel",
    "kind": "issue",
    "name": "Nadia Farrow",
    "email": "nadia.farrow@oakandlantern.example",
    "reference": "order 48113",
}
DRIVER = {
    "sender": "Tom Hale <tom.hale@drivers.example>",
    "subject": "Third floor again",
    "text": (
        "Hello,\n\na heavy wardrobe for the third floor, there was no lift and the route left us no time.\n"
        "The customer had to help carry it up.\n\nTom\n\n-- \nSent from the cab of van 7\n"
    ),
}
SURVEY = {"survey_id": "after-delivery", "question_key": "recommend", "metric": "nps", "scale_min": 0, "scale_max": 10}
CUSTOMERS = (
    {
        "score": 10,
        "touchpoint_hint": "Delivery at the door",
        "verbatim": "The two men carried the sofa up three floors and took their time. They did not have to.",
    },
    {
        "score": 3,
        "touchpoint_hint": "Getting money back",
        "verbatim": "Five weeks and my refund still has not come.",
    },
    {"score": 8, "touchpoint_hint": "Paying online", "verbatim": ""},
)
CHANGE = "We wrap the foot of every lamp in foam now."
