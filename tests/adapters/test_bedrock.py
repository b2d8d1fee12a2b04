"""A language model's answer counts only if it is exactly a choice that it was given."""

import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.stub import ANY, Stubber

from aws import REGION
from fakes.values import small_map
from throughline.adapters.meaning.bedrock import LONGEST_ANSWER, LONGEST_REASON, TASK, BedrockMeaning
from throughline.domain.journey import Department, Member, versioned
from throughline.domain.meaning import Weighed

MODEL = "maker.model-v1:0"
NOTE = "lamp foot scratcht, says Ros Wren of order 4711, tel 0131 555 0142"
CHOICE = {"touchpoint": "Opening the parcel", "because": "the lamp was damaged in its box"}


def said(text: str, **more: Any) -> dict[str, Any]:
    """An answer as Converse gives it."""
    message = {"role": "assistant", "content": [{"text": text}]}
    usage = {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2}
    return {
        "output": {"message": message},
        "stopReason": "end_turn",
        "usage": usage,
        "metrics": {"latencyMs": 1},
        **more,
    }


@pytest.fixture
def bedrock() -> Iterator[Stubber]:
    keys = {"aws_access_key_id": "pretended", "aws_secret_access_key": "pretended"}
    with Stubber(boto3.client("bedrock-runtime", region_name=REGION, **keys)) as stubber:
        yield stubber


def weigh(bedrock: Stubber, note: str = NOTE, *, budget: bool = True) -> Weighed | None:
    return BedrockMeaning(MODEL, bedrock.client, lambda: budget).weigh(note, small_map())


def test_a_choice_of_the_map_is_suggested_with_its_reason(bedrock: Stubber) -> None:
    bedrock.add_response("converse", said(json.dumps(CHOICE)))
    weighed = weigh(bedrock)
    assert weighed
    assert [(one.department, one.touchpoint) for one in weighed.candidates] == [("Packing", "Opening the parcel")]
    assert weighed.reason == "a language model reads it as “Opening the parcel”: the lamp was damaged in its box"


def test_it_is_asked_once_strictly_and_never_who(bedrock: Stubber) -> None:
    asked: list[dict[str, Any]] = []
    client = bedrock.client
    client.meta.events.register(
        "provide-client-params.bedrock-runtime.Converse", lambda params, **_: asked.append(params)
    )
    bedrock.add_response("converse", said(json.dumps(CHOICE)), {"modelId": MODEL, "system": [{"text": TASK}], **_RULES})
    weigh(bedrock)
    (told,) = asked
    document = json.loads(told["messages"][0]["content"][0]["text"])
    assert document["note"] == "lamp foot scratcht, says [name] of order [number], tel [number]"
    assert [one["touchpoint"] for one in document["touchpoints"]] == [one.name for one in small_map().touchpoints()]


_RULES = {"messages": ANY, "inferenceConfig": {"maxTokens": 200, "temperature": 0}}


def test_people_of_the_map_are_not_named_however_they_are_written(bedrock: Stubber) -> None:
    packing = Department("Packing", "packing@shop.example", people=(Member("Morag Kerr"),))
    known = versioned(small_map(departments=(packing,)))
    bedrock.add_response("converse", said(json.dumps({**CHOICE, "because": "morag packed it"})))
    weighed = BedrockMeaning(MODEL, bedrock.client, lambda: True).weigh("morag forgot the padding", known)
    assert weighed
    assert weighed.reason.endswith("[name] packed it")


@pytest.mark.parametrize(
    "text",
    [
        "Opening the parcel",
        "",
        "[" * 900,
        json.dumps([CHOICE]),
        json.dumps({**CHOICE, "touchpoint": "none"}),
        json.dumps({**CHOICE, "touchpoint": "The moon"}),
        json.dumps({**CHOICE, "touchpoint": "opening THE parcel"}),
        json.dumps({**CHOICE, "touchpoint": 3}),
        json.dumps({**CHOICE, "because": "x" * (LONGEST_REASON + 1)}),
        json.dumps({**CHOICE, "because": " \u202e\x00 "}),
        json.dumps({**CHOICE, "because": None}),
        json.dumps({**CHOICE, "and": "more"}),
        json.dumps({"touchpoint": "Opening the parcel"}),
        f"Sure! {json.dumps(CHOICE)}",
        json.dumps(CHOICE) + " " * LONGEST_ANSWER,
    ],
)
def test_anything_else_is_as_if_it_had_said_nothing(bedrock: Stubber, text: str) -> None:
    bedrock.add_response("converse", said(text))
    assert weigh(bedrock) is None


@pytest.mark.parametrize("reason", ["max_tokens", "content_filtered", "guardrail_intervened"])
def test_an_answer_that_did_not_come_to_its_end_is_none(bedrock: Stubber, reason: str) -> None:
    bedrock.add_response("converse", said(json.dumps(CHOICE), stopReason=reason))
    assert weigh(bedrock) is None


@pytest.mark.parametrize("code", ["ThrottlingException", "AccessDeniedException", "ModelErrorException"])
def test_a_refused_call_costs_the_suggestion_and_nothing_else(bedrock: Stubber, code: str) -> None:
    bedrock.add_client_error("converse", code)
    assert weigh(bedrock) is None


def test_over_budget_or_without_words_nobody_is_asked(bedrock: Stubber) -> None:
    assert weigh(bedrock, budget=False) is None
    assert weigh(bedrock, "  ") is None
