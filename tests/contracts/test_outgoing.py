import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from contracts.catalogue import OUTGOING, fits, inbound, sample
from throughline.adapters.dynamo.codec import packed
from throughline.contracts.outgoing import ANNOUNCED, public_event
from throughline.domain.case import TABLE, Action, Case, State, Step, announced_by
from throughline.domain.decision import Candidate
from throughline.domain.goal import Goal, Measure
from throughline.domain.line import ParkedItem
from throughline.domain.promise_kept import Level
from throughline.domain.recognition import Behind, Change, Thanks

DAY = date(2026, 11, 23)
SECRETS = ("scratched by Ros", "ros@example.com", "Leith shop", "ORD-20871")
CASE = Case(
    line="F#1",
    number=1,
    code="A7K2Q",
    department="Packing",
    touchpoint="Opening the parcel",
    stage="Receiving",
    journey="Ordering online",
    role="Packer",
    how="Chooses the box.",
    why="the map names Packing for “scratched by Ros”",
    state=State.ROUTED,
    version=1,
    opened_on=DAY,
    reply_by=datetime(2026, 11, 25, 17, tzinfo=UTC),
    place="Leith shop",
    reference="ORD-20871",
    map_version="9f2c4a7be01d",
)
BEHIND = (Behind("Drivers", "Crew", ""), Behind("Delivery Planning", "", ""), Behind("Drivers", "Yard", ""))
THANKS = Thanks(
    "F#2", 1, "scratched by Ros", "Delivery at the door", BEHIND, DAY, "a customer", "it was said about “x”"
)
CHANGE = Change("F#1", 1, "Packing", "Opening the parcel", "scratched by Ros", "ros@example.com", DAY, "Leith shop")
GOAL = Goal("3f9a1c0b7d2e", "", "ros@example.com", "Packing", "", Measure.ANSWERED, "", 9, DAY, DAY)
REACHED = {"goal": GOAL, "hits": 9, "count": 10, "on": DAY, "tenths": 9}
SUGGESTED = (Candidate("Packing", "Opening the parcel", 0.4), Candidate("Warehouse", "Opening the parcel", 0.3))
PARKED = ParkedItem("F#3", "fact", "several departments fit equally well", SECRETS[0], "2026-11-23", SUGGESTED)
INSIDE = {Action.EXTEND, Action.ASK, Action.COMMENT, Action.REPLY, Action.WITHDRAW, Action.SEND_ON}
RECALLED = {Action.REMIND: Level.ANSWERED_SOON, Action.ESCALATE: Level.CONTACT}
STEPS = [
    (f"case.{action}", replace(CASE, state=after, levels=(RECALLED.get(action, ""),)))
    for moves in TABLE.values()
    for action, after in moves.items()
    if isinstance(after, State) and action not in INSIDE
]
REOPENED = replace(CASE, state=State.REOPENED)
ANNOUNCEMENTS: list[tuple[str, Any]] = [
    ("case.routed", CASE),
    ("recognition.given", THANKS),
    ("change.made", CHANGE),
    ("feedback.parked", PARKED),
    ("goal.reached", REACHED),
    ("case.reopen", REOPENED),
    ("case.undo", CASE),
    *STEPS,
]

each_announcement = pytest.mark.parametrize(
    ("announces", "value"), ANNOUNCEMENTS, ids=[f"{at} {announces}" for at, (announces, _) in enumerate(ANNOUNCEMENTS)]
)


def published(announces: str, value: Any, on: date | None = DAY) -> tuple[str, dict[str, Any]]:
    entry = public_event(announces, packed(value), stage="prod", event_id="e-1", on=on)
    assert entry is not None
    assert entry["Source"] == "throughline"
    return entry["DetailType"], json.loads(entry["Detail"])


def schema_for(kind: str) -> str:
    return kind.removeprefix("throughline.").removesuffix(".v1").replace(".", "-").replace("_", "-") + ".v1"


@each_announcement
def test_an_announcement_becomes_an_event_of_its_schema(announces: str, value: Any) -> None:
    detail_type, detail = published(announces, value)
    name = schema_for(detail["type"])
    assert fits(name, detail)
    assert detail_type == "".join(word.capitalize() for word in name.split(".")[0].split("-"))


@each_announcement
def test_an_event_tells_no_words_name_place_or_address(announces: str, value: Any) -> None:
    _, detail = published(announces, value)
    assert not [secret for secret in SECRETS if secret in json.dumps(detail, ensure_ascii=False)]
    assert "T00:00:00Z" in detail["time"]


def test_every_schema_of_an_event_is_spoken() -> None:
    spoken = {schema_for(published(announces, value)[1]["type"]) for announces, value in ANNOUNCEMENTS}
    assert spoken == set(OUTGOING)
    assert {announces for announces, _ in ANNOUNCEMENTS} == ANNOUNCED


@pytest.mark.parametrize(
    "announces", ["letter.waiting", "feedback.received", "answer.received", "case.extend", "case.reply", ""]
)
def test_what_is_nobody_elses_business_stays_inside(announces: str) -> None:
    assert public_event(announces, {}, stage="prod", event_id="e-1") is None


def test_a_word_that_opens_a_case_again_says_so_once() -> None:
    opens = Step(3, Action.REPLY, State.RESOLVED, State.REOPENED, "", DAY)
    assert announced_by(opens) == "case.reopen"
    assert announced_by(replace(opens, before=State.REOPENED)) == "case.reply"
    assert announced_by(replace(opens, action=Action.DISPUTE)) == "case.dispute"


def test_a_step_whose_day_is_not_known_leaves_the_time_out() -> None:
    _, detail = published("case.resolve", replace(CASE, state=State.RESOLVED), on=None)
    assert "time" not in detail
    assert "week" not in detail["data"]
    assert fits("case-resolved.v1", detail)


def test_the_sample_of_a_case_is_what_the_code_says() -> None:
    _, detail = published("case.routed", CASE)
    assert detail | {"id": ""} == sample("case-routed.v1") | {"id": ""}


def test_everyone_behind_a_moment_is_credited_once() -> None:
    _, detail = published("recognition.given", THANKS)
    assert detail["data"]["departments"] == ["Drivers", "Delivery Planning"]


def test_a_stream_batch_gives_only_its_public_events() -> None:
    images = [record["dynamodb"]["NewImage"] for record in inbound("ledger.stream")["Records"]]
    entries = [
        public_event(image["announces"]["S"], json.loads(image["body"]["S"]), stage="prod", event_id="e")
        for image in images
    ]
    assert [entry["DetailType"] for entry in entries if entry] == ["CaseRouted"]
    assert [fits("case-routed.v1", json.loads(entry["Detail"])) for entry in entries if entry] == [True]
