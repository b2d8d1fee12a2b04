"""A language model is asked over the wire: a server of ours that behaves as Converse does stands in for it."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote

import pytest

from e2e.stand_in import Answered, Asked, standing_in
from fakes.values import small_map
from throughline.adapters.meaning.bedrock import PATIENCE, BedrockMeaning, runtime
from throughline.domain.meaning import Weighed

MODEL = "maker.model-v1:0"
NOTE = "lamp foot scratcht, says Ros Wren, tel 0131 555 0142"
CHOICE = {"touchpoint": "Opening the parcel", "because": "the lamp was damaged in its box"}


@dataclass
class Model:
    """What it says, with which status and how slowly, `raw` whatever stands there; and what it was asked."""

    text: str = json.dumps(CHOICE)
    status: int = 200
    seconds: float = 0.0
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    site: str = ""
    raw: bytes = b""

    def answer(self, path: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """As the service's own pages describe its answers and its refusals."""
        self.asked.append((unquote(path), body))
        time.sleep(self.seconds)
        if not {"messages", "system", "inferenceConfig"} >= set(body) or body["messages"][0]["role"] != "user":
            return 400, {"message": "Malformed input request"}
        if self.status != 200:
            return self.status, {"message": "Too many requests, please wait before trying again."}
        said = {"message": {"role": "assistant", "content": [{"text": self.text}]}}
        usage = {"inputTokens": 900, "outputTokens": 30, "totalTokens": 930}
        return 200, {"output": said, "stopReason": "end_turn", "usage": usage, "metrics": {"latencyMs": 400}}


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[Model]:
    here = Model()

    def answer(asked: Asked) -> Answered:
        status, said = here.answer(asked.path, json.loads(asked.body))
        kind = {"x-amzn-ErrorType": "ThrottlingException"} if status == 429 else {}
        return Answered(status, here.raw or json.dumps(said).encode(), {"Content-Type": "application/json", **kind})

    with standing_in(monkeypatch, answer) as here.site:
        yield here


def weigh(model: Model) -> Weighed | None:
    return BedrockMeaning(MODEL, runtime(model.site), lambda: True).weigh(NOTE, small_map())


def test_the_model_is_asked_for_a_choice_and_not_told_who(model: Model) -> None:
    weighed = weigh(model)
    [(path, body)] = model.asked
    assert path == f"/model/{MODEL}/converse"
    assert weighed
    assert weighed.candidates[0].department == "Packing"
    told = json.dumps(body)
    assert "scratcht" in told
    assert "Opening the parcel" in told
    assert not any(one in told for one in ("Wren", "0131", "555"))


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_model_that_refuses_is_asked_no_second_time(model: Model, status: int) -> None:
    model.status = status
    assert weigh(model) is None
    assert len(model.asked) == 1


def test_a_malformed_answer_is_as_if_it_had_said_nothing(model: Model) -> None:
    model.text = "I think it is packing."
    assert weigh(model) is None


@pytest.mark.parametrize(
    "raw", [b"[]", b"null", b"{", b"\xff\xfe", b'"said"', b'{"output": [], "stopReason": "end_turn"}', b'{"output": 1}']
)
def test_an_answer_that_is_no_such_document_is_as_if_it_had_said_nothing(model: Model, raw: bytes) -> None:
    model.raw = raw
    assert weigh(model) is None


def test_a_slow_model_is_not_waited_for(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PATIENCE, "read_timeout", 0.2)
    model.seconds = 4.0
    begun = time.monotonic()
    assert weigh(model) is None
    assert time.monotonic() - begun < model.seconds
    assert len(model.asked) == 1


def test_a_model_that_is_not_there_costs_nothing(model: Model) -> None:
    gone = replace(model, site="http://127.0.0.1:9")
    assert weigh(gone) is None
