"""The characters of a day are shared by all functions; without them, the words are there without a translation."""

from collections.abc import Iterable
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from fakes import FixedClock
from fakes.values import NOW
from throughline.adapters.dynamo.allowance import CROWDED, OF_THE_DAY
from throughline.adapters.translating import TRIES, may_spend, translator_of
from throughline.domain.fetching import Later, Limits
from throughline.errors import Unavailable

CROWD, NO_MORE = Later(NOW, CROWDED), Later(NOW, OF_THE_DAY)


class Allowance:
    """Answers in turn."""

    def __init__(self, answers: Iterable[Later | Exception | None]) -> None:
        self.answers = list(answers)
        self.taken: list[tuple[str, Limits, int]] = []

    def take(self, source: str, limits: Limits, _now: datetime, many: int) -> Later | None:
        self.taken.append((source, limits, many))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def ledger(*answers: Later | Exception | None) -> Any:
    return SimpleNamespace(allowance=Allowance(answers), clock=FixedClock())


@pytest.mark.parametrize(
    ("answers", "spent"),
    [
        ([None], True),
        ([NO_MORE], False),
        ([CROWD, CROWD, None], True),
        ([CROWD] * TRIES, False),
        ([Unavailable("not now")], False),
    ],
)
def test_characters_are_taken_before_anybody_is_asked(answers: list[Later | Exception | None], *, spent: bool) -> None:
    room = ledger(*answers)
    assert may_spend(90, 1000, room) is spent
    assert room.allowance.answers == []
    assert set(room.allowance.taken) == {("translate", Limits(1000, 1000), 90)}


def test_what_is_longer_than_a_day_takes_nothing() -> None:
    room = ledger()
    assert not may_spend(1001, 1000, room)
    assert room.allowance.taken == []


@pytest.mark.parametrize("wanted", ["false", "", "yes"])
def test_only_true_means_that_translations_are_wanted(wanted: str) -> None:
    assert translator_of(wanted, 1000, ledger()) is None
