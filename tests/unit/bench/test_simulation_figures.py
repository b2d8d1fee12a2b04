"""What the simulation found, beside the zeros that are promised."""

import pytest

from operate.bench import simulation
from operate.bench.figures import all_hold
from operate.bench.survey_month import month_figures
from operate.bench.times import CommandFailedError

FOUND = {"seeds": 10, "steps": 200, "promises": 20, "broken": []}

MONTH = {
    "answers": 1000,
    "responses": 400,
    "with words": 50,
    "outcomes": {"gathered": 40, "case": 10},
    "cases": {"contact": 8, "rise": 2},
    "rises": 2,
    "mails": {"case": 10, "themes": 4},
    "most": {"case": 3, "themes": 1},
    "milliseconds": 0.5,
    "broken": [],
}


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
        simulation.played("--no-such-wish")


def test_a_month_of_answers_holds_with_few_cases() -> None:
    figures = list(month_figures(MONTH))
    assert all_hold(figures)
    assert [one.parts for one in figures if one.what == "mails of the month"] == [MONTH["mails"]]


@pytest.mark.parametrize(
    "wrong", [{"cases": {"contact": 11}}, {"rises": 5}, {"broken": ["few_are_cases: 11 cases of 1000 answers"]}]
)
def test_a_month_with_too_much_of_anything_does_not(wrong: dict[str, object]) -> None:
    assert not all_hold(month_figures({**MONTH, **wrong}))
