from collections.abc import Callable, Iterator
from importlib import import_module

import pytest

from infra import function_rules, inbound_rules, manage_rules, message_rules, right_rules, state_rules, wiring_rules
from infra.function_rules import FUNCTION, folder_of, grants, is_work
from infra.stack import ROOT, Stack, load
from operate.build.calls import CALLS

ROOMS = (function_rules, inbound_rules, manage_rules, message_rules, right_rules, state_rules, wiring_rules)
RULES = tuple(rule for room in ROOMS for rule in room.RULES)
STACK = load()
FOLDERS = sorted(path.parent.name for path in (ROOT / "functions").glob("*/handler.py"))
STANDS_FOR = {
    "Converse": ("InvokeModel",),
    "TransactWriteItems": ("PutItem", "UpdateItem"),
    "SendMessageBatch": ("SendMessage",),
    "SendEmail": ("SendEmail", "SendRawEmail"),  # a mail that is sent raw
    "GetObject": ("GetObject", "ListBucket"),  # to hear that an object is gone
}
ASKED_FOR_US = {"comprehend:DetectDominantLanguage"}  # by Amazon Translate, with our right


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_template_holds(rule: Callable[[Stack], Iterator[str]]) -> None:
    assert list(rule(STACK)) == []


def test_every_folder_with_a_handler_is_deployed_and_every_function_has_one() -> None:
    assert sorted(folder_of(properties) for _, properties in STACK.properties(FUNCTION)) == FOLDERS


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_function_is_named_after_its_folder(folder: str) -> None:
    name = folder.title().replace("_", "")
    properties = STACK.resources[name]["Properties"]
    assert properties["Handler"] == f"{folder}.handler.handle"
    assert STACK.meant(properties["FunctionName"]) == f"AWS::StackName-{folder}"


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_function_is_told_exactly_what_it_asks_for(folder: str) -> None:
    properties = STACK.resources[folder.title().replace("_", "")]["Properties"]
    assert set(properties.get("Environment", {}).get("Variables", {})) == asked_for(folder)


def asked_for(folder: str) -> set[str]:
    """What a function reads from its environment; nothing where it has no settings."""
    if not (ROOT / "functions" / folder / "settings.py").exists():
        return set()
    return {name.upper() for name in import_module(f"{folder}.settings").Settings.__dataclass_fields__}


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_handler_imports_without_an_environment(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_DEFAULT_REGION", raising=False)
    assert callable(import_module(f"{folder}.handler").handle)


def test_the_calls_that_are_built_in_are_the_calls_that_are_allowed() -> None:
    allowed = {action for name, _ in STACK.properties(FUNCTION) for action, _ in grants(STACK, name)}
    work = {action for action in allowed if is_work(action)}
    prefix = {"sesv2": "ses", "bedrock-runtime": "bedrock"}
    built = {
        f"{prefix.get(service, service)}:{action}"
        for service, operations in CALLS.items()
        for operation in operations
        for action in STANDS_FOR.get(operation, (operation,))
    }
    assert built | ASKED_FOR_US == work


def test_nobodys_words_leave_unless_somebody_says_so() -> None:
    given = {name: one.get("Default") for name, one in STACK.templates[""]["Parameters"].items()}
    assert (given["Translations"], given["BedrockModel"]) == ("false", "")


def test_every_parameter_says_what_it_is_for() -> None:
    for template in STACK.templates.values():
        for name, parameter in template.get("Parameters", {}).items():
            assert parameter.get("Description"), name


def test_every_output_says_what_it_is() -> None:
    assert all(output.get("Description") for output in STACK.templates[""]["Outputs"].values())


def test_mail_comes_in_by_rule_only_where_there_is_such_a_rule() -> None:
    resources = STACK.templates["Mail/"]["Resources"]
    received = {name for name, each in resources.items() if "Receipt" in each["Type"] or name == "InboundIdentity"}
    assert received == {name for name, each in resources.items() if "Condition" in each}


def test_the_stack_tells_what_makes_its_rules_the_active_ones() -> None:
    outputs = STACK.templates[""]["Outputs"]
    given = STACK.templates[""]["Resources"]["Mail"]["Properties"]["Parameters"]["RuleSet"]
    line, names = outputs["ActivateRuleSet"]["Value"]["Fn::Sub"]
    assert line.startswith("aws ses set-active-receipt-rule-set ")
    assert line.endswith("--rule-set-name ${RuleSet}")
    assert names == {"RuleSet": given}
    assert outputs["ActiveRuleSet"]["Value"] == given


@pytest.mark.parametrize("file", ["Data/", "Mail/"])
def test_both_stacks_know_of_one_set_of_rules(file: str) -> None:
    given = STACK.templates[""]["Resources"][file.rstrip("/")]["Properties"]["Parameters"]
    assert given["RuleSet"] == {"Fn::If": ["JoinsRuleSet", {"Ref": "ReceiptRuleSet"}, {"Ref": "AWS::StackName"}]}
