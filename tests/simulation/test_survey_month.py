"""A small month of survey answers: nobody is flooded, and nobody who said something is forgotten."""

from typing import Any

import pytest

from fakes.cases import MemoryCases
from simulation.mutants import Mutant, in_place
from simulation.mutants_of_mail import Patches
from simulation.survey_month import SurveyMonth
from simulation.survey_promises import broken_by, found_in, mails_told
from throughline.domain.line import Outcome
from throughline.usecases import route_fact as routing

ANSWERS, FEW = 4_000, 600


def gather_again() -> Patches:
    """Words are gathered whether or not their answer still waits: what comes twice is gathered twice."""
    plain = MemoryCases.settle

    def settle(self: MemoryCases, outcome: Outcome) -> bool:
        written = plain(self, outcome)
        if not written:
            standing = self._room.lines[outcome.line].gathered
            self._room.change(outcome.line, gathered=(*standing, *outcome.gathered))
        return written

    return [(MemoryCases, "settle", settle)]


def a_case_for_each() -> Patches:
    """Each low score with words becomes a case."""

    def gathered(decisions: Any, _said: object, _journey_map: object) -> tuple[Any, ...]:
        return tuple(decisions)

    return [(routing, "gathered", gathered)]


@pytest.fixture(scope="module")
def month() -> SurveyMonth:
    here = SurveyMonth(ANSWERS)
    here.passes()
    return here


def test_a_month_of_answers_floods_nobody_and_forgets_nobody(month: SurveyMonth) -> None:
    assert broken_by(month) == []


def test_there_is_some_of_everything(month: SurveyMonth, capsys: pytest.CaptureFixture[str]) -> None:
    found = found_in(month)
    assert month.answered >= ANSWERS
    assert {name for name, count in found["outcomes"].items() if count} >= {
        "gathered",
        "thanks",
        "case",
        "counted only",
    }
    assert set(found["cases"]) == {"contact", "rule", "rise"}
    assert found["mails"]["themes"] > 0
    with capsys.disabled():
        print("\n", found, *mails_told(month), sep="\n")  # noqa: T201 - the figures are part of what is shown


@pytest.mark.parametrize(
    ("mutant", "promise"), [(gather_again, "each_has_one_outcome"), (a_case_for_each, "cases_have_reasons")]
)
def test_a_wrong_design_is_noticed(mutant: Mutant, promise: str) -> None:
    with in_place(mutant):
        wrong = SurveyMonth(FEW)
        wrong.passes()
    assert promise in {one.partition(":")[0] for one in broken_by(wrong)}
