"""A change knows whose word it came from only where their own mail proved who they are."""

import pytest

from fakes.values import SCRATCHED
from throughline.domain.case import Action
from throughline.domain.feedback import Reporter
from throughline.domain.person import person_id
from unit.usecases.desk import Desk

ROS = person_id(email="ros.wren@shop.example", name="", department="")


@pytest.mark.parametrize(
    ("writer", "by"),
    [
        (Reporter("Ros Wren", "ros.wren@shop.example", verified=True), ROS),
        (Reporter("Ros Wren", "ros.wren@shop.example"), ""),
        (Reporter("Ros Wren", ""), ""),
        (Reporter(), ""),
    ],
)
def test_only_a_proven_writer_is_known_by_a_change(desk: Desk, writer: Reporter, by: str) -> None:
    line = desk.routed(SCRATCHED, reporter=writer)
    desk.acts(desk.case(line), Action.RESOLVE, "The foot is wrapped now.")
    (change,) = desk.line(line).changes
    assert change.by == by
    assert "Ros" not in repr(change)
