"""A parked note on its way through the functions: carried, weighed, and still a person's to decide."""

import json

import pytest

from fakes.values import RIDDLE, SCRATCHED
from handlers.events import http, json_post, queued
from handlers.live import Live, body_of, module
from throughline.domain.line import ParkedItem
from throughline.usecases.weigh_meaning import UNSAID


def sends(live: Live, text: str, name: str = "device-0009") -> None:
    live.call("feedback_form", json_post(f"/f/{live.place.id}", {"id": name, "text": text}))


def parked(live: Live) -> ParkedItem:
    (item,) = live.ledger.cases.parked()
    return item


def test_a_riddle_is_weighed_and_waits_on(live: Live) -> None:
    sends(live, RIDDLE)
    live.flows()
    item = parked(live)
    assert item.by_meaning.startswith("by meaning closest to “")
    assert len(item.alternatives) == 3
    assert list(live.ledger.pending.waiting()) == []


def test_other_systems_hear_of_it_once(live: Live) -> None:
    sends(live, RIDDLE)
    live.flows()
    assert live.announced() == []


def test_what_was_decided_is_not_weighed(live: Live) -> None:
    sends(live, SCRATCHED)
    live.flows()
    assert [name for name, _ in live.calls if name == "weigh_meaning"] == []


def test_weighing_reads_one_item_and_writes_it(live: Live) -> None:
    sends(live, RIDDLE)
    live.flows()
    made = [str(call) for function, call in live.calls if function == "weigh_meaning" and "Atlas" not in str(call)]
    assert made[-1].startswith("dynamodb.UpdateItem")


def test_the_budget_of_a_day_is_a_condition_of_one_write(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEDROCK_A_DAY", "2")
    handler, asked = module("weigh_meaning"), list[bool]()
    handler.settings.cache_clear()
    made = live.count(lambda: asked.extend(handler.may_ask() for _ in range(3)))
    assert asked == [True, True, False]
    assert all("TransactWriteItems" in str(call) for _, call in made)


@pytest.mark.usefixtures("live")
def test_a_model_that_is_named_is_asked_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEDROCK_MODEL", "maker.model-v1:0")
    handler = module("weigh_meaning")
    handler.settings.cache_clear()
    handler.tiers.cache_clear()
    assert [type(one).__name__ for one in handler.tiers()] == ["LearnedMeaning", "BedrockMeaning"]


def test_a_message_for_a_line_that_is_gone_is_done_with(live: Live) -> None:
    gone = {"id": "1", "pk": "F#gone", "sk": "parked"}
    answered = live.call("weigh_meaning", queued([gone, "no object"]))
    assert [one["itemIdentifier"] for one in answered["batchItemFailures"]] == ["message-1"]
    assert UNSAID not in json.dumps(answered)


def test_whoever_wrote_chooses_on_the_receipts_page_and_it_goes_there_at_once(live: Live) -> None:
    said = {"id": "device-0010", "text": "Something about a box and a driver."}
    receipt = body_of(live.call("feedback_form", json_post(f"/f/{live.place.id}", said)))["receipt"]
    live.flows()
    looked = live.call("receipt_page", http("GET", "/r", query=f"receipt={receipt}", accept="text/html"))["body"]
    assert '<button name="touchpoint" value="Opening the parcel">' in looked
    chosen = {"receipt": receipt, "touchpoint": "Opening the parcel"}
    told = [live.call("receipt_page", json_post("/r", chosen)) for _ in range(2)]
    assert [one["statusCode"] for one in told] == [200, 200]
    (item,) = [one for one in body_of(told[1])["items"] if one["kind"] == "case"]
    assert item["department"] == "Packing"
    assert list(live.ledger.cases.parked()) == []


def test_a_choice_that_the_map_does_not_know_is_refused(live: Live) -> None:
    receipt = body_of(live.call("feedback_form", json_post(f"/f/{live.place.id}", {"id": "d-000011", "text": RIDDLE})))[
        "receipt"
    ]
    live.flows()
    answer = live.call("receipt_page", json_post("/r", {"receipt": receipt, "touchpoint": "The moon"}))
    assert (answer["statusCode"], body_of(answer)["field"]) == (400, "touchpoint")
    assert parked(live).decided == ""
