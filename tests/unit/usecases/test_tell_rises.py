"""A sudden rise of cases is told once, and steadiness never."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from fakes.values import HEAD, case, small_map
from throughline.domain.case import Case
from throughline.domain.letter import Letter
from throughline.domain.week import Week
from throughline.usecases.tell_rises import tell_rises
from unit.usecases.desk import Desk

CX = "cx@shop.example"
MAP = replace(small_map(), cx_manager=CX)
PARCEL, DOOR = "Opening the parcel", "Delivery at the door"


class Shown:
    """What the map's owner was mailed."""

    def __init__(self) -> None:
        self.letters: dict[tuple[str, str], Letter] = {}

    def line(self, week: Week) -> str:
        return f"V#{week}"

    def shown(self, week: Week) -> bool:
        return any(line == self.line(week) for line, _ in self.letters)

    def show(self, letter: Letter) -> bool:
        new = (letter.line, letter.name) not in self.letters
        self.letters[letter.line, letter.name] = letter
        return new


@pytest.fixture
def shown() -> Shown:
    return Shown()


def came(desk: Desk, count: int, weeks_ago: int = 0, **told: Any) -> None:
    on = desk.clock.now().date() - timedelta(days=7 * weeks_ago)
    for at in range(count):
        desk.ledger.case_figures.count(_case(f"F#{weeks_ago}-{at}-{told}", replace(case(**told), opened_on=on)), (), ())


def _case(line: str, plain: Case) -> Case:
    return replace(plain, line=line)


def tells(desk: Desk, shown: Shown, **told: object) -> int:
    given = {"journey_map": MAP, "now": desk.clock.now(), **told}
    return tell_rises(figures=desk.ledger.case_figures, mirrors=shown, head=HEAD, **given)  # type: ignore[arg-type]


def test_a_sudden_rise_is_told_once(desk: Desk, shown: Shown) -> None:
    for week in range(1, 9):
        came(desk, 3, week)
    came(desk, 19)
    came(desk, 3, touchpoint=DOOR)
    assert [tells(desk, shown) for _ in range(3)] == [1, 0, 0]
    (letter,) = shown.letters.values()
    assert (letter.to, letter.fields["touchpoint"], letter.fields["count"]) == (CX, PARCEL, 19)
    assert (letter.fields["usual"], letter.fields["weeks"], letter.fields["departments"]) == (3, 8, ["Packing"])


def test_what_goes_on_is_not_told_again(desk: Desk, shown: Shown) -> None:
    for week in range(2, 9):
        came(desk, 3, week)
    came(desk, 19, 1)
    came(desk, 25)
    assert tells(desk, shown) == 0


@pytest.mark.parametrize("weeks", [(3,) * 9, (19,), (0, 0, 4), (19, 19, 19)])
def test_what_is_steady_small_or_without_a_past_is_not_told(desk: Desk, shown: Shown, weeks: tuple[int, ...]) -> None:
    for ago, count in enumerate(reversed(weeks)):
        came(desk, count, ago)
    assert tells(desk, shown) == 0


def test_without_anybody_to_tell_nothing_is_read(desk: Desk, shown: Shown) -> None:
    came(desk, 19)
    assert tells(desk, shown, journey_map=small_map()) == 0
