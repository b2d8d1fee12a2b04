"""Lines that say where a text belongs: examples to learn from, or to be measured by."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


class BadLineError(ValueError):
    """A line can't be read; says which and why."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with every touchpoint or department that is right for it; with neither it is nobody's."""

    text: str
    touchpoints: tuple[str, ...]
    departments: tuple[str, ...]

    @property
    def nobodys(self) -> bool:
        """Whether it belongs to nobody."""
        return not (self.touchpoints or self.departments)


def labelled_lines(lines: Iterable[str]) -> Iterator[Labelled]:
    """Line for line; `touchpoints` and `departments` may list several, `touchpoint` and `department` name one."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _read(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                told = f'line {number} is not {{"text", "touchpoint"}} or {{"text", "department"}}: {error}'
                raise BadLineError(told) from error


def _read(row: dict[str, Any]) -> Labelled:
    if not ({"touchpoint", "department", "touchpoints", "departments"} & row.keys()):
        raise KeyError("it says neither touchpoint nor department")
    touchpoints, departments = _names(row, "touchpoint"), _names(row, "department")
    return Labelled(str(row["text"]), touchpoints, departments)


def _names(row: dict[str, Any], name: str) -> tuple[str, ...]:
    listed = row.get(f"{name}s") or [row.get(name)]
    return tuple(dict.fromkeys(str(one) for one in listed if one))
