"""Which receipt rules are made, and where they stand, by what the stack was told."""

from collections.abc import Mapping
from typing import Any

import pytest

from infra.mistake import STANDING

LINE = "throughline"
MAIL, WATCH = STANDING.templates["Mail/"], STANDING.templates["Watch/"]


def told(stage: str = "prod", domain: str = "in.shop.example", rule_set: str = LINE, after: str = "") -> dict[str, str]:
    """What the nested stacks are given; their own set is named like the root stack."""
    return {"Stage": stage, "Line": LINE, "InboundDomain": domain, "RuleSet": rule_set, "RuleAfter": after}


def holds(template: Mapping[str, Any], values: Mapping[str, str], condition: Any) -> bool:
    """Whether a condition holds; text names one of the template's."""
    if isinstance(condition, str):
        return holds(template, values, template["Conditions"][condition])
    [(function, argument)] = condition.items()
    if function == "Condition":
        return holds(template, values, argument)
    if function == "Fn::Equals":
        first, second = (values[one["Ref"]] if isinstance(one, dict) else one for one in argument)
        return bool(first == second)
    found = [holds(template, values, one) for one in argument]
    return {"Fn::And": all(found), "Fn::Not": not found[0], "Fn::Or": any(found)}[str(function)]


def made(template: Mapping[str, Any], values: Mapping[str, str]) -> set[str]:
    """The resources with a condition that holds."""
    resources = template["Resources"].items()
    return {name for name, one in resources if "Condition" in one and holds(template, values, one["Condition"])}


def chosen(values: Mapping[str, str], name: str) -> Any:
    """The branch that a property of the rule takes."""
    condition, then, otherwise = MAIL["Resources"]["InboundRule"]["Properties"][name]["Fn::If"]
    return then if holds(MAIL, values, condition) else otherwise


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (told(), {"InboundIdentity", "InboundRules", "InboundRule"}),
        (told(rule_set="company"), {"InboundIdentity", "InboundRule"}),
        (told(domain=""), set()),
        (told(domain="", rule_set="company"), set()),
        (told(stage="local"), set()),
    ],
    ids=["a set of our own", "a set that is active", "no mail", "no mail for a set that is active", "local"],
)
def test_a_set_is_made_only_where_none_is_named(values: dict[str, str], expected: set[str]) -> None:
    assert made(MAIL, values) == expected


def test_the_rule_stands_in_the_set_that_is_named() -> None:
    assert chosen(told(), "RuleSetName") == {"Ref": "InboundRules"}
    assert chosen(told(rule_set="company"), "RuleSetName") == {"Ref": "RuleSet"}


def test_the_rule_comes_after_another_only_in_a_set_that_has_others() -> None:
    nowhere = {"Ref": "AWS::NoValue"}
    assert chosen(told(rule_set="company", after="catch-spam"), "After") == {"Ref": "RuleAfter"}
    assert chosen(told(rule_set="company"), "After") == nowhere
    assert chosen(told(after="catch-spam"), "After") == nowhere


@pytest.mark.parametrize(("domain", "watched"), [("in.shop.example", True), ("", False)])
def test_storing_is_watched_where_mail_comes_in(domain: str, watched: bool) -> None:
    assert ({"MailLate", "MailLost"} <= made(WATCH, told(domain=domain))) == watched
