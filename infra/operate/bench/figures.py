"""Figures beside their limits, as a table for people and as JSON for programs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; `limit` None is told only; `decides` is false for times, since machines are noisy.

    `parts` are what it is made of, by name.
    """

    what: str
    value: float
    unit: str
    limit: float | None = None
    decides: bool = True
    parts: Mapping[str, float] = field(default_factory=dict)

    @property
    def within(self) -> bool:
        """Whether it is within its limit."""
        return self.limit is None or self.value <= self.limit

    def as_row(self) -> dict[str, Any]:
        """For programs."""
        told = {name: getattr(self, name) for name in ("what", "value", "unit", "limit", "decides")}
        return {**told, "within": self.within, "parts": dict(self.parts)}


def all_hold(figures: Iterable[Figure]) -> bool:
    """Whether everything that decides is within its limit."""
    return all(figure.within for figure in figures if figure.decides)


def as_table(figures: Iterable[Figure]) -> Iterator[str]:
    """One line a figure, its parts below it."""
    yield f"{'what':58} {'figure':>9} {'limit':>9}"
    for one in figures:
        limit = "-" if one.limit is None else _plain(one.limit)
        yield f"{one.what:58} {_plain(one.value):>9} {limit:>9} {one.unit:7} {_verdict(one)}".rstrip()
        yield from (f"    {_plain(value):>5}  {name}" for name, value in one.parts.items())


def _verdict(figure: Figure) -> str:
    if figure.limit is None:
        return ""
    verdict = "ok" if figure.within else "SHORT"
    return verdict if figure.decides else f"{verdict} (a time: told, does not decide)"


def _plain(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}".rstrip("0").rstrip(".")
