"""A fresh desk for each test, and a letter of it that waits to go out."""

import pytest

from throughline.domain.letter import Letter
from unit.usecases.desk import Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def waiting(desk: Desk) -> Letter:
    desk.routed()
    return desk.letter_to("packing@shop.example")
