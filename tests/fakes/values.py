"""A small shop to test with: its map, its people, what is said about it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from fakes.outside import ROOT
from throughline.domain.case import Case, State
from throughline.domain.feedback import Channel, Feedback, Report, Reporter
from throughline.domain.journey import Cue, Department, JourneyMap, Part, versioned
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.person import Person
from throughline.domain.recognition import Behind, Thanks
from throughline.domain.seal import line_of, receipt_of
from throughline.domain.survey import Answer, Metric
from throughline.usecases.letters import Letterhead

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
TODAY = date(2026, 11, 23)
SITE = "https://line.example"
MANTRA = "As if it were ours."
HEAD = Letterhead(SITE, ROOT, MANTRA)
SCRATCHED = "The lamp was scratched when the customer opened the box."
CARRIED = "Thank you to the driver who carried the sofa upstairs."
RIDDLE = "Something felt odd today."


def part(touchpoint: str, department: str, *cues: str, **told: Any) -> Part:
    """One row; a cue that ends in "!" decides."""
    row = Part(
        journey="Buying a lamp",
        stage="At home",
        touchpoint=touchpoint,
        channel="home",
        department=department,
        role=f"{department} crew",
        how_they_affect_it=f"What {department} does shows here.",
        routes_when=tuple(Cue(cue.rstrip("!"), cue.endswith("!")) for cue in cues),
        reply_within="2d",
        notify_email="",
    )
    return replace(row, **told)


def small_map(**told: Any) -> JourneyMap:
    names = ("Packing", "Delivery", "Planning", "IT", "Accounts")
    known = JourneyMap(
        version="",
        parts=(
            part("Paying at the till", "IT", "card reader", "froze", stage="In the shop", reply_within="4h"),
            part("Delivery at the door", "Delivery", "driver", "carried", "sofa"),
            part("Delivery at the door", "Planning", "time slot", "window"),
            part("Opening the parcel", "Packing", "scratched", "crushed", "box", "broken glass!"),
            part("Getting money back", "Accounts", "refund", "money back!", stage="Afterwards"),
        ),
        departments=tuple(Department(one, f"{one.lower()}@shop.example", "Europe/London") for one in names),
        mantra=MANTRA,
    )
    return versioned(replace(known, **told))


def report(text: str = SCRATCHED, *, identity: str = "device-0001", **told: Any) -> Report:
    return replace(Report(identity, Channel.FORM, text), **told)


def known_reporter() -> Reporter:
    return Reporter("Ros Wren", "ros.wren@shop.example")


def feedback(text: str = SCRATCHED, *, identity: str = "device-0001", **told: Any) -> Feedback:
    said = report(text, identity=identity, **told)
    return Feedback(line_of(ROOT, receipt_of(ROOT, identity)), said, said.digest(), TODAY)


def answer(score: float | None = 3, verbatim: str = "", **told: Any) -> Answer:
    given = Answer(
        source="own",
        survey_id="after-delivery",
        response_id="r-1",
        question_key="recommend",
        metric=Metric.NPS,
        score=score,
        scale_min=0,
        scale_max=10,
        verbatim=verbatim,
        answered_at=NOW,
        received_at=NOW,
        revision=1,
    )
    return replace(given, **told)


def case(line: str = "F#1", number: int = 1, **told: Any) -> Case:
    opened = Case(
        line=line,
        number=number,
        code="A7K2Q",
        department="Packing",
        touchpoint="Opening the parcel",
        stage="At home",
        journey="Buying a lamp",
        role="Packing crew",
        how="What Packing does shows here.",
        why="the map names Packing for “scratched”",
        state=State.ROUTED,
        version=1,
        opened_on=TODAY,
        reply_by=datetime(2026, 11, 25, 17, tzinfo=UTC),
    )
    return replace(opened, **told)


def letter(line: str = "F#1", name: str = "letter#case#1", to: str = "packing@shop.example") -> Letter:
    return Letter(line, name, LetterKind.CASE, to, {"quote": SCRATCHED, "hops": 0, "also": ["Delivery"]})


def thanks(line: str = "F#1", number: int = 1, on: date = TODAY) -> Thanks:
    behind = (Behind("Delivery", "Driver", "They carry it."), Behind("Planning", "Planner", "They leave time."))
    return Thanks(line, number, CARRIED, "Delivery at the door", behind, on, "a colleague", "the words fit")


def person(name: str = "ada", **told: Any) -> Person:
    known = Person(f"id-{name}", name, f"{name}@shop.example", "Delivery", timezone="Europe/London")
    return replace(known, **told)
