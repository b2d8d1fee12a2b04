"""Typed settings from the environment; a missing one is named."""

import os
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar, get_type_hints

T = TypeVar("T")


class MissingSettingError(Exception):
    """A function was deployed without something it needs."""


def from_env(kind: type[T], environment: Mapping[str, str] | None = None) -> T:
    """A settings dataclass whose field `ledger_table` is read from LEDGER_TABLE, whole numbers as such.

    MissingSettingError names the variable that is absent or unreadable.
    """
    values = os.environ if environment is None else environment
    hints = get_type_hints(kind)
    return kind(**{one.name: _read(one.name.upper(), hints[one.name], values) for one in fields(kind)})  # type: ignore[arg-type]


def _read(name: str, hint: type, values: Mapping[str, str]) -> Any:
    try:
        return hint(values[name])
    except KeyError as missing:
        raise MissingSettingError(f"{name} is not set: the template has to name it") from missing
    except ValueError as unreadable:
        raise MissingSettingError(f"{name} is {values[name]!r}, which is not a {hint.__name__}") from unreadable
