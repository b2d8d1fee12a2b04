"""A matrix that finds nothing proves nothing: it has to find every wrong design that we know."""

from collections import Counter

import pytest

from crash.mutant import Mutant
from crash.mutants import MUTANTS
from crash.stand import Stand

pytestmark = pytest.mark.no_cover  # measuring lines would take twice the time


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_a_wrong_design_is_found(
    mutant: Mutant, stand: Stand, monkeypatch: pytest.MonkeyPatch, tried: Counter[str]
) -> None:
    tried["wrong designs tried"] += 1
    mutant.spoil(monkeypatch)
    assert mutant.look(stand)
    tried["wrong designs found"] += 1
