"""Reasons as codes for other systems: the sentence itself may quote the words of a report."""

CHOSEN, DECIDING, WORDS, SEVERAL, NOTHING, NO_MAP, PERSON = (
    "touchpoint-chosen",
    "deciding-words",
    "words-of-the-map",
    "several-fit",
    "nothing-fits",
    "no-map",
    "decided-by-a-person",
)
CODES = (CHOSEN, DECIDING, WORDS, SEVERAL, NOTHING, NO_MAP, PERSON)
_OPENINGS = (
    ("it was reported at ", CHOSEN),
    ("it was said about ", CHOSEN),
    ("the map says that ", DECIDING),
    ("the map names ", WORDS),
    ("the words fit ", WORDS),
    ("several departments ", SEVERAL),
    ("no words of the map ", NOTHING),
    ("it names no moment ", NOTHING),
    ("there is no journey map ", NO_MAP),
)


def reason_code(reason: str) -> str:
    """The code of a reason; what no rule gave, a person did."""
    return next((code for opening, code in _OPENINGS if reason.startswith(opening)), PERSON)
