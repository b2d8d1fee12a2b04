"""Each function dies, is left without an answer or finds a service out of order, at every call that it makes."""

from collections import Counter

import pytest

from crash.matrix import Matrix
from crash.scenario import Scenario
from crash.scenarios import MAILS, SCENARIOS
from crash.stand import Stand, functions

pytestmark = pytest.mark.no_cover  # measuring lines would take twice the time


def noted(tried: Counter[str], matrix: Matrix) -> None:
    tried["points"] += matrix.report.points
    tried["scenarios"] += matrix.report.runs


def test_every_function_of_the_template_is_in_the_matrix() -> None:
    assert sorted({one.function for one in SCENARIOS}) == functions()


@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_a_fault_at_any_call_leaves_the_state_of_one_run(scenario: Scenario, stand: Stand, tried: Counter[str]) -> None:
    matrix = Matrix(stand, scenario)
    matrix.single()
    matrix.outages()
    noted(tried, matrix)
    assert matrix.report.found == []


@pytest.mark.parametrize("scenario", MAILS, ids=str)
def test_two_faults_at_once_cost_at_most_one_extra_mail(scenario: Scenario, stand: Stand, tried: Counter[str]) -> None:
    matrix = Matrix(stand, scenario)
    matrix.weathers()
    matrix.pairs()
    matrix.stubborn()
    noted(tried, matrix)
    assert matrix.report.found == []


@pytest.mark.parametrize("scenario", MAILS, ids=str)
def test_what_nobody_can_tell_of_after_two_tries_is_shown_to_a_person(scenario: Scenario, stand: Stand) -> None:
    matrix = Matrix(stand, scenario)
    end = matrix.in_doubt()
    assert end.doubtful == set(matrix.expected.mails)
    assert set(end.mails.values()) == {2}  # of a chunk, the first call's: who dies there does not make the next
