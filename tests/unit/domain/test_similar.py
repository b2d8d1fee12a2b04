"""What says much the same stands together, and nothing else does."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fakes.values import TODAY, case
from throughline.domain.case import Case
from throughline.domain.journey import CONFIDANT
from throughline.domain.similar import alike

LAMP = "The lamp was scratched when she opened the box."
LIKE = ["A scratched lamp again, right out of the box", "box opened, lamp has a scratch", "Die Lampe: scratched lamp."]
UNLIKE = ["The box was wet.", "Nobody answered the door.", "", "The the the."]


def groups(*told: tuple[Case, str]) -> list[list[int]]:
    words = {one.subject: said for one, said in told}
    return [[one.number for one in group] for group in alike([one for one, _ in told], words)]


@pytest.mark.parametrize("other", LIKE)
def test_the_same_told_in_other_words_stands_together(other: str) -> None:
    assert groups((case(number=1), LAMP), (case(number=2), other)) == [[1, 2]]


@pytest.mark.parametrize("other", UNLIKE)
def test_something_else_stands_apart(other: str) -> None:
    assert groups((case(number=1), LAMP), (case(number=2), other)) == [[1], [2]]


@pytest.mark.parametrize(
    "told",
    [
        {"touchpoint": "Delivery at the door"},
        {"opened_on": TODAY - timedelta(days=8)},
        {"call_back": True},
        {"department": CONFIDANT},
    ],
)
def test_another_moment_another_week_a_call_back_and_confidence_stand_apart(told: dict[str, object]) -> None:
    other = replace(case(number=2), **told)  # type: ignore[arg-type]
    assert groups((case(number=1), LAMP), (other, LAMP)) == [[1], [2]]


def test_a_group_is_led_by_its_first_and_keeps_the_order() -> None:
    told = [(1, LAMP), (2, "The box was wet."), (3, LIKE[0]), (4, "Our box is wet, a wet box."), (5, LIKE[1])]
    assert groups(*((case(number=number), said) for number, said in told)) == [[1, 3, 5], [2, 4]]
