"""A fresh desk for each test."""

import pytest

from unit.usecases.desk import Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()
