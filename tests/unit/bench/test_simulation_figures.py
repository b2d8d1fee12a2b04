"""What the simulation found, beside the zeros that are promised."""

import pytest

from operate.bench import simulation
from operate.bench.figures import all_hold
from operate.bench.times import CommandFailedError

FOUND = {"seeds": 10, "steps": 200, "promises": 20, "broken": []}


def test_nothing_broken_holds() -> None:
    figure = simulation.seeds_figure(FOUND)
    assert all_hold([figure])
    assert figure.parts == {"seeds": 10, "steps each": 200, "promises": 20}


def test_one_broken_promise_does_not() -> None:
    assert not all_hold([simulation.seeds_figure({**FOUND, "broken": ["mails_go_once: twice"]})])
    assert not all_hold([simulation.mutants_figure({"mutants": 14, "broken": ["nobody noticed: route_first"]})])
    assert not all_hold([simulation.years_figure({"digests": 9, "troubles": [], "broken": ["at another hour"]})])


def test_a_simulation_that_could_not_run_is_no_success() -> None:
    with pytest.raises(CommandFailedError, match="ended with 2"):
        simulation._played("--no-such-wish")
