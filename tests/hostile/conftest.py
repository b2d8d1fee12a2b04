"""A fresh house for each door that is tried; the counts of what was tried for the bench."""

import os
from pathlib import Path

import pytest

from hostile.house import House
from hostile.tries import tell

HERE = Path(__file__).parent


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    made = House()
    made.stand(monkeypatch)
    return made


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long words make long reports; that is no fault."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("ignore:Generating overly large repr"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    told = os.environ.get("THROUGHLINE_TRIED")
    if told:
        tell(Path(told), session.testsfailed)
