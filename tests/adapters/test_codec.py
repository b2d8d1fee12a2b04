"""Domain values survive the way into the ledger and back."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.values import answer, case, feedback, letter, person, thanks
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.stream import announced_in
from throughline.domain.decision import Candidate
from throughline.domain.feedback import Feedback, Kind
from throughline.domain.line import ParkedItem
from throughline.domain.survey import Answer

PARKED = ParkedItem("F#1", "fact", "several fit", "words", "2026-11-23", (Candidate("IT", "Till", 0.5),))
VALUES = [
    feedback(kind=Kind.PRAISE),
    feedback("\ud800 half a sign"),
    answer(),
    answer(None, metric=None, answered_at=None),
    case(),
    letter(),
    person(),
    thanks(),
    PARKED,
]


@pytest.mark.parametrize("value", VALUES)
def test_a_value_is_read_back_as_it_was(value: Any) -> None:
    assert unpacked(type(value), json.loads(json.dumps(packed(value)))) == value


@given(st.text(), st.text())
def test_any_words_are_read_back_as_they_were(text: str, name: str) -> None:
    said = feedback(text)
    named = replace(said, report=replace(said.report, reporter=replace(said.report.reporter, name=name)))
    assert unpacked(Feedback, json.loads(json.dumps(packed(named)))) == named


def test_an_item_that_lacks_a_newer_field_keeps_its_default() -> None:
    document = packed(answer())
    del document["customer_ref"]
    document["unknown"] = "of another version"
    assert unpacked(Answer, document) == answer()


def record(**image: Any) -> dict[str, Any]:
    return {"eventName": "INSERT", "dynamodb": {"NewImage": image}}


def test_a_stream_tells_what_is_announced_and_passes_over_the_rest() -> None:
    said = {"pk": {"S": "S#own#1"}, "sk": {"S": "fact#q"}, "body": {"S": '{"a": 1}'}, "revision": {"N": "3"}}
    event = {"Records": [record(**said, announces={"S": "answer.received"}), record(**said), {"dynamodb": {}}]}
    (announced,) = announced_in(event)
    assert (announced.pk, announced.sk, announced.version) == ("S#own#1", "fact#q", "3")
    assert (announced.announces, announced.document) == ("answer.received", {"a": 1})


def test_an_empty_event_announces_nothing() -> None:
    assert list(announced_in({})) == []
