"""The sample rules for other systems: they listen to events that there are, and ask for fields that these have."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from contracts.catalogue import EVENTS
from operate.local.template_file import read_template

SAMPLE = Path(__file__).parents[2] / "infra" / "examples" / "other-systems.yaml"
SHAPES = ("chat", "jira")


def resource(name: str) -> dict[str, Any]:
    return dict(read_template(SAMPLE)["Resources"][name]["Properties"])


def samples() -> dict[str, dict[str, Any]]:
    """An event of each kind, as the bus hands it over."""
    found = (json.loads(path.read_text(encoding="utf-8")) for path in (EVENTS / "samples").glob("case-*.json"))
    return {_detail_type(one["type"]): one for one in found}


def _detail_type(kind: str) -> str:
    return "".join(word.capitalize() for word in re.split(r"[._]", kind.removeprefix("throughline.")[: -len(".v1")]))


def at(path: str, event: dict[str, Any]) -> str:
    value: Any = event
    for name in path.removeprefix("$.").split("."):
        value = value[name]
    return str(value)


@pytest.mark.parametrize("shape", range(len(SHAPES)), ids=SHAPES)
def test_what_the_other_side_gets_is_json_without_a_gap(shape: int) -> None:
    rule = resource("Told")
    (target,) = rule["Targets"]
    paths = target["InputTransformer"]["InputPathsMap"]
    template = target["InputTransformer"]["InputTemplate"]["Fn::If"][1 + shape]
    text = template if isinstance(template, str) else template["Fn::Sub"].replace("${Project}", "CX")
    for kind in rule["EventPattern"]["detail-type"]:
        event = {"detail-type": kind, "detail": samples()[kind]}
        filled = text
        for name, path in paths.items():
            filled = filled.replace(f"<{name}>", at(path, event))
        assert "A7K2Q" in json.dumps(json.loads(filled))
        assert not re.search(r"<\w+>|\$\{", filled)


def test_it_hears_events_of_ours_of_the_version_it_knows() -> None:
    pattern = resource("Told")["EventPattern"]
    assert pattern["source"] == ["throughline"]
    assert set(pattern["detail-type"]) <= set(samples())


def test_what_the_other_side_does_not_take_is_kept() -> None:
    (target,) = resource("Told")["Targets"]
    assert target["DeadLetterConfig"] == {"Arn": {"Fn::GetAtt": ["Lost", "Arn"]}}
    (allowed,) = resource("LostPolicy")["PolicyDocument"]["Statement"]
    assert allowed["Condition"]["ArnEquals"] == {"aws:SourceArn": {"Fn::GetAtt": ["Told", "Arn"]}}


def test_nobody_else_may_call_the_other_side_and_the_caller_nothing_else() -> None:
    (policy,) = resource("Caller")["Policies"]
    (allowed,) = policy["PolicyDocument"]["Statement"]
    assert (allowed["Action"], allowed["Resource"]) == (
        ["events:InvokeApiDestination"],
        {"Fn::GetAtt": ["OtherSide", "Arn"]},
    )
