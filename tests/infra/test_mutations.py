"""Each mistake must be seen by the rule that is about it: what a linter lets through, a rule of ours may not."""

from copy import deepcopy

import pytest

from infra import (
    function_rules,
    inbound_rules,
    manage_rules,
    message_rules,
    mistakes_with_functions,
    mistakes_with_inbound,
    mistakes_with_managers,
    mistakes_with_messages,
    mistakes_with_state,
    right_rules,
    state_rules,
    wiring_rules,
)
from infra.mistake import STANDING, Mistake
from infra.stack import Stack

ROOMS = (function_rules, inbound_rules, manage_rules, message_rules, right_rules, state_rules, wiring_rules)
RULES = [rule for room in ROOMS for rule in room.RULES]
MISTAKES: dict[str, Mistake] = {
    **mistakes_with_functions.MISTAKES,
    **mistakes_with_inbound.MISTAKES,
    **mistakes_with_managers.MISTAKES,
    **mistakes_with_messages.MISTAKES,
    **mistakes_with_state.MISTAKES,
}
FEWEST = 100


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_seen_by_its_rule(mistake: str) -> None:
    assert MISTAKES[mistake].seen() != []


def test_every_rule_has_a_mistake_that_it_sees() -> None:
    assert {one.rule for one in MISTAKES.values()} == set(RULES)


def test_no_mistake_has_been_lost() -> None:
    rooms = (
        mistakes_with_functions,
        mistakes_with_inbound,
        mistakes_with_managers,
        mistakes_with_messages,
        mistakes_with_state,
    )
    assert len(MISTAKES) == sum(len(room.MISTAKES) for room in rooms) >= FEWEST


def test_a_new_queue_nobody_watches_is_seen() -> None:
    stack = Stack(deepcopy(STANDING.templates))
    queue = {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "new", "SqsManagedSseEnabled": True}}
    stack.templates[""]["Resources"]["NewQueue"] = queue
    faults = [fault for rule in RULES for fault in rule(stack)]
    assert faults == ["no alarm hears of NewQueue (new)", "NewQueue forgets before a person has looked"]
