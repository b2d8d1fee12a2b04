"""Tables in YAML: lists of mappings, every value taken as the words that stand there."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from operate.files.text import decoded
from throughline.domain.cells import clean, column_name
from throughline.domain.table import Row, Table
from throughline.errors import Refused

NULL = "tag:yaml.org,2002:null"


def read_yaml(content: bytes, path: Path) -> yaml.Node:
    """The document's root node; `no` stays the word no, and 2026-12-25 stays as it is written."""
    try:
        root = yaml.compose(decoded(content, path), Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        reason = getattr(error, "problem", None) or "it is no YAML"
        do = "Mend the line; a text with a colon or quotes in it goes between quotes."
        raise Refused(f"{path.name}{where}: {reason}.", field=where.strip(", "), do=do) from error
    except RecursionError as error:
        raise Refused(f"{path.name} is nested too deeply.", field=str(path), do="Write plain lists.") from error
    if root is None:
        raise Refused(f"{path.name} is empty.", field=str(path), do="Write the rows below `rows:`.")
    return root


def entries(root: yaml.Node) -> dict[str, yaml.Node]:
    """The nodes of a mapping by their keys; nothing where it is no mapping."""
    if not isinstance(root, yaml.MappingNode):
        return {}
    return {column_name(key.value): value for key, value in root.value if isinstance(key, yaml.ScalarNode)}


def table_at(node: yaml.Node, name: str, *, single: str = "name") -> Table:
    """The table of a list of mappings; a bare word in the list stands for its `single` column alone."""
    if _is_null(node):
        return Table(name, (), {}, "line")
    if not isinstance(node, yaml.SequenceNode):
        raise _not_a_list(node, name)
    return Table(name, tuple(_row(item, name, single) for item in node.value), {}, "line")


def words_at(node: yaml.Node) -> str:
    """The text of a node; lists become `;` lists, people with roles become "Name (Role)"."""
    if isinstance(node, yaml.ScalarNode):
        return "" if _is_null(node) else clean(node.value)
    if isinstance(node, yaml.SequenceNode):
        return "; ".join(filter(None, (_member(item) for item in node.value)))
    pairs = ((words_at(value), key.value) for key, value in node.value if isinstance(key, yaml.ScalarNode))
    return "; ".join(f"{name.strip()} ({role})" for names, role in pairs for name in names.split(";") if name.strip())


def yaml_text(document: Mapping[str, object]) -> str:
    """Plain YAML in the given order."""
    text: str = yaml.safe_dump(dict(document), sort_keys=False, allow_unicode=True, width=100)
    return text


def _row(item: yaml.Node, name: str, single: str) -> Row:
    number = item.start_mark.line + 1
    if isinstance(item, yaml.ScalarNode):
        return Row(number, {single: words_at(item)})
    if not isinstance(item, yaml.MappingNode):
        raise _not_a_list(item, name)
    return Row(number, {key: words_at(value) for key, value in entries(item).items()})


def _member(item: yaml.Node) -> str:
    fields = entries(item)
    if "name" not in fields:
        return words_at(item) if isinstance(item, yaml.ScalarNode | yaml.MappingNode) else ""
    name, role = words_at(fields["name"]), words_at(fields["role"]) if "role" in fields else ""
    return f"{name} ({role})" if role else name


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == NULL


def _not_a_list(node: yaml.Node, name: str) -> Refused:
    line = f"line {node.start_mark.line + 1}"
    return Refused(f"{name}, {line}: a list of entries belongs here.", field=line, do='Start each entry with "- ".')
