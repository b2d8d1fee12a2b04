"""A mistake somebody makes one day, as a change to the template, with the rule that has to see it."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from infra.stack import Stack, load

Properties = dict[str, Any]
Change = Callable[[Properties], object]
Rule = Callable[[Stack], Iterator[str]]
STANDING = load()


@dataclass(frozen=True)
class Mistake:
    """A change to the properties of the resource at a path; to all of the resource where it is `whole`."""

    path: str
    change: Change
    rule: Rule
    whole: bool = False

    def seen(self) -> list[str]:
        """What the rule says of the template with the mistake in it."""
        stack = Stack(deepcopy(STANDING.templates))
        resource = stack.resources[self.path]
        self.change(resource if self.whole else resource["Properties"])
        return list(self.rule(stack))


def trigger(properties: Properties) -> Properties:
    """What wakes a function, for those that one thing wakes."""
    [event] = properties["Events"].values()
    found: Properties = event["Properties"]
    return found


def statement(holder: Properties, at: int) -> Properties:
    """One statement of a role's or a resource's policy."""
    document = holder["Policies"][0]["PolicyDocument"] if "Policies" in holder else holder["PolicyDocument"]
    found: Properties = document["Statement"][at]
    return found


def variables(properties: Properties) -> Properties:
    """What a function is told."""
    found: Properties = properties["Environment"]["Variables"]
    return found


def without(name: str) -> Change:
    """Leave something out."""
    return lambda properties: properties.pop(name)


def having(**values: Any) -> Change:
    """Set something."""
    return lambda properties: properties.update(values)
