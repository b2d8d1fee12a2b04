"""A wrong design, and where the matrix looks for it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from crash.flow import Flow
from crash.flows import Explorer
from crash.matrix import Matrix
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import Delivery

Spoil = Callable[[pytest.MonkeyPatch], None]
Look = Callable[[Stand], list[str]]


@dataclass(frozen=True)
class Mutant:
    """A wrong design: how to put it in, and where the matrix looks."""

    about: str
    spoil: Spoil
    look: Look

    def __str__(self) -> str:
        return self.about


def by(scenario: Scenario, *ways: Callable[[Matrix], None]) -> Look:
    def look(stand: Stand) -> list[str]:
        matrix = Matrix(stand, scenario)
        for way in ways:
            way(matrix)
        return matrix.report.found

    return look


def by_overlap(events: Callable[[Stand], list[Delivery]]) -> Look:
    def look(stand: Stand) -> list[str]:
        explorer = Explorer(stand, Flow("two consumers", events))
        explorer.overlaps()
        return explorer.report.found

    return look
