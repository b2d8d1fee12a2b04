"""What a function does for somebody, named, so that a right can be shown to serve it."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from iam.stand import Stand

Happens = Callable[[Stand], bool]


@dataclass(frozen=True)
class Scenario:
    """One thing that a function does; `happens` tries it and tells whether it came about, `slow` when it waits."""

    folder: str
    name: str
    happens: Happens
    slow: bool = False


SCENARIOS: dict[str, list[Scenario]] = defaultdict(list)


def scenario(folder: str) -> Callable[[Happens], Happens]:
    """Name what a function does after the Python function that tries it."""

    def noted(happens: Happens) -> Happens:
        name = happens.__name__.replace("_", " ")
        SCENARIOS[folder].append(Scenario(folder, name, happens))
        return happens

    return noted
