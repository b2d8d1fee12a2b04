"""The list of promises beside the tests is true: each invariant is on it, and each test it names is there."""

import re

import pytest

from crash.ending import INVARIANTS as AFTER_CRASHES
from docs.documents import ROOT, text_of
from simulation.play import PROMISES
from simulation.survey_promises import MONTHLY

TESTS = ROOT / "tests"
TOLD = text_of(TESTS / "README.md")
NAMED = set(re.findall(r"`([\w/]+\.py)(?:::(\w+))?`", TOLD))


@pytest.mark.parametrize("promise", sorted({one.__name__ for one in (*AFTER_CRASHES, *PROMISES, *MONTHLY)}))
def test_every_invariant_is_named(promise: str) -> None:
    assert f"`{promise}`" in TOLD


@pytest.mark.parametrize(("file", "test"), sorted(NAMED))
def test_a_test_that_is_named_is_there(file: str, test: str) -> None:
    assert f"def {test}" in (TESTS / file).read_text(encoding="utf-8")


def test_every_folder_of_tests_is_told() -> None:
    folders = {path.parent.name for path in TESTS.glob("*/*.py")} - {"fakes"}
    assert {name for name in folders if f"`{name}`" not in TOLD} == set()
