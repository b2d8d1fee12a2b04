"""What is asked at the managers' doors to get each of their answers."""

from dataclasses import replace
from typing import Any

from contracts.doors import Doors
from fakes.outside import ROOT
from fakes.values import RIDDLE, TODAY, feedback, thanks
from throughline.domain.decision import Candidate
from throughline.domain.line import Outcome, ParkedItem
from throughline.domain.mirror import mirror_of
from throughline.domain.precedent import How, Precedent
from throughline.domain.recognition import HeldFor, Publicity

HTML = {"accept": "text/html", "content_type": "text/html"}
LARGE = "x" * 300 * 1024
WORDS = {"body": "words", "content_type": "text/plain"}
NOBODY = {"stranger": True}
PAGE = {"nonce": "PAGE"}
RIDDLED = "F#riddle"
DECIDED = {**PAGE, "id": RIDDLED, "choice": "IT"}
PAGES = ("triage", "mirror", "shadow", "thanks", "digest", "mantra", "lessons", "goals")
LESSON = "touchpoint,title,text\nOpening the parcel,Look,Together."
GOAL = "goal,department,measure,target,from,until\nNobody waits,IT,answered,9 of 10,2026-11-01,2026-12-31"
LOOKS: list[tuple[str, dict[str, Any], int]] = [
    asked
    for page in ("/manage", *(f"/manage/{name}" for name in PAGES))
    for asked in (
        (f"GET {page}", {}, 200),
        (f"GET {page}", NOBODY, 403),
        (f"GET {page}", {**NOBODY, **HTML}, 303),
    )
]
ACTS: list[tuple[str, dict[str, Any], int]] = [
    asked
    for page in (f"/manage/{name}" for name in PAGES)
    for asked in (
        (f"POST {page}", {"body": PAGE, **NOBODY}, 403),
        (f"POST {page}", {"body": {"nonce": "0.forged"}}, 403),
        (f"POST {page}", {"body": "{"}, 400),
        (f"POST {page}", {"body": LARGE}, 413),
        (f"POST {page}", WORDS, 415),
    )
]
ASKED_OF_MANAGERS: list[tuple[str, dict[str, Any], int]] = [
    *LOOKS,
    *ACTS,
    ("GET /manage/mirror", {"without_map": True}, 404),
    ("POST /manage/mirror", {"body": {**PAGE, "code": "CODE"}}, 200),
    ("POST /manage/mirror", {"body": {**PAGE, "code": "CODE"}, "without_map": True}, 404),
    ("POST /manage/triage", {"body": DECIDED}, 200),
    ("POST /manage/triage", {"body": DECIDED, "again": DECIDED}, 200),
    ("POST /manage/triage", {"body": DECIDED, "again": {**DECIDED, "choice": "nobody"}}, 409),
    ("POST /manage/triage", {"body": {**DECIDED, "id": "F#unknown"}}, 404),
    ("POST /manage/shadow", {"body": {**PAGE, "department": "IT", "to": "shadow"}}, 200),
    ("POST /manage/thanks", {"body": {**PAGE, "id": f"{RIDDLED}/1", "state": "published"}}, 200),
    *((f"GET /manage/{name}", {"without_map": True}, 404) for name in ("mantra", "lessons", "goals")),
    *(
        asked
        for name, text in (("mantra", "As if it were ours."), ("lessons", LESSON), ("goals", GOAL))
        for asked in (
            (f"POST /manage/{name}", {"body": {**PAGE, "text": text}}, 200),
            (f"POST /manage/{name}", {"body": {**PAGE, "text": text}, "without_map": True}, 404),
            (f"POST /manage/{name}", {"body": {**PAGE, "text": ""}}, 400),
        )
    ),
    ("GET /manage/digest", {"query": "week=2026-W99"}, 400),
    ("POST /manage/digest", {"body": {**PAGE, "act": "hold"}}, 200),
    ("POST /manage/digest", {"body": {**PAGE, "act": "drop", "story": "none"}}, 400),
    ("GET /manage/in", {}, 303),
    ("GET /manage/back", {"query": "code=good&state=STATE"}, 303),
    ("GET /manage/back", {"query": "code=good&state=forged"}, 403),
    ("GET /manage/out", HTML, 200),
    ("POST /manage/out", {"body": PAGE}, 200),
    ("POST /manage/out", {"body": {"nonce": "0.forged"}}, 403),
    ("POST /manage/out", {"body": "{"}, 400),
    ("POST /manage/out", {"body": LARGE}, 413),
    ("POST /manage/out", WORDS, 415),
]


def prepared(doors: Doors, told: dict[str, Any]) -> str:
    """One note waits for a decision, and decisions propose an edit of the map, whose code this is."""
    told["query"] = told["query"].replace("STATE", doors.attempt.state(ROOT))
    note = replace(feedback(RIDDLE, identity="device-0009"), line=RIDDLED)
    doors.ledger.facts.record(note)
    item = ParkedItem(RIDDLED, "fact", "nobody knows", RIDDLE, TODAY.isoformat(), (Candidate("IT", "", 0.4),))
    doors.ledger.cases.settle(Outcome(RIDDLED, "fact", ("parked",), parked=item))
    doors.ledger.change(RIDDLED, thanks=(replace(thanks(RIDDLED), state=Publicity.HELD, held_for=HeldFor.NAME),))
    taught = Precedent("F#0", 1, 1, How.CORRECTED, "the padding", "Opening the parcel", "Packing", TODAY, "1")
    for at in range(4):
        doors.ledger.precedents.add(replace(taught, line=f"F#{at}", said="Delivery", hits=("sofa",)))
    current = doors.atlas.maps.current()
    return mirror_of(current, doors.ledger.precedents.all()).proposals[0].code if current else ""
