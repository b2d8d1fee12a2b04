"""Notes and answers that other systems put on the bus."""

import json
from typing import Any
from uuid import uuid4

import pytest

from e2e.line import Line, token
from e2e.test_surveys import answered
from operate.demo.doors import until


def put(line: Line, kind: str, detail: dict[str, Any]) -> None:
    entry = {
        "Source": "till",
        "DetailType": kind,
        "Detail": json.dumps(detail),
        "EventBusName": line.state.outputs["BusName"],
    }
    assert line.stack.client("events").put_events(Entries=[entry])["FailedEntryCount"] == 0


def test_a_note_on_the_bus_reaches_the_department_once(line: Line) -> None:
    word = token()
    note = {"id": uuid4().hex, "text": f"The box arrived crushed, {word}.", "touchpoint": "Opening the parcel"}
    for _ in range(2):
        put(line, "FrontlineFeedback", note)
    line.mail(word, to="packing@")
    line.quiet()

    assert len(line.mails(word)) == 1


def test_an_answer_on_the_bus_reaches_the_department(line: Line) -> None:
    word = token()
    words = f"My refund has not come, {word}."
    put(line, "SurveyResponse", answered(2, source="till", verbatim=words, touchpoint_hint="Getting money back"))

    assert line.mail(word, to="accounts@")["subject"].startswith("[Accounts]")


@pytest.mark.parametrize("kind", ["FrontlineFeedback", "SurveyResponse"])
def test_an_event_that_cannot_be_read_is_kept_with_the_reason(line: Line, kind: str) -> None:
    word = token()
    put(line, kind, {"unheard_of": word})
    (kept,) = until("the event set aside", lambda: [row for row in line.rows("park", "list") if word in row["what"]])

    assert kept["where"] == "event"
    assert kept["reason"]
