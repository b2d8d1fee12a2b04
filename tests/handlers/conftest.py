"""The whole line on a pretended AWS, started cold for each test."""

from collections.abc import Iterator

import pytest

from handlers.live import Live, forget


@pytest.fixture(autouse=True)
def _quick(one_client_each: None) -> None:
    """No test here waits for a client to be made anew."""


@pytest.fixture
def live(aws: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:  # noqa: ARG001 - it runs on what it pretends
    here = Live()
    for name, value in here.environment().items():
        monkeypatch.setenv(name, value)
    forget()
    yield here
    forget()
