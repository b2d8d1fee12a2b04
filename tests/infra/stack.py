"""The template with its nested stacks as one: resources by path, values by what they stand for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from operate.local.template_file import read_template

ROOT = Path(__file__).parents[2]
NESTED = "AWS::Serverless::Application"
IN_TEXT = re.compile(r"\$\{([^}!]+)\}")


@dataclass(frozen=True)
class Stack:
    """`resources["Data/Ledger"]` is what infra/data.yaml calls Ledger; `templates["Data/"]` is that file."""

    templates: Mapping[str, dict[str, Any]]

    @property
    def resources(self) -> dict[str, dict[str, Any]]:
        """Every resource by its path."""
        return {
            scope + name: resource
            for scope, template in self.templates.items()
            for name, resource in template["Resources"].items()
        }

    def properties(self, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Path and properties of each resource of a type."""
        return ((path, each.get("Properties", {})) for path, each in self.resources.items() if each["Type"] == kind)

    def meant(self, value: Any, scope: str = "") -> str:
        """What a value stands for: `Data/Ledger.Arn`, `Runtime` for a parameter, a text as it is."""
        if not isinstance(value, dict):
            return str(value)
        [(function, argument)] = value.items()
        if function == "Ref":
            return self._reference(argument, scope)
        if function == "Fn::GetAtt":
            name, attribute = argument if isinstance(argument, list) else argument.split(".", 1)
            return self._attribute(name, attribute, scope)
        if function == "Fn::Sub":
            return IN_TEXT.sub(lambda found: self._in_text(found[1], scope), argument)
        return str(value)

    def _in_text(self, name: str, scope: str) -> str:
        first, _, rest = name.partition(".")
        return self._attribute(first, rest, scope) if rest else self._reference(first, scope)

    def _reference(self, name: str, scope: str) -> str:
        if scope and name in self.templates[scope].get("Parameters", {}):
            given = self.templates[""]["Resources"][scope.rstrip("/")]["Properties"]["Parameters"]
            return self.meant(given[name])
        return scope + name if name in self.templates[scope]["Resources"] else name

    def _attribute(self, name: str, attribute: str, scope: str) -> str:
        if attribute.startswith("Outputs."):
            output = self.templates[f"{name}/"]["Outputs"][attribute.removeprefix("Outputs.")]
            return self.meant(output["Value"], f"{name}/")
        return f"{scope}{name}.{attribute}"


def load() -> Stack:
    """The template of this checkout."""
    root = read_template(ROOT / "template.yaml")
    templates = {"": root}
    for name, resource in root["Resources"].items():
        if resource["Type"] == NESTED:
            templates[f"{name}/"] = read_template(ROOT / resource["Properties"]["Location"])
    return Stack(templates)


def scope_of(path: str) -> str:
    """The nested stack that a resource's path is in."""
    return path[: path.rfind("/") + 1]


def listed(value: Any) -> list[Any]:
    """What may be written as one or as a list, as a list of the most that is deployed to AWS."""
    if isinstance(value, dict) and value.get("Fn::If", [""])[0] == "IsLocal":
        return listed(value["Fn::If"][2])
    if isinstance(value, dict) and "Fn::If" in value:
        return listed(value["Fn::If"][1])
    if isinstance(value, list):
        return [one for each in value for one in listed(each)]
    return [] if value == {"Ref": "AWS::NoValue"} else [value]


def only_local(value: Any) -> Iterator[Any]:
    """What the local AWS gets and AWS does not."""
    if isinstance(value, dict) and "Fn::If" in value:
        yield from listed(value["Fn::If"][1])
    elif isinstance(value, list):
        for one in value:
            yield from only_local(one)
