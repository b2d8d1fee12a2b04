import json
from typing import Any

import pytest

from contracts.catalogue import fits, inbound, sample
from throughline.contracts.incoming import read_feedback
from throughline.domain.feedback import Channel, Kind
from throughline.errors import Refused

SCHEMA = "frontline-feedback.v1"
SOUND = {"id": "n-1", "text": "The lamp was scratched."}
JUNK: list[Any] = [None, True, 0, -1, 1.5, "", "x", "x" * 20_001, [], ["x"], {}, {"a": 1}, "a@b", "\ud800", "a|b"]
FIELDS = ["id", "text", "touchpoint", "kind", "name", "email", "reference", "language", "place", "other"]


def refusal(detail: object) -> Refused:
    with pytest.raises(Refused) as refused:
        read_feedback(detail)
    assert refused.value.what
    assert refused.value.do
    return refused.value


def accepted(detail: object) -> bool:
    try:
        read_feedback(detail, source="shop.tills")
    except Refused:
        return False
    return True


def test_source_and_id_are_the_identity() -> None:
    report = read_feedback(sample(SCHEMA), source="shop.tills")
    assert report.identity == "shop.tills|till-4-000871"
    assert (report.channel, report.kind, report.reference) == (Channel.EVENT, Kind.ISSUE, "ORD-20871")


def test_an_envelope_names_its_own_source() -> None:
    report = read_feedback(sample("frontline-feedback-enveloped.v1"), source="shop.tills")
    assert report.identity == "/tills/leith|till-4-000872"
    assert report.kind is Kind.PRAISE


def test_an_event_of_the_bus_is_read() -> None:
    event = json.loads(inbound("events-arrived.sqs")["Records"][0]["body"])
    assert event["detail-type"] == "FrontlineFeedback"
    assert read_feedback(event["detail"], source=event["source"]).text.startswith("The lamp")


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"text": ""}, "text"),
        ({"text": 7}, "text"),
        ({"id": ""}, "id"),
        ({"id": None}, "id"),
        ({"id": "a|b"}, "id"),
        ({"kind": "rant"}, "kind"),
        ({"email": "nobody"}, "email"),
        ({"language": "english please"}, "language"),
        ({"mood": "bad"}, "mood"),
    ],
)
def test_what_is_wrong_is_named(fields: dict[str, Any], named: str) -> None:
    assert refusal(SOUND | fields).field == named


def test_an_envelopes_field_is_named_where_it_stands() -> None:
    envelope = {"specversion": "1.0", "id": "1", "source": "/tills", "type": "note"}
    assert refusal(envelope | {"data": {"id": "n-1"}}).field == "data.text"
    assert refusal(envelope | {"data": [1]}).field == "data"
    assert refusal(envelope | {"specversion": "0.3", "data": SOUND}).field == "specversion"
    assert refusal({"specversion": "1.0", "data": SOUND}).field == "type"


@pytest.mark.parametrize("detail", [None, [], "text", 7])
def test_only_an_object_is_an_event(detail: object) -> None:
    assert refusal(detail).field == "body"


@pytest.mark.parametrize("field", FIELDS)
def test_what_the_code_takes_the_schema_takes(field: str) -> None:
    taken = [SOUND | {field: junk} for junk in JUNK if accepted(SOUND | {field: junk})]
    assert [detail[field] for detail in taken if not fits(SCHEMA, detail)] == []
