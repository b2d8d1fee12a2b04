"""Domain values as plain JSON values and back, by their own type hints."""

import types
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def packed(value: Any) -> Any:
    """A domain value as what JSON can carry; defaults are written too, so that old items stay readable."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: packed(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a datetime is a date too
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): packed(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [packed(one) for one in value]
    return value


def unpacked(kind: type[T], document: dict[str, Any]) -> T:
    """The dataclass that `packed` wrote; a field that the document lacks keeps its default."""
    hints: dict[str, Any] = _hints(kind)  # type: ignore[arg-type]
    known = {name: _unpacked(hint, document[name]) for name, hint in hints.items() if name in document}
    return kind(**known)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    names = {one.name for one in fields(kind)}
    return {name: hint for name, hint in get_type_hints(kind).items() if name in names}


def _unpacked(hint: Any, value: Any) -> Any:
    if value is None or hint is Any:
        return value
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _unpacked(next(one for one in get_args(hint) if one is not types.NoneType), value)
    if origin is tuple:
        return tuple(_unpacked(get_args(hint)[0], one) for one in value)
    if isinstance(hint, type):
        return _unpacked_plain(hint, value)
    return value


def _unpacked_plain(hint: type, value: Any) -> Any:
    if is_dataclass(hint):
        return unpacked(hint, value)
    if issubclass(hint, Enum):
        return hint(value)
    if issubclass(hint, date):
        return hint.fromisoformat(value)
    return value
