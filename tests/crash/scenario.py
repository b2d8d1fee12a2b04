"""A state and an event: what the matrix takes apart."""

from collections.abc import Callable
from dataclasses import dataclass

from crash.answers import Document
from crash.stand import Stand


@dataclass(frozen=True)
class Scenario:
    """What stands before, and the event that comes; `about` names it."""

    function: str
    about: str
    prepare: Callable[[Stand], Document]
    schedule: tuple[str, ...] = ("sweep",)
    faults: int = 0  # that stand behind what it begins with

    def __str__(self) -> str:
        return f"{self.function}: {self.about}"
