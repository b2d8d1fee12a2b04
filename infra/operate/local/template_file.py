"""Reading CloudFormation templates, whose short tags (`!Ref`, `!Sub`) plain YAML does not know."""

from pathlib import Path
from typing import Any

import yaml

BARE = ("Ref", "Condition")


class _TemplateLoader(yaml.SafeLoader):
    """A safe loader that writes short tags out in full; dates stay text, as CloudFormation reads them."""


def _written_out(loader: _TemplateLoader, name: str, node: yaml.Node) -> dict[str, Any]:
    """Turn `!Name value` into `{"Fn::Name": value}`."""
    value: Any
    if isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    elif isinstance(node, yaml.MappingNode):
        value = loader.construct_mapping(node, deep=True)
    else:
        value = loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else None
    if name == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {name if name in BARE else f"Fn::{name}": value}


def _as_text(loader: _TemplateLoader, node: yaml.ScalarNode) -> str:
    """Keep a date such as 2012-10-17 as the text that it is."""
    return loader.construct_scalar(node)


_TemplateLoader.add_multi_constructor("!", _written_out)
_TemplateLoader.add_constructor("tag:yaml.org,2002:timestamp", _as_text)


def read_template(path: Path) -> dict[str, Any]:
    """Read a template with every short tag written out."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=_TemplateLoader)  # noqa: S506 (a SafeLoader)
    return dict(loaded)
